using System.Collections.Immutable;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Reporting;

/// <summary>One question of 「追加で教えてください」.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Text">The question; it is stored with the answer.</param>
/// <param name="Choices">Empty for free text.</param>
/// <param name="Several">Whether more than one choice may be taken.</param>
/// <param name="When">The kinds that it concerns; empty for all. Whoever chose 「わからない」 is asked everything.</param>
public sealed record Question(string Name, string Text, string Hint = "", ImmutableArray<string> Choices = default, bool Several = false, ImmutableArray<OccurrenceKind> When = default, int Rows = 1)
{
    public bool IsChoice => !Choices.IsDefaultOrEmpty;

    public IEnumerable<Option> Options => Choices.Select(c => new Option(c, c));

    public bool Concerns(IReadOnlyCollection<OccurrenceKind> kinds) => When.IsDefaultOrEmpty || kinds.Contains(OccurrenceKind.Other) || When.Any(kinds.Contains);
}

/// <summary>The second page of the form: everything is optional.</summary>
public static class Questions
{
    public const int LongestAnswer = 1000;

    public static ImmutableArray<Question> All { get; } =
    [
        new("Noticed", "いつ気づきましたか", Choices: ["たった今", "今日", "昨日以前", "わからない"]),
        new("NoticedTime", "気づいた日時", "わかれば。例：今朝9時40分ごろ"),
        new("Done", "もう行ったこと", "当てはまるものをすべて", ["LANを抜いた", "Wi-Fiを切った", "電源を切った", "再起動した", "何もしていない"], Several: true),
        new("Device", "機器の種類と管理番号", "例：事務用ノートパソコン、D-0231"),
        new("System", "OS・使っていたシステム", "例：Windows 11、文書管理システム"),
        new("PersonalData", "個人情報が含まれますか", Choices: ["はい", "いいえ", "わからない"]),
        new("Persons", "個人情報の人数", "およその数で構いません"),
        new("MyNumber", "マイナンバーが含まれますか", Choices: ["はい", "いいえ", "わからない"]),
        new("Locked", "暗号化や画面のロックをしていましたか", "", ["どちらもしていた", "暗号化だけ", "画面のロックだけ", "どちらもしていない", "わからない"], When: [OccurrenceKind.Loss]),
        new("Recipients", "誤って送った相手と件数", "相手の名前やアドレス、送った方法", When: [OccurrenceKind.Missent], Rows: 3),
        new("Mail", "メールの件名・差出人・URL", "リンクは押さずに、文字だけ写してください", When: [OccurrenceKind.SuspiciousMail], Rows: 3),
        new("Contacted", "連絡してきた人", "名前、連絡先、連絡のあった時刻", When: [OccurrenceKind.OutsideContact], Rows: 3),
        new("More", "ほかに伝えたいこと", "直したいことも、ここに書いてください", Rows: 5),
    ];

    public static IEnumerable<Question> For(Report report) => All.Where(q => q.Concerns(report.Occurrence.Kinds));

    /// <summary>Place of a stored question in the form; what is not asked there comes last.</summary>
    public static int Place(string text) => All.ToList().FindIndex(q => q.Text == text) is var i and >= 0 ? i : All.Length;

    /// <summary>What the same form said when it was sent a second time with other content.</summary>
    public static SupplementReport Resent(ReportOccurrence wish)
    {
        var answers = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        answers["送り直し：何が起きましたか"] = string.Join("、", wish.Kinds.Select(k => Term.Of(k)));
        answers["送り直し：119番・指令への影響"] = Term.Of(wish.EmergencyImpact);
        answers["送り直し：所属"] = wish.SectionId ?? "";
        answers["送り直し：折り返しの電話番号"] = wish.Phone;
        answers["送り直し：お名前"] = wish.Name;
        foreach (var (part, i) in Parts(wish.Description).Select((part, i) => (part, i))) answers[$"送り直し：状況（{i + 1}）"] = part;
        return new(answers.ToImmutable());
    }

    // Never between the two halves of one character (𠮷).
    private static IEnumerable<string> Parts(string text)
    {
        for (var from = 0; from < text.Length;)
        {
            var length = Math.Min(LongestAnswer, text.Length - from);
            if (char.IsHighSurrogate(text[from + length - 1]) && from + length < text.Length) length--;
            yield return text.Substring(from, length);
            from += length;
        }
    }
}
