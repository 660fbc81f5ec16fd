using System.Collections;
using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace CsirtFlow.Api.Web;

/// <summary>Writes a command into the fields of its form, as <see cref="FormReader"/> would read it back: what was stated stands there to be changed.</summary>
public static class FormWriter
{
    public static FormCollection Write(object command, string slug) =>
        new(Values(command, command.GetType(), slug).ToDictionary(v => v.Path, v => new StringValues(v.Text), StringComparer.Ordinal));

    private static IEnumerable<(string Path, string Text)> Values(object? value, Type type, string path) => value switch
    {
        null => [],
        string text => [(path, text)],
        Enum e => [(path, e.ToString())],
        int number => [(path, number.ToString(CultureInfo.InvariantCulture))],
        DateTimeOffset at => [(path, Domain.Statutory.JapaneseCalendar.InJapan(at).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture))],
        IEnumerable => throw new NotSupportedException($"{path}: lists are not written into forms"),
        _ => FormFields.Members(type).SelectMany(m => Values(type.GetProperty(m.Name)!.GetValue(value), Nullable.GetUnderlyingType(m.Type) ?? m.Type, $"{path}.{FormFields.Camel(m.Name)}")),
    };
}
