using System.Collections.Immutable;
using System.Globalization;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using CsirtFlow.Notifications.Documents;

namespace CsirtFlow.Api.Web.Forms;

/// <summary>One row of the editor.</summary>
/// <param name="Section">Index of its section on the page.</param>
/// <param name="Fact">What the fact is called; the key itself where it is unknown.</param>
public sealed record SheetRow(int Section, FormRow Row, string Fact);

/// <summary>A 様式 between a definition and the fields of the editor. Read and shown again, its rows stand in the order of the form.</summary>
public static class FormSheet
{
    /// <summary>Rows offered for adding.</summary>
    public const int EmptyRows = 3;

    public static ImmutableArray<SheetRow> Rows(FormDefinition form, Language language) =>
        [.. form.Sections.SelectMany((s, i) => s.Rows.Select(r => new SheetRow(i, r, FormKeys.All.TryGetValue(r.Key, out var key) ? language.Say(key.Japanese, key.English) : r.Key)))];

    /// <summary>What was typed, as a definition; it may be none yet.</summary>
    /// <param name="basis">What the page does not ask for is taken from here.</param>
    public static FormDefinition Read(IFormCollection typed, FormDefinition basis)
    {
        var sections = Indices(typed, "sections").Select(i => (Index: i, Order: Place(typed[$"sections[{i}].order"]), Number: Text(typed, $"sections[{i}].number"), Title: Text(typed, $"sections[{i}].title"))).ToList();
        var rows = Indices(typed, "rows").Where(i => typed[$"rows[{i}].remove"].Count == 0 && Text(typed, $"rows[{i}].label") + Text(typed, $"rows[{i}].key") is { Length: > 0 })
            .Select(i => (Section: Text(typed, $"rows[{i}].section"), Order: Place(typed[$"rows[{i}].order"]), Row: Row(typed, $"rows[{i}]."))).ToList();
        return Named(basis with
        {
            Title = Text(typed, "title"),
            ValidFrom = DateOnly.TryParseExact(typed["validFrom"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : basis.ValidFrom,
            Classification = Text(typed, "classification"),
            Audience = Enum.TryParse<Audience>(typed["audience"], out var audience) && Enum.IsDefined(audience) ? audience : basis.Audience,
            Internal = typed["internal"].Count > 0,
            Publication = typed["publication"].Count > 0,
            OfficialNamesConfirmed = typed["confirmed"].Count > 0,
            Serves = typed["serves"].Count > 0 ? [.. typed["serves"].OfType<string>()] : null,
            Lead = Lines(typed, "lead"),
            Notes = Lines(typed, "notes"),
            Sources = Lines(typed, "sources"),
            Addressees = [.. Lines(typed, "addressees").Select(line => line.Split(TableBlock.Separator, 2)).Select(parts => new Addressee(parts[0].Trim(), parts.ElementAtOrDefault(1)?.Trim() ?? ""))],
            Sections =
            [
                .. from section in sections.OrderBy(s => s.Order)
                   let mine = rows.Where(r => r.Section == section.Index.ToString(CultureInfo.InvariantCulture)).OrderBy(r => r.Order).Select(r => r.Row).ToList()
                   where mine.Count > 0 || section.Title.Length > 0
                   select new FormSection(section.Number, section.Title, mine),
            ],
        });
    }

    /// <summary>What was typed where a day or a number is asked for and is none; empty where everything can be read.</summary>
    public static ImmutableArray<FormProblem> Unread(IFormCollection typed) =>
    [
        .. DateOnly.TryParseExact(typed["validFrom"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? [] : new[] { new FormProblem("validFrom", new("適用開始日を入力してください。", "Enter the first day.")) },
        .. from list in new[] { (Name: "sections", Called: "title"), (Name: "rows", Called: "label") }
           from i in Indices(typed, list.Name)
           let order = Text(typed, $"{list.Name}[{i}].order")
           let called = Text(typed, $"{list.Name}[{i}].{list.Called}")
           where order.Length > 0 && Place(order) == int.MaxValue
           select new FormProblem("", new($"「{called}」の順序「{order}」は数ではありません。", $"The place '{order}' of '{called}' is not a number.")),
    ];

    private static FormRow Row(IFormCollection typed, string at)
    {
        var fact = Text(typed, at + "key");
        var key = FormKeys.All.FirstOrDefault(k => k.Value.Japanese == fact || k.Value.English == fact).Key ?? fact;
        return new(Text(typed, at + "id"), Text(typed, at + "label"), key, typed[at + "required"].Count > 0, Some(Lines(typed, at + "choices")), Text(typed, at + "hint"), Some(Lines(typed, at + "columns")));
    }

    // Whoever adds a row need not think of an id.
    private static FormDefinition Named(FormDefinition form)
    {
        var taken = form.Rows.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        return form with { Sections = [.. form.Sections.Select(s => s with { Rows = [.. s.Rows.Select(r => r.Id.Length > 0 ? r : r with { Id = Free(r.Key, taken) })] })] };
    }

    private static string Free(string key, HashSet<string> taken)
    {
        var name = string.Concat(key.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        var id = Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{n}")).First(i => !taken.Contains(i));
        taken.Add(id);
        return id;
    }

    private static IEnumerable<int> Indices(IFormCollection typed, string list) =>
        typed.Keys.Where(k => k.StartsWith(list + "[", StringComparison.Ordinal)).Select(k => k[(list.Length + 1)..].Split(']')[0])
            .Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var i) ? i : -1).Where(i => i >= 0).Distinct().Order();

    private static int Place(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var n) ? n : int.MaxValue;

    private static string Text(IFormCollection typed, string name) => KeepableText.Of(typed[name].ToString())!.ReplaceLineEndings("\n").Trim();

    private static List<string> Lines(IFormCollection typed, string name) => [.. Text(typed, name).Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];

    private static List<string>? Some(List<string> lines) => lines.Count > 0 ? lines : null;
}
