using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CsirtFlow.Domain;

/// <summary>
/// 正準形: one way to write a JSON value, whoever wrote it first. RFC 8785 (members in the order of their UTF-16 code units, no white space, shortest escapes), but for
/// numbers, which stand in plain decimal notation without needless zeros: PostgreSQL keeps more digits than RFC 8785 allows.
/// </summary>
public static class CanonicalJson
{
    /// <param name="json">One JSON value.</param>
    /// <exception cref="JsonException">It is none.</exception>
    public static string Of(string json)
    {
        using var value = JsonDocument.Parse(json);
        var text = new StringBuilder(json.Length);
        Write(text, value.RootElement);
        return text.ToString();
    }

    internal static void Write(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{');
                var first = true;
                foreach (var member in value.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    if (!first) text.Append(',');
                    first = false;
                    Write(text, member.Name);
                    Write(text.Append(':'), member.Value);
                }
                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                for (var i = 0; i < value.GetArrayLength(); i++)
                {
                    if (i > 0) text.Append(',');
                    Write(text, value[i]);
                }
                text.Append(']');
                break;
            case JsonValueKind.String:
                Write(text, value.GetString()!);
                break;
            case JsonValueKind.Number:
                text.Append(Number(value.GetRawText()));
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    internal static void Write(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append(@"\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        text.Append('"');
    }

    private static string Number(string raw)
    {
        if (!decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return raw;

        var plain = number.ToString("0.############################", CultureInfo.InvariantCulture);
        return plain == "-0" ? "0" : plain;
    }
}
