using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>事象・所属の提案: what a mail seems to be about, by the words in it. A proposal for whoever evaluates the report; the words of the mail stand beside it.</summary>
public static class MailProposal
{
    private static readonly ImmutableArray<(OccurrenceKind Kind, ImmutableArray<string> Words)> Kinds =
    [
        (OccurrenceKind.Ransom, ["ランサム", "身代金", "暗号化され", "ファイルが開けない", "ファイルが開かない", "ransom"]),
        (OccurrenceKind.Malware, ["ウイルス", "ウィルス", "マルウェア", "動きがおかしい", "動作がおかしい", "virus", "malware"]),
        (OccurrenceKind.SuspiciousMail, ["不審なメール", "不審メール", "迷惑メール", "フィッシング", "リンクを押", "リンクをクリック", "添付を開", "なりすましメール", "phishing"]),
        (OccurrenceKind.Loss, ["紛失", "なくし", "無くし", "失くし", "置き忘れ", "盗まれ", "盗難", "見当たら", "見つからない"]),
        (OccurrenceKind.Missent, ["誤送信", "誤って送", "間違えて送", "まちがえて送", "宛先を間違", "誤送付", "誤配", "漏えい", "漏洩", "流出"]),
        (OccurrenceKind.Website, ["改ざん", "改竄", "ホームページ", "ウェブサイト"]),
        (OccurrenceKind.Outage, ["使えない", "つながらない", "繋がらない", "停止して", "障害", "落ちて", "動かない"]),
        (OccurrenceKind.AccountMisuse, ["不正ログイン", "乗っ取", "パスワードが変わ", "知らない間にログイン", "身に覚えのないログイン"]),
        (OccurrenceKind.PolicyBreach, ["規則に反", "規程に反", "ルール違反", "無断で持ち出", "私物の"]),
    ];

    private static readonly ImmutableArray<string> Emergency = ["119", "指令台", "指令システム", "救急出動", "出動指令"];
    private static readonly ImmutableArray<string> Stopped = ["使えない", "使えま", "止ま", "停止", "つながら", "繋がら", "受けられ", "鳴らない", "動かない", "不通", "ダウン", "落ち"];

    /// <summary>At least one; 「わからない・その他」 where no word says anything.</summary>
    public static ImmutableArray<OccurrenceKind> KindsOf(string text, bool outside)
    {
        var plain = Plain(text);
        var found = Kinds.Where(k => k.Words.Any(w => plain.Contains(w, StringComparison.OrdinalIgnoreCase))).Select(k => k.Kind).ToList();
        if (outside) found.Add(OccurrenceKind.OutsideContact);
        return found.Count == 0 ? [OccurrenceKind.Other] : [.. found];
    }

    /// <summary>「ある」 where one sentence says that what serves 119番 does not work; otherwise nobody has said.</summary>
    public static EmergencyImpact EmergencyOf(string text) =>
        Plain(text).Split('。', '\n').Any(s => Emergency.Any(w => s.Contains(w, StringComparison.Ordinal)) && Stopped.Any(w => s.Contains(w, StringComparison.Ordinal)))
            ? EmergencyImpact.Present : EmergencyImpact.Unknown;

    /// <summary>The section of the person whose address it is, else the only one that the text names, else null.</summary>
    public static string? SectionOf(Organisation organisation, MailSender sender, string text)
    {
        if (organisation.Person(sender.PersonId ?? "") is { } person && organisation.Section(person.SectionId) is { } own) return own.Id;

        var named = organisation.Sections.Where(s => s.Name.Length > 0 && text.Contains(s.Name, StringComparison.Ordinal)).ToList();
        return named is [var only] ? only.Id : null;
    }

    /// <summary>From outside: nobody of the 連絡網 has this address, and it is not in the domain of the organisation's own contact. Domains of the people do not count: one of them may be with a carrier.</summary>
    public static bool IsOutside(Organisation organisation, string address) =>
        !organisation.People.Any(p => p.Mail.Equals(address, StringComparison.OrdinalIgnoreCase))
        && !(organisation.Profile.ContactMail is { Length: > 0 } own && DomainOf(own).Equals(DomainOf(address), StringComparison.OrdinalIgnoreCase));

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];

    private static string Plain(string text) => text.Normalize(System.Text.NormalizationForm.FormKC);
}
