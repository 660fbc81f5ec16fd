using System.Collections.Immutable;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Reports;

/// <summary>今すぐしてください: what the reporter does until the telephone rings, by kind; four lines at most, the most urgent first.</summary>
public static class DoNow
{
    private const string Emergency = "指令台・119番受付・無線の端末は、抜かずに当直長（通信指令）へ確認する";

    public static ImmutableArray<string> For(IEnumerable<OccurrenceKind> kinds)
    {
        var all = kinds.Distinct().Order().SelectMany(Lines).Distinct().Take(4).ToList();
        return all.Count == 0 ? [.. Lines(OccurrenceKind.Other)] : [.. all];
    }

    private static string[] Lines(OccurrenceKind kind) => kind switch
    {
        OccurrenceKind.Ransom or OccurrenceKind.Malware =>
        [
            $"LANケーブルを抜く。Wi-Fiは切る。ただし{Emergency}",
            "電源を切らない。再起動もしない",
            "USBメモリなどをつながない",
            "画面の指示に従わない。お金を払わない",
        ],
        OccurrenceKind.SuspiciousMail => ["パスワードを入れたなら、別の端末からすぐ変更する", "メールは消さずに残す", "ほかの人へ転送しない"],
        OccurrenceKind.Loss => ["最後に使った場所へ電話する", "ICカード・端末の停止は窓口が行うので、電話を待つ", "盗まれたときは警察へ届け、受理番号を控える"],
        OccurrenceKind.Missent => ["送った相手に連絡して、開かずに削除してもらう", "送ったメールは消さない", "自分で何度も取り消さない"],
        OccurrenceKind.Website => ["ホームページの更新作業を止める", "表示された画面を写真に撮る"],
        OccurrenceKind.Outage => ["再起動を繰り返さない", "業務は紙の手順に切り替える"],
        OccurrenceKind.AccountMisuse => ["別の端末からパスワードを変更する", "ログインの記録や通知を消さない"],
        OccurrenceKind.PolicyBreach => ["本人を問い詰めない。見たことだけを控えておく"],
        OccurrenceKind.OutsideContact => ["連絡してきた人の名前・連絡先・時刻を控える", "その場で答えず、折り返すと伝える"],
        _ => ["そのままにして、電話を待つ"],
    };
}
