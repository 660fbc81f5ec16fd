using System.Collections.Immutable;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Reporting;

/// <summary>One question of 「追加で教えてください」.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Text">The question as it is stored with the answer; those who read it later read Japanese.</param>
/// <param name="English">The question for a reporter who reads English.</param>
/// <param name="Choices">Empty for free text; stored in Japanese.</param>
/// <param name="Several">Whether more than one choice may be taken.</param>
/// <param name="When">The kinds that it concerns; empty for all. Whoever chose 「わからない」 is asked everything.</param>
/// <param name="Inside">About devices of the organisation: residents and others are not asked.</param>
public sealed record Question(string Name, string Text, string English, (string Japanese, string English) Hint = default, ImmutableArray<(string Japanese, string English)> Choices = default,
    bool Several = false, ImmutableArray<OccurrenceKind> When = default, int Rows = 1, bool Inside = false)
{
    public bool IsChoice => !Choices.IsDefaultOrEmpty;

    public string In(Language language) => language.Say(Text, English);

    public string HintIn(Language language) => language.Say(Hint.Japanese ?? "", Hint.English ?? "");

    public IEnumerable<Option> Options(Language language) => IsChoice ? Choices.Select(c => new Option(c.Japanese, language.Say(c.Japanese, c.English))) : [];

    public bool Concerns(IReadOnlyCollection<OccurrenceKind> kinds) => When.IsDefaultOrEmpty || kinds.Contains(OccurrenceKind.Other) || When.Any(kinds.Contains);
}

/// <summary>The second page of the form: everything is optional.</summary>
public static class Questions
{
    public const int LongestAnswer = 1000;

    private const string Separator = "、";

    public static ImmutableArray<Question> All { get; } =
    [
        new("Noticed", "いつ気づきましたか", "When did you notice it?", Choices: [("たった今", "Just now"), ("今日", "Today"), ("昨日以前", "Yesterday or earlier"), ("わからない", "I do not know")]),
        new("NoticedTime", "気づいた日時", "Date and time when you noticed it", ("わかれば。例：今朝9時40分ごろ", "If you know. For example: about 9:40 this morning")),
        new("Done", "もう行ったこと", "What you have done already", ("当てはまるものをすべて", "Everything that applies"),
            [("LANを抜いた", "Unplugged the network cable"), ("Wi-Fiを切った", "Turned Wi-Fi off"), ("電源を切った", "Turned the power off"), ("再起動した", "Restarted it"), ("何もしていない", "Nothing")], Several: true, Inside: true),
        new("Device", "機器の種類と管理番号", "Kind and inventory number of the device", ("例：事務用ノートパソコン、D-0231", "For example: office notebook, D-0231"), Inside: true),
        new("System", "OS・使っていたシステム", "Operating system and systems in use", ("例：Windows 11、文書管理システム", "For example: Windows 11, document management"), Inside: true),
        new("PersonalData", "個人情報が含まれますか", "Does it contain personal data?", Choices: YesNo),
        new("Persons", "個人情報の人数", "Number of persons concerned", ("およその数で構いません", "A rough number is fine")),
        new("MyNumber", "マイナンバーが含まれますか", "Does it contain individual numbers (My Number)?", Choices: YesNo),
        new("Locked", "暗号化や画面のロックをしていましたか", "Was it encrypted or locked?",
            Choices: [("どちらもしていた", "Both"), ("暗号化だけ", "Encrypted only"), ("画面のロックだけ", "Locked only"), ("どちらもしていない", "Neither"), ("わからない", "I do not know")], When: [OccurrenceKind.Loss], Inside: true),
        new("Recipients", "誤って送った相手と件数", "To whom it was sent, and how much", ("相手の名前やアドレス、送った方法", "Names or addresses, and how it was sent"), When: [OccurrenceKind.Missent], Rows: 3),
        new("Mail", "メールの件名・差出人・URL", "Subject, sender and URL of the mail", ("リンクは押さずに、文字だけ写してください", "Do not follow the link; copy its letters only"), When: [OccurrenceKind.SuspiciousMail], Rows: 3),
        new("Contacted", "連絡してきた人", "Who contacted you", ("名前、連絡先、連絡のあった時刻", "Name, how to reach them, and when they did"), When: [OccurrenceKind.OutsideContact], Rows: 3),
        new("More", "ほかに伝えたいこと", "Anything else", ("直したいことも、ここに書いてください", "Corrections too"), Rows: 5),
    ];

    private static ImmutableArray<(string, string)> YesNo => [("はい", "Yes"), ("いいえ", "No"), ("わからない", "I do not know")];

    /// <summary>A stored question in the reader's language; what is not asked there stays as it is stored.</summary>
    public static string In(Language language, string stored) => Known(stored)?.In(language) ?? stored;

    /// <summary>A stored answer in the reader's language; what was typed stays as it was typed.</summary>
    public static string In(Language language, string stored, string answer) => Known(stored) is { IsChoice: true } question
        ? string.Join(language.Say(Separator, ", "), answer.Split(Separator).Select(a => question.Options(language).FirstOrDefault(o => o.Value == a)?.Text ?? a))
        : answer;

    public static IEnumerable<Question> For(Report report) => All.Where(q => q.Concerns(report.Occurrence.Kinds) && !(q.Inside && report.Outside));

    /// <summary>Place of a stored question in the form; what is not asked there comes last.</summary>
    public static int Place(string text) => All.ToList().FindIndex(q => q.Text == text) is var i and >= 0 ? i : All.Length;

    private static Question? Known(string stored) => All.FirstOrDefault(q => q.Text == stored);

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
