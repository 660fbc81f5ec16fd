using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using CsirtFlow.Domain;

namespace CsirtFlow.Notifications.Documents;

/// <summary>What keeps a definition from being a form.</summary>
/// <param name="Field"><c>title</c>, <c>rows[3].key</c> (counted through all sections, from 0); empty for the form as a whole.</param>
public sealed record FormProblem(string Field, Wording Sentence);

/// <summary>様式の確認: before a definition is stored, approved or used. Pure.</summary>
public static partial class FormCheck
{
    private const int MostSections = 40;
    private const int MostRows = 100;
    private const int MostChoices = 60;
    private const int MostColumns = 12;
    private const int LongestLine = 300;
    private const int LongestText = 2000;

    /// <summary>欄の鍵 whose words were written for the house or for an authority: a form for everybody has none of them.</summary>
    public static IReadOnlySet<string> NotForEverybody { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "incident.title", "incident.summary", "incident.course", "system.names", "cause.detail", "containment.actions", "recovery.status", "evidence.preserved",
        "external.contacts", "other.remarks", "persons.response_detail", "prevention.done", "prevention.planned", "contact.person", "contact.night_phone",
    };

    /// <summary>Whether a form may have this id.</summary>
    public static bool IsId(string id) => FormId().IsMatch(id) && id is not ("other" or "new");

    public static ImmutableArray<FormProblem> Problems(FormDefinition form) => HasGaps(form) ? [new("", new("一覧の中に null は書けません。", "There is a null in a list."))] : [.. OfHead(form), .. OfRows(form)];

    // What the types say about null holds for properties alone, not for the elements of a list.
    private static bool HasGaps(FormDefinition form) =>
        new IEnumerable<object?>[] { form.Sources, form.Addressees, form.Lead, form.Notes, form.Serves ?? [], form.Sections }.Any(list => list.Contains(null))
        || form.Sections.Any(s => s.Rows.Contains(null!) || s.Rows.Any(r => r.Choices?.Contains(null!) is true || r.Columns?.Contains(null!) is true));

    private static IEnumerable<FormProblem> OfHead(FormDefinition form)
    {
        if (!IsId(form.Id)) yield return new("id", new("様式の id は、英小文字と数字をハイフンでつないだ60文字までの名前にしてください。", "The id of a form is made of small letters and digits joined by hyphens, 60 at most."));
        if (string.IsNullOrWhiteSpace(form.Title)) yield return new("title", new("題名を入力してください。", "Enter the title."));
        if (Term(form.Classification) is null) yield return new("classification", new($"区分「{form.Classification}」はありません。", $"There is no classification '{form.Classification}'."));
        if (!Enum.IsDefined(form.Audience)) yield return new("audience", new("読む人を選んでください。", "Choose who reads it."));
        if (!form.Internal && form.Audience is Audience.House) yield return new("audience", new("庁内の言葉を写す様式は、外へ出る文書にできません。読む人を官公署又は公表にしてください。", "A form that takes over words written for the house cannot leave it. Choose authority or public."));
        if (form.Publication && (form.Audience is not Audience.Public || form.Internal)) yield return new("audience", new("公表する様式は、読む人を公表にし、庁内の文書にしないでください。", "What is published is for the public and not internal."));
        foreach (var key in form.Serves ?? [])
            if (form.Internal || !DutyTable.OfIncident.Any(d => d.Key == key && !d.TowardsOutside.IsEmpty)) yield return new("serves", new($"「{key}」は、外部への提出で果たす義務ではありません。", $"'{key}' is no duty that a filing with another body fulfils."));
        foreach (var place in new[] { form.Title }.Concat(form.Lead).SelectMany(t => Places().Matches(t).Select(m => m.Value)).Where(p => p is not "{issue}"))
            yield return new("lead", new($"「{place}」という差込みはありません。使えるのは {{issue}} だけです。", $"There is no place '{place}'; only {{issue}} is filled in."));
        if (form.Addressees.Any(a => string.IsNullOrWhiteSpace(a.Name))) yield return new("addressees", new("宛先の名前を入力してください。", "Enter the name of each addressee."));
        if (form.Addressees.Count > 20 || form.Lead.Count > 20 || form.Notes.Count > 20 || form.Sources.Count > 20) yield return new("", new("宛先・前文・備考・根拠は、それぞれ20件までにしてください。", "There may be 20 addressees, paragraphs, notes and sources each."));
        foreach (var problem in Texts("title", LongestLine, form.Title).Concat(Texts("sources", LongestLine, [.. form.Sources])).Concat(Texts("lead", LongestText, [.. form.Lead])).Concat(Texts("notes", LongestText, [.. form.Notes]))
            .Concat(Texts("addressees", LongestLine, [.. form.Addressees.SelectMany(a => new[] { a.Name, a.Honorific })]))) yield return problem;
    }

    private static IEnumerable<FormProblem> OfRows(FormDefinition form)
    {
        var rows = form.Rows.ToList();
        if (rows.Count is 0 or > MostRows || form.Sections.Count > MostSections) yield return new("", new($"欄は1から{MostRows}まで、節は{MostSections}までにしてください。", $"A form has 1 to {MostRows} rows in up to {MostSections} sections."));
        foreach (var (section, i) in form.Sections.Select((s, i) => (s, i)))
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"sections[{i}].title");
            if (string.IsNullOrWhiteSpace(section.Title)) yield return new(at, new($"節{i + 1}の見出しを入力してください。", $"Enter the heading of section {i + 1}."));
            foreach (var problem in Texts(at, LongestLine, section.Number, section.Title)) yield return problem;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (row, i) in rows.Select((r, i) => (r, i)))
        {
            string At(string name) => string.Create(CultureInfo.InvariantCulture, $"rows[{i}].{name}");
            // People know a row by its label; the id is the program's.
            var called = string.IsNullOrWhiteSpace(row.Label) ? string.Create(CultureInfo.InvariantCulture, $"{i + 1}") : row.Label;
            if (!RowId().IsMatch(row.Id)) yield return new(At("id"), new($"欄「{called}」の id「{row.Id}」は、英数字とハイフンの60文字までにしてください。", $"The id '{row.Id}' of row '{called}' may have letters, digits and hyphens, 60 at most."));
            if (!seen.Add(row.Id)) yield return new(At("id"), new($"欄「{called}」の id「{row.Id}」は、ほかの欄にもあります。", $"The id '{row.Id}' of row '{called}' is there twice."));
            if (string.IsNullOrWhiteSpace(row.Label)) yield return new(At("label"), new($"上から{called}番目の欄の名前を入力してください。", $"Enter the label of row {called}."));
            if (!FormKeys.IsKnown(row.Key)) yield return new(At("key"), new(row.Key.Length == 0 ? $"欄「{called}」の項目を選んでください。" : $"欄「{called}」の項目「{row.Key}」はありません。", row.Key.Length == 0 ? $"Choose what row '{called}' shows." : $"Row '{called}' has the unknown key '{row.Key}'."));
            else if (SubjectOf(row.Key) is { } subject && subject != form.Subject)
                yield return new(At("key"), new($"「{FormKeys.All[row.Key].Japanese}」は、この様式では使えません。", $"'{row.Key}' cannot stand in this form."));
            else if (form.Audience is Audience.Public && NotForEverybody.Contains(row.Key))
                yield return new(At("key"), new($"「{FormKeys.All[row.Key].Japanese}」は庁内又は官公署向けに書いた言葉です。公表する様式では、公表用の項目を使ってください。", $"'{row.Key}' was written for the house or for an authority. A form for everybody uses what is worded for the public."));
            if (row.Choices?.Count > MostChoices || row.Columns?.Count > MostColumns || row.Choices?.Any(string.IsNullOrWhiteSpace) is true || row.Columns?.Any(string.IsNullOrWhiteSpace) is true)
                yield return new(At("choices"), new($"欄「{called}」の選択肢は{MostChoices}、列は{MostColumns}までで、空にはできません。", $"Row '{called}' may have {MostChoices} choices and {MostColumns} columns, none of them empty."));
            if (row is { Choices.Count: > 0, Columns.Count: > 0 }) yield return new(At("choices"), new($"欄「{called}」は、選択肢か列のどちらかにしてください。", $"Row '{called}' has either choices or columns."));
            foreach (var problem in Texts(At("label"), LongestLine, [row.Label, row.Hint, .. row.Choices ?? [], .. row.Columns ?? []])) yield return problem;
        }
    }

    private static IEnumerable<FormProblem> Texts(string field, int longest, params string[] texts)
    {
        if (texts.Any(t => t.Length > longest)) yield return new(field, new($"長すぎる文があります（{longest}文字まで）。", $"A text is too long ({longest} characters at most)."));
        if (texts.Any(t => t != CleanText.Lines(t) || (longest == LongestLine && t.Contains('\n', StringComparison.Ordinal)))) yield return new(field, new("制御文字や、1行の欄の改行は使えません。", "Control characters, and line breaks in a single line, cannot be used."));
    }

    private static FormSubject? SubjectOf(string key) => key.Split('.')[0] switch { "duties" => FormSubject.Duties, "year" => FormSubject.Year, _ => null };

    private static Confidentiality? Term(string classification) =>
        Enum.GetValues<Confidentiality>().Where(c => c is not Confidentiality.Unknown && Domain.Term.Of(c) == classification).Select(c => (Confidentiality?)c).FirstOrDefault();

    [GeneratedRegex("^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FormId();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]{0,59}$", RegexOptions.None, 1000)]
    private static partial Regex RowId();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Places();
}
