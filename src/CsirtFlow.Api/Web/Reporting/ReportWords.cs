using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Reports;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Reporting;

/// <summary>The report form of staff and contractors (32-1-1), and what all forms of reporters share, in both languages.</summary>
public sealed class ReportWords(Language language)
{
    private const int LargestFile = EvidenceStore.LargestFile / 1024 / 1024;

    public string Title => language.Say("情報セキュリティの異常を報告する", "Report an information security problem");

    public string Lead => language.Say("わかることだけで構いません。1〜2分で終わります。間違っていても、あとから直せます。", "Tell us only what you know. It takes one or two minutes, and you can correct it later.");

    public string First => language.Say("パソコンの様子がおかしいときは、報告の前に", "If a computer behaves strangely, do this before you report");

    public string FirstCable => language.Say("LANケーブルを抜く。無線（Wi-Fi）は切る。", "Unplug the network cable. Turn Wi-Fi off.");

    public string FirstBut => language.Say("ただし、", "But: ");

    public string FirstNever => language.Say("指令台・119番受付・無線の端末は抜かずに、当直長へ連絡", "never unplug dispatch desks, 119 call desks or radio terminals; call the duty chief instead");

    public string FirstPower => language.Say("電源は切らない。再起動もしない。", "Do not turn it off. Do not restart it.");

    public string FirstPicture => language.Say("画面はそのまま。別のスマートフォンで写真を撮る。", "Leave the screen as it is. Take a photograph with another phone.");

    public string Kinds => language.Say("何が起きましたか", "What happened?");

    public string KindsHint => language.Say("当てはまるものをすべて。迷ったら「わからない」で構いません", "Choose everything that applies. “I do not know” is fine");

    public string Impact => language.Say("119番の受付・指令・救急出動に影響がありますか", "Does it affect 119 calls, dispatching or ambulances?");

    public string ImpactHint => language.Say("少しでも遅れや停止があれば「ある」", "Any delay or stop, however small, is a “Yes”");

    public string Description => language.Say("状況を教えてください", "What did you see?");

    public string DescriptionHint => language.Say(
        $"例：10時ごろ、2階事務室のパソコンに英語の画面が出て、ファイルが開けなくなった（{ReportOccurrence.LongestDescription:N0}文字まで）",
        $"For example: about 10 o'clock a screen in English appeared on a computer in the office on the second floor, and files would not open (up to {ReportOccurrence.LongestDescription:N0} characters; any language)");

    public string Section => language.Say("どこで起きましたか（所属）", "Where did it happen? (section)");

    public string SectionHint => language.Say("委託事業者の方は、業務の相手の所属を選んでください", "Contractors: choose the section you work for");

    public string Phone => language.Say("折り返しの電話番号", "Telephone number to call you back");

    public string PhoneHint => language.Say("すぐに出られる番号。内線でも構いません", "A number you can answer at once. An extension is fine");

    public string Name => language.Say("お名前", "Your name");

    public string NameHint => language.Say("書かなくても受け付けます", "You may leave this empty");

    public string Files => language.Say("画面の写真など", "Photographs of the screen and other files");

    public string FilesHint => language.Say(
        $"{EvidenceStore.MostFiles}個まで、1個{LargestFile}MBまで。アップロードできないときは、写真を残しておけば大丈夫です",
        $"Up to {EvidenceStore.MostFiles} files of {LargestFile} MB each. If they cannot be sent, just keep the photographs");

    public string Send => language.Say("報告を送る", "Send the report");

    public string WhoSees => language.Say("送った内容は、対応する役職の人（情報セキュリティ管理者、窓口、CSIRTなど）だけが見ます", "Only those whose duty it is will see this: the security manager, the contact point, CSIRT");

    public string Urgent => language.Say("お急ぎの場合：電話 ", "If it is urgent, call ");

    // In the other language: whoever cannot read this one must find it.
    public string Translate => language.Say("Continue in English (what you typed stays)", "日本語で続ける（入力した内容は残ります）");

    public string CannotSendNow => language.Say("いまは送れません", "It cannot be sent now");

    public string NotSent => language.Say("送信できませんでした", "It could not be sent");

    public string FilesAgain => language.Say("ファイルは残っていません。もう一度選ぶか、ファイルなしで送ってください", "The files were not kept. Choose them again, or send without files");

    public string FileTooLarge => language.Say($"このファイルは{LargestFile}MBを超えています。写真を残したまま、ファイルなしで送ってください", $"A file is larger than {LargestFile} MB. Keep the photographs and send without files");

    public string TooManyBytes => language.Say("短い間に多くのファイルが送られました。写真を残したまま、ファイルなしで送ってください", "Many files were sent in a short time. Keep the photographs and send without files");

    public string TooManyFiles => language.Say($"ファイルは{EvidenceStore.MostFiles}個までにしてください", $"Send no more than {EvidenceStore.MostFiles} files");

    public string Incomplete => language.Say("送られた内容を最後まで読めませんでした。ファイルなしで送ってください", "What was sent could not be read to its end. Please send without files");

    public string UnknownKind => language.Say("何が起きたかを、一覧から選んでください", "Choose what happened from the list");

    public string ImpactMissing => language.Say("影響があるかを選んでください", "Choose whether it has an effect");

    public string NoRobot => language.Say("自動送信でないことを確かめます。もう一度［送る］を押してください", "To make sure that no robot sends this, please press “Send” once more");

    public string CallInstead(string telephone) => language.Say($"送信できませんでした。電話で報告してください：{telephone}", $"It could not be sent. Please report by telephone: {telephone}");

    public string TooMany(string telephone) => language.Say($"短い間に多くの報告が送られました。電話で報告してください：{telephone}", $"Many reports were sent in a short time. Please report by telephone: {telephone}");

    /// <summary>A rule that an answer breaks, in the words of the form.</summary>
    public string Broken(string field, PolicyRule rule, int length, bool outside) => (field, rule) switch
    {
        (nameof(ReportOccurrence.Description), _) when rule == Rules.TextTooLong => language.Say(
            $"状況は{ReportOccurrence.LongestDescription:N0}文字までにしてください（いまは{length:N0}文字）", $"Write no more than {ReportOccurrence.LongestDescription:N0} characters (now {length:N0})"),
        (nameof(ReportOccurrence.Phone), _) when rule == Rules.TextTooLong => language.Say("電話番号は60文字までにしてください", "Write the telephone number in no more than 60 characters"),
        (nameof(ReportOccurrence.Name), _) when rule == Rules.TextTooLong => language.Say("お名前は100文字までにしてください", "Write your name in no more than 100 characters"),
        (nameof(ReportOccurrence.Kinds), _) when outside => language.Say("どのようなことに気づいたかを1つ以上選んでください", "Choose at least one thing that you noticed"),
        _ => language.Say(rule.Sentence.TrimEnd('。'), field switch
        {
            nameof(ReportOccurrence.Kinds) => "Choose at least one thing that happened",
            nameof(ReportOccurrence.Description) => "Describe what you saw",
            nameof(ReportOccurrence.SectionId) => "Choose a section from the list",
            nameof(ReportOccurrence.Phone) => "Enter a telephone number to call you back",
            _ => "One of the answers cannot be taken as it is. Please shorten or correct it",
        }),
    };
}
