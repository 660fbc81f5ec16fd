using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Web.Access;

/// <summary>閲覧の記録, in both languages.</summary>
public sealed class AccessWords(Language language)
{
    public string Title => language.Say("閲覧の記録", "Record of views");

    public string Lead => language.Say("閲覧を制限した件を、だれが、どの役職で、いつ見たかの記録です。同じ人が同じ種類のものを15分以内に再び見ても、記録は1件です。この画面を見たことも記録します。",
        "Who has looked at restricted matters, in which office and when. Whoever looks at the same kind of thing again within 15 minutes is recorded once. Looking at this page is recorded too.");

    public string OfIncident => language.Say("この件を見た人（新しい順に10件）", "Who has looked at this matter (the latest ten)");

    public string None => language.Say("記録はありません。", "Nothing is recorded.");

    public string When => language.Say("日時", "When");

    public string Who => language.Say("見た人", "Who");

    public string As => language.Say("役職", "Office");

    public string Matter => language.Say("受付番号", "Receipt number");

    public string Kind => language.Say("見たもの", "What");

    public string From => language.Say("どこから", "From where");

    public string Every => language.Say("すべての件", "Every matter");

    public string InEmergency => language.Say("緊急閲覧", "Emergency view");

    public string Narrow => language.Say("絞り込む", "Narrow down");

    public string Anybody => language.Say("全員", "Everybody");

    public string Day => language.Say("日", "Day");

    public string NumberHint => language.Say("例：R8-0001。空欄はすべて", "Such as R8-0001; empty for all");

    public string Show => language.Say("表示する", "Show");

    public string ToCsv => language.Say("表計算用に保存する（CSV、新しい順に1万件まで）", "Save for a spreadsheet (CSV, the latest ten thousand)");

    public string ToAll => language.Say("閲覧の記録をすべて見る", "See the whole record of views");

    public string Paging => language.Say("ページ", "Pages");

    public string Newer => language.Say("新しい記録", "Newer");

    public string Older => language.Say("古い記録", "Older");
}
