using System.Collections.Immutable;
using CsirtFlow.Domain;

namespace CsirtFlow.Notifications;

/// <summary>ひな形の確認: before a template is stored or approved it is written with sample values in every way that it can be used. Pure.</summary>
public static class TemplateCheck
{
    private const string Link = "https://csirt.example.jp/incidents/R8-0017";
    private const string Hotline = "024-000-0000";

    private static readonly bool[] Drill = [false, true];
    private static readonly DutyLine[] Duties = [new("第32条第3項第1号", "報告の評価", "11月22日（日）11:45まで", "目安"), new("第32条第1項第4号", "個人情報保護委員会への速報", "", "法令")];

    /// <summary>差込み: what a template may name, and what it stands for. <c>subject</c> and <c>body</c> are for the frame alone.</summary>
    public static IReadOnlyDictionary<string, Wording> Places { get; } = new Dictionary<string, Wording>(StringComparer.Ordinal)
    {
        ["organisation"] = new("団体名", "name of the organisation"),
        ["number"] = new("受付番号（ないときは空）", "receipt number (empty where there is none)"),
        ["recipient"] = new("受け取る人の氏名", "name of the recipient"),
        ["office"] = new("受け取る人の役職（ないときは空）", "office of the recipient (empty where there is none)"),
        ["first"] = new("最初の義務：first.title 名称、first.clause 条項、first.due 期限、first.clock 目安・法令", "the first duty: first.title, first.clause, first.due (limit), first.clock (kind of limit)"),
        ["duties"] = new("すべての義務。for で1件ずつ", "every duty, one by one with for"),
        ["others"] = new("最初のほかの義務の件数（ないときは空）", "number of duties beside the first (empty where there is none)"),
        ["link"] = new("画面のアドレス", "address of the page"),
        ["urgent_119"] = new("119番・指令に影響があるとき真", "true where 119 or dispatching is affected"),
        ["routing_remark"] = new("なぜこの人に届いたか（ないときは空）", "why it came to this person (may be empty)"),
        ["hotline"] = new("緊急の電話番号", "emergency telephone number"),
        ["drill"] = new("訓練のとき真", "true in a drill"),
        ["subject"] = new("枠だけ：理由ごとの件名", "frame alone: the subject of the reason"),
        ["body"] = new("枠だけ：理由ごとの本文", "frame alone: the text of the reason"),
    };

    /// <summary>差込み that this template may name.</summary>
    public static IEnumerable<KeyValuePair<string, Wording>> PlacesOf(string name) => Places.Where(p => name is NoticeTemplates.Frame || p.Key is not ("subject" or "body"));

    /// <summary>What keeps a text from being this template; empty when nothing does.</summary>
    public static ImmutableArray<Wording> Problems(string name, string text)
    {
        if (!NoticeTemplates.Names.Contains(name)) return [new($"「{name}」というひな形はありません。", $"There is no template '{name}'.")];
        if (text != CleanText.Lines(text)) return [new("制御文字は使えません。", "Control characters cannot be used.")];
        try
        {
            var (subject, body) = NoticeTemplates.Split(name, text);
            if (string.IsNullOrWhiteSpace(subject) || subject.Contains('\n', StringComparison.Ordinal)) return [new("件名を1行で入力してください。", "Enter the subject on one line.")];
            if (string.IsNullOrWhiteSpace(body)) return [new("本文を入力してください。", "Enter the text.")];

            foreach (var (part, source) in new[] { (new Wording("件名", "the subject"), subject), (new Wording("本文", "the text"), body) })
                if (Unreadable(name, part, source) is { } problem) return [problem];

            var unknown = NoticeTemplate.Parse(name, text).Names.Except(PlacesOf(name).Select(p => p.Key)).ToList();
            if (unknown.Count > 0) return [.. unknown.Select(n => new Wording($"「{n}」という差込みはありません。", $"There is nothing called '{n}' to fill in."))];

            var templates = new NoticeTemplates(new Dictionary<string, string>(StringComparer.Ordinal) { [name] = text });
            return [.. Samples(name).Select(facts => Missing(name, facts, NoticeLetter.Write(facts, templates))).OfType<Wording>().Distinct()];
        }
        catch (NoticeTemplateException e)
        {
            return [new($"このひな形では通知文を作れません（{e.Message}）。", $"No notice can be written with this template ({e.Message}).")];
        }
    }

    // What Scriban says of it stands behind for whoever knows Scriban.
    private static Wording? Unreadable(string name, Wording part, string source)
    {
        // Scriban reads to the end of the text where one is left open.
        if (source.Split("{{").Length != source.Split("}}").Length) return new($"{part.Japanese}の {{{{ と }}}} の数が合いません。", $"In {part.English} not every {{{{ has its }}}}.");
        try
        {
            NoticeTemplate.Parse(name, source);
            return null;
        }
        catch (NoticeTemplateException e)
        {
            return new($"{part.Japanese}の{e.Line}行目までに、書き方の誤りがあります。{{{{ と }}}} の対応、if・for と end の対応、つづりを確かめてください（{e.Message}）。",
                $"There is a mistake in {part.English}, in line {e.Line} or before: check that every {{{{ has its }}}} and every if and for its end, and the spelling ({e.Message}).");
        }
    }

    /// <summary>How it reads with sample values.</summary>
    /// <exception cref="NoticeTemplateException">It cannot be written.</exception>
    public static (string Subject, string Text) Sample(string name, string text) =>
        NoticeLetter.Write(Samples(name).First(), new NoticeTemplates(new Dictionary<string, string>(StringComparer.Ordinal) { [name] = text }));

    // Every notice leads to its page, names the telephone and says that it is a drill.
    private static Wording? Missing(string name, NoticeFacts facts, (string Subject, string Text) letter) => letter switch
    {
        { Subject: "" } => new("件名が空になることがあります。", "The subject can become empty."),
        _ when !letter.Text.Contains(facts.Link, StringComparison.Ordinal) => new("枠には {{ link }}（画面のアドレス）が必要です。", "The frame needs {{ link }}, the address of the page."),
        _ when !letter.Text.Contains(facts.Hotline, StringComparison.Ordinal) => new("枠には {{ hotline }}（緊急の電話番号）が必要です。", "The frame needs {{ hotline }}, the emergency telephone number."),
        _ when facts.Duties is [var first, ..] && !NoticeLetter.MayComeAlone(facts.Reason) && !$"{letter.Subject}{letter.Text}".Contains(first.Title, StringComparison.Ordinal) => new("義務の名称（{{ first.title }} 又は duties）が必要です。", "The name of the duty is needed ({{ first.title }} or duties)."),
        _ when name is NoticeTemplates.Frame && facts.Duties is [var first, ..] && !NoticeLetter.MayComeAlone(facts.Reason) && !letter.Text.Contains(first.Title, StringComparison.Ordinal) => new("枠には {{ body }}（理由ごとの本文）が必要です。", "The frame needs {{ body }}, the text of the reason."),
        _ when facts.Drill && !(letter.Subject.Contains("訓練", StringComparison.Ordinal) && letter.Text.Contains("訓練", StringComparison.Ordinal)) => new("枠の件名と本文は、訓練のときに「訓練」と書く必要があります。", "In a drill the subject and the text of the frame must say 訓練."),
        _ => null,
    };

    // The frame stands around every reason.
    private static IEnumerable<NoticeFacts> Samples(string name) =>
        from reason in NoticeTemplates.ReasonOf(name) is { } one ? [one] : Enum.GetValues<NoticeReason>()
        from count in NoticeLetter.MayComeAlone(reason) ? Enumerable.Range(0, 3).Reverse() : Enumerable.Range(1, 2)
        let duties = Duties[..count]
        from drill in Drill
        select new NoticeFacts("架空地方消防組合", duties.Length == 0 ? "" : "R8-0017", "見本 花子", drill ? "" : "情報セキュリティ責任者", reason, duties, Link, Urgent119: drill, drill ? "" : "管理者が不在のため代理者へ送っています", Hotline, drill);
}
