using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Web.Reporting;

/// <summary>The form of residents and other outsiders (32-2-1), in both languages.</summary>
public sealed class ContactWords(Language language)
{
    public string Title => language.Say("情報セキュリティについての連絡（住民・外部の方）", "Tell us about an information security problem (residents and others)");

    public string Lead => language.Say("不審なメール、ホームページの異常、個人情報の漏えいなど、気づいたことをお知らせください。匿名でも受け付けます。",
        "Tell us what you noticed: suspicious mails, a strange website, leaked personal data. You need not give your name.");

    public string Emergency => language.Say("救急・火災は119番へ。", "For an ambulance or a fire, call 119.");

    public string NoEmergency => language.Say("このフォームでは救急・火災を受け付けられません。", "This form cannot call an ambulance or a fire engine.");

    public string Trap => language.Say("この欄は空のままにしてください", "Leave this field empty");

    public string Kinds => language.Say("どのようなことに気づきましたか", "What did you notice?");

    public string DescriptionHint => language.Say("いつ、何が起きたか。わかることだけで構いません（2,000文字まで）", "When and what happened. Tell us only what you know (up to 2,000 characters; any language)");

    public string Place => language.Say("見つけた場所", "Where did you find it?");

    public string PlaceHint => language.Say("ページのアドレス（URL）や建物の名前など。怪しいリンクは押さずに、文字だけ写してください", "An address (URL) or a building. Do not follow a suspicious link; copy its letters only");

    public string Contact => language.Say("連絡先", "How to reach you");

    public string ContactHint => language.Say("電話番号かメールアドレス。返事が必要なときに書いてください", "A telephone number or mail address, if you want an answer");

    public string Send => language.Say("連絡を送る", "Send");

    public string WhoSees => language.Say("送った内容は、情報セキュリティの担当者だけが見ます。書いていただいた連絡先は、この件の連絡だけに使います", "Only those responsible for information security will see this. How to reach you is used for this matter alone");

    /// <summary>What is found here for each kind, because somebody outside sees only the effect.</summary>
    public string Kind(Domain.OccurrenceKind kind) => kind switch
    {
        Domain.OccurrenceKind.SuspiciousMail => language.Say("この組織を名のる不審なメール・電話・メッセージが届いた", "A suspicious mail, call or message in the name of this organisation"),
        Domain.OccurrenceKind.Website => language.Say("ホームページがおかしい（書き換え・見られない・にせもの）", "Something is wrong with the website (altered, unreachable, a fake)"),
        Domain.OccurrenceKind.Missent => language.Say("個人情報が漏れている・ほかの人あての物が届いた", "Personal data has leaked, or something for another person reached me"),
        Domain.OccurrenceKind.Loss => language.Say("書類・USBメモリ・パソコンなどを拾った", "I found a document, USB memory or computer"),
        Domain.OccurrenceKind.Outage => language.Say("申請などのサービスが使えない", "A service such as applications cannot be used"),
        Domain.OccurrenceKind.Other => language.Say("わからない・その他", "I do not know, or something else"),
        _ => language.Of(kind),
    };
}
