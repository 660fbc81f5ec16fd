using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using CsirtFlow.Notifications.Documents;
using Microsoft.Extensions.Primitives;

namespace CsirtFlow.Api.Web;

/// <summary>Reads a posted form into the command it stands for, through the same strict JSON as the API.</summary>
public static class FormReader
{
    /// <exception cref="BadRequestException">A field is missing or cannot be read; the sentence names it.</exception>
    public static object Read(Type command, string slug, IFormCollection form)
    {
        try
        {
            return JsonSerializer.Deserialize(Object(command, slug + ".", form), command, Json.Strict)!;
        }
        catch (JsonException e)
        {
            var missing = FormFields.Members(command).Where(m => !m.Optional && (m.Type != typeof(bool) || Labels.Sides(command, m.Name) is not null) && string.IsNullOrWhiteSpace(form[$"{slug}.{FormFields.Camel(m.Name)}"])).Select(m => (Field: $"{slug}.{FormFields.Camel(m.Name)}", Label: Labels.Of(command, m.Name), IsChosen: m.Type.IsEnum || m.Type == typeof(bool))).ToList();
            throw missing.Count > 0
                ? new BadRequestException($"{Language.Japanese.List(missing.Select(m => m.Label.Japanese))}を入力してください。", $"Enter: {Language.English.List(missing.Select(m => m.Label.English))}.", StatusCodes.Status422UnprocessableEntity, inner: e)
                {
                    Fields = [.. missing.Select(m => (m.Field, m.IsChosen ? new Wording($"{m.Label.Japanese}を選んでください。", $"Choose: {m.Label.English}.") : new Wording($"{m.Label.Japanese}を入力してください。", $"Enter: {m.Label.English}.")))],
                }
                : new BadRequestException("入力の形式を確かめてください。", "Check the form of what you entered.", StatusCodes.Status422UnprocessableEntity, inner: e);
        }
    }

    private static JsonObject Object(Type owner, string prefix, IFormCollection form)
    {
        var result = new JsonObject();
        foreach (var (name, type, _) in FormFields.Members(owner).Where(m => Labels.Sides(owner, m.Name) is null || form[prefix + FormFields.Camel(m.Name)].Count > 0))
            if (Value(type, prefix + FormFields.Camel(name), form) is { } value) result[FormFields.Camel(name)] = value;
        return result;
    }

    private static JsonNode? Value(Type type, string path, IFormCollection form)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        var text = form[path].ToString().ReplaceLineEndings("\n");

        if (bare == typeof(bool)) return JsonValue.Create(form[path].Count > 0 && form[path] != "false");
        if (bare == typeof(ImmutableArray<ProposedMeasure>)) return Measures(path, form);
        if (bare == typeof(ImmutableDictionary<string, Fact>)) return Facts(path, form);
        if (bare == typeof(ImmutableDictionary<string, string>)) return text.Length == 0 ? null : new JsonObject { ["追加"] = text };
        if (bare.IsGenericType) return new JsonArray([.. form[path].Where(v => !string.IsNullOrEmpty(v)).Select(v => JsonValue.Create(v))]);
        if (bare == typeof(string)) return text.Length == 0 ? null : JsonValue.Create(text);
        if (bare.IsEnum) return text.Length == 0 ? null : JsonValue.Create(text);
        if (bare == typeof(int)) return text.Length == 0 ? null : Number(text, path);
        if (bare == typeof(DateTimeOffset)) return text.Length == 0 ? null : Moment(text, path);
        if (bare == typeof(DateOnly)) return text.Length == 0 ? null : JsonValue.Create(text);
        return Object(bare, path + ".", form);
    }

    private static JsonArray Measures(string path, IFormCollection form) =>
        new([.. Enumerable.Range(0, FormFields.MeasureRows).Select(i => Object(typeof(ProposedMeasure), FormFields.Row(path, i) + ".", form)).Where(o => o.ContainsKey("text"))]);

    private static JsonObject Facts(string path, IFormCollection form)
    {
        var facts = new JsonObject();
        foreach (var key in FormKeys.All.Keys)
        {
            var (text, state) = (Ticked(form[$"{path}[{key}]"]), form[$"{path}[{key}].state"].ToString());
            if (text.Length > 0 || state == nameof(FactState.UnderInvestigation))
                facts[key] = new JsonObject { ["text"] = text, ["state"] = state.Length > 0 ? state : nameof(FactState.Confirmed) };
        }
        return facts;
    }

    /// <summary>The text of a row with choices: those ticked come first, the words beside them last, all under one name.</summary>
    public static string Ticked(StringValues sent)
    {
        string Lines(string? text) => text?.ReplaceLineEndings("\n") ?? "";
        return sent.Count > 1 ? ChoiceText.Joined(sent.SkipLast(1).Select(Lines), Lines(sent[^1])) : Lines(sent);
    }

    private static JsonValue Number(string text, string path) =>
        int.TryParse(KeepableText.Of(text)!.Normalize(System.Text.NormalizationForm.FormKC), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var n) ? JsonValue.Create(n) : throw Unreadable(path, new($"「{text}」は数ではありません。", $"“{text}” is not a number."));

    // The field holds a moment in Japan, without a zone.
    private static JsonValue Moment(string text, string path) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is >= PlausibleTime.FirstYear and <= PlausibleTime.LastYear
            ? JsonValue.Create(new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeSpan.FromHours(9)))
            : throw Unreadable(path, new($"「{text}」は日時として読めません。{PlausibleTime.FirstYear}年から{PlausibleTime.LastYear}年までの日時にしてください。", $"“{text}” cannot be read as a date and time from {PlausibleTime.FirstYear} to {PlausibleTime.LastYear}."));

    private static BadRequestException Unreadable(string path, Wording sentence) =>
        new(sentence.Japanese, sentence.English, StatusCodes.Status422UnprocessableEntity) { Fields = [(path, sentence)] };
}
