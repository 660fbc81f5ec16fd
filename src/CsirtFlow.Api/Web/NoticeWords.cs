using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Web;

/// <summary>通知, 連絡網 and the mails of the development, in both languages.</summary>
public sealed class NoticeWords(Language language)
{
    public string All => language.Say("すべての通知（新しい順、200件まで）", "All notices (newest first, 200 at most)");

    public string Undelivered => language.Say("メールを送れなかった通知", "Notices whose mail could not be sent");

    public string OnlyUndelivered => language.Say("送れなかったものだけ", "Only those that could not be sent");

    public string SeeAll => language.Say("すべての通知", "All notices");

    public string None => language.Say("ありません。", "None.");

    public string Arrival => language.Say("通知の到達", "How notices arrived");

    public string Number => language.Say("受付番号", "Receipt number");

    public string ToWhom => language.Say("相手", "To whom");

    public string State => language.Say("状態", "State");

    public string Reply => language.Say("メールサーバーの返事", "Answer of the mail server");

    public string Next => language.Say("次にすること", "What to do next");

    public string NextTry(DateTimeOffset at) => language.Say($"　次は {language.Moment(at)}", $" next at {language.Moment(at)}");

    public string Relayed(DateTimeOffset at) => language.Say($"補助の連絡手段：送りました {language.Moment(at)}", $"Second channel: sent {language.Moment(at)}");

    public string RelayRetried(DateTimeOffset next) => language.Say($"補助の連絡手段：再試行中　次は {language.Moment(next)}", $"Second channel: being tried again, next at {language.Moment(next)}");

    public string NotRelayed => language.Say("補助の連絡手段：送れませんでした", "Second channel: could not be sent");

    public string ToldByTelephone => language.Say("電話で伝えた", "Told by telephone");

    public string SendAgain => language.Say("もう一度送る", "Send again");

    public string Mine => language.Say("自分への通知", "Notices to you");

    public string Time => language.Say("時刻", "Time");

    public string From => language.Say("だれから", "From");

    public string Reason => language.Say("理由", "Reason");

    public string Receipt => language.Say("受領", "Received");

    public string Receive => language.Say("受領する", "Receive it");

    public string Contacts => language.Say("緊急連絡網（第12条第7項）", "Emergency contacts (Art. 12(7))");

    public string Holders => language.Say("役職と担当", "Offices and who holds them");

    public string Office => language.Say("役職", "Office");

    public string Place => language.Say("所属・システム", "Section, system");

    public string Name => language.Say("氏名", "Name");

    public string Telephone => language.Say("電話", "Telephone");

    public string Mail => language.Say("メール", "Mail");

    public string Now => language.Say("今", "Now");

    public string Deputy(int rank) => language.Say($"の代理（{rank}）", $", deputy ({rank})");

    public string Delegated => language.Say("（委任：", " (delegated: ");

    public string Forms => language.Say("様式・ひな形", "Forms");

    public string MailsTitle => language.Say("送信されたはずのメール", "Mails that would have been sent");

    public string Mails => language.Say("メール（開発用）", "Mails (for development)");

    public string WrittenTo(string folder) => language.Say($"メールサーバーが設定されていないため、{folder} に書き出しています。", $"No mail server is set, so mails are written to {folder}.");

    public string SentOut => language.Say("メールサーバーへ送っています。", "Mails are sent to the mail server.");
}
