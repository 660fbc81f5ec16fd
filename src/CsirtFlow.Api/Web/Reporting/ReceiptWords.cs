using System.Globalization;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;

namespace CsirtFlow.Api.Web.Reporting;

/// <summary>The receipt, the way back to it, and telling more, in both languages.</summary>
public sealed class ReceiptWords(Language language)
{
    public string ContactErased => language.Say("氏名・連絡先は消去済みです。", "Name and contact were erased.");

    public string Title(string number) => language.Say($"報告を受け付けました {number}", $"Your report was received, {number}");

    public string Received(bool outside) => language.Say(outside ? "連絡を受け付けました" : "報告を受け付けました", outside ? "Your message was received" : "Your report was received");

    public string Added => language.Say("追加の内容を受け取りました。ありがとうございます。", "What you added was received. Thank you.");

    public string Number => language.Say("受付番号", "Receipt number");

    public string Confirmation => language.Say("確認番号", "Confirmation number");

    public string At(DateTimeOffset at) => language.Say($"{language.Moment(at)}に受け付けました", $"Received {language.Moment(at)} (Japan)");

    public string Standing => language.Say("いまの状況", "Now");

    public string Refresh => language.Say("最新の状況を見る", "See how it stands now");

    public string Answer => language.Say("回答", "Answer");

    public string DoNow => language.Say("今すぐしてください", "Do this now");

    public string Told => language.Say("知らせた相手", "Who was told");

    public string Nobody => language.Say("まだだれにも知らせていません。", "Nobody has been told yet.");

    public string CallThem => language.Say("電話してください：", "Please call ");

    public string CallFirst => language.Say("まず電話で知らせてください：", "Please call first: ");

    public string NotTold(string offices) => language.Say($"報告は受け付けましたが、まだメールを送れていません：{offices}", $"Your report is stored, but no mail could be sent yet to: {offices}");

    public string OnlyItsEnd => language.Say("（終わりの4文字だけを表示しています）", " (only its last four characters are shown)");

    public string Next => language.Say("このあとのこと", "What happens next");

    public string CallBack(TimeSpan within) => language.Say($"担当者から電話で確かめることがあります。急ぐときや、{language.Span(within)}たっても連絡がないときは ", $"Somebody may call you to ask. If it is urgent, or you have heard nothing after {Length(within)}, call ");

    public string CallBackEnd => language.Say(" へ", "");

    public string HandsOff => language.Say("電話が来るまで、上の「今すぐしてください」のほかは、機器を触らないでください", "Until then do not touch the device, but for what is to be done at once");

    public string WillLook => language.Say("担当者が内容を確かめます。返事が必要なときは、書いていただいた連絡先に連絡します", "Somebody will look into it and will reach you where an answer is needed");

    public string ComeBack => language.Say("状況の確認：この画面のアドレスを保存するか、", "To see how it stands: keep the address of this page, or use the ");

    public string TwoNumbers => language.Say("受付番号と確認番号", "receipt number and confirmation number");

    public string ComeBackEnd => language.Say("で。確認番号はほかの人に教えないでください", ". Tell the confirmation number to nobody");

    public string Print => language.Say("この内容を印刷する", "Print this page");

    public string Tell => language.Say("追加で教える", "Tell us more");

    public string Sent => language.Say("送った内容", "What you sent");

    public string Kinds => language.Say("何が起きたか", "What happened");

    public string Impact => language.Say("119番・指令への影響", "Effect on 119 calls and dispatching");

    public string Description => language.Say("状況", "What you saw");

    public string Section => language.Say("所属", "Section");

    public string Files => language.Say("ファイル", "Files");

    public string File(string name, long size) => language.Say($"{name}（{size:N0}バイト）", $"{name} ({size:N0} bytes)");

    public string AddedAt(DateTimeOffset at) => language.Say($"{language.Moment(at)}に追加した内容", $"Added {language.Moment(at)}");

    public string NotFound => language.Say("この受付は見つかりません", "There is no such receipt");

    public string NotFoundHelp => language.Say("アドレスを確かめるか、受付番号と確認番号で確かめてください。", "Check the address, or use the receipt number and the confirmation number.");

    public string NoIncident => language.Say("インシデントではないと判断しました", "Judged to be no incident");

    public string Closed => language.Say("対応を終えました", "Closed");

    public string AtWork => language.Say("インシデントとして対応中", "Being handled as an incident");

    public string Evaluating => language.Say("評価中", "Being evaluated");

    public string JustReceived => language.Say("受付済み", "Received");

    public string StatusLead => language.Say("受け付けたときに表示された受付番号と確認番号を入力してください。", "Enter the receipt number and the confirmation number that you were shown.");

    public string StatusNumberHint => language.Say("例：R8-0017", "For example: R8-0017");

    public string StatusConfirmationHint => language.Say("6桁の数字", "Six digits");

    public string Look => language.Say("確認する", "Look");

    public string Lost => language.Say("控えをなくしたときは、電話で確かめてください。", "If you have lost the numbers, please ask by telephone.");

    public string NumberMissing => language.Say("受付番号を入力してください", "Enter the receipt number");

    public string ConfirmationMissing => language.Say("確認番号を入力してください", "Enter the confirmation number");

    public string NumbersWrong => language.Say("受付番号か確認番号が違います。控えを確かめてください", "The receipt number or the confirmation number is wrong. Please check them");

    public string TooManyLooks(string telephone) => language.Say($"確認の回数が多すぎます。10分待つか、電話で確かめてください：{telephone}", $"Too many tries. Wait ten minutes, or ask by telephone: {telephone}");

    public string More => language.Say("追加で教えてください", "Tell us more");

    public string MoreLead => language.Say("書けるところだけで構いません。どれも任意です。", "Write only what you can. Nothing is required.");

    public string SendMore => language.Say("追加を送る", "Send this too");

    public string Back => language.Say("送らずに戻る", "Back without sending");

    public string NothingAdded => language.Say("追加することを1つ以上入力してください", "Enter at least one thing to add");

    public string NoSuchChoice(string question) => language.Say($"「{question}」は一覧から選んでください", $"Choose from the list: {question}");

    public string AnswerTooLong(string question) => language.Say($"「{question}」は{Questions.LongestAnswer:N0}文字までにしてください", $"Write no more than {Questions.LongestAnswer:N0} characters: {question}");

    public string TooManyMore(string telephone) => language.Say($"短い間に多く送られました。電話で教えてください：{telephone}", $"Much was sent in a short time. Please tell us by telephone: {telephone}");

    private static string Length(TimeSpan span) => span.TotalHours < 1 ? $"{span.Minutes} minutes" : string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.#} hours");
}
