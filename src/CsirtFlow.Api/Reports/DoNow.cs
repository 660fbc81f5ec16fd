using System.Collections.Immutable;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Reports;

/// <summary>今すぐしてください: what the reporter does until the telephone rings, by kind; four lines at most, the most urgent first.</summary>
public static class DoNow
{
    private const int Most = 4;

    public static ImmutableArray<string> For(IEnumerable<OccurrenceKind> kinds, Language language)
    {
        var all = kinds.Distinct().Order().SelectMany(Lines).Distinct().Take(Most).ToList();
        return [.. (all.Count == 0 ? Lines(OccurrenceKind.Other) : all).Select(l => language.Say(l.Japanese, l.English))];
    }

    private static IEnumerable<(string Japanese, string English)> Lines(OccurrenceKind kind) => kind switch
    {
        OccurrenceKind.Ransom or OccurrenceKind.Malware =>
        [
            ("LANケーブルを抜く。Wi-Fiは切る。ただし指令台・119番受付・無線の端末は、抜かずに当直長（通信指令）へ確認する",
                "Unplug the network cable and turn Wi-Fi off. But never unplug dispatch desks, 119 call desks or radio terminals; ask the duty chief of dispatching"),
            ("電源を切らない。再起動もしない", "Do not turn it off. Do not restart it"),
            ("USBメモリなどをつながない", "Do not connect USB memories or other devices"),
            ("画面の指示に従わない。お金を払わない", "Do not do what the screen says. Do not pay"),
        ],
        OccurrenceKind.SuspiciousMail =>
        [
            ("パスワードを入れたなら、別の端末からすぐ変更する", "If you typed a password, change it at once from another device"),
            ("メールは消さずに残す", "Keep the mail; do not delete it"),
            ("ほかの人へ転送しない", "Do not forward it to others"),
        ],
        OccurrenceKind.Loss =>
        [
            ("最後に使った場所へ電話する", "Call the place where you last used it"),
            ("ICカード・端末の停止は窓口が行うので、電話を待つ", "The contact point will block the card or device; wait for the call"),
            ("盗まれたときは警察へ届け、受理番号を控える", "If it was stolen, report it to the police and note their number"),
        ],
        OccurrenceKind.Missent =>
        [
            ("送った相手に連絡して、開かずに削除してもらう", "Ask whoever received it to delete it unopened"),
            ("送ったメールは消さない", "Do not delete the mail you sent"),
            ("自分で何度も取り消さない", "Do not try to recall it again and again"),
        ],
        OccurrenceKind.Website => [("ホームページの更新作業を止める", "Stop all work on the website"), ("表示された画面を写真に撮る", "Take a photograph of what it shows")],
        OccurrenceKind.Outage => [("再起動を繰り返さない", "Do not restart it again and again"), ("業務は紙の手順に切り替える", "Go on with the procedure on paper")],
        OccurrenceKind.AccountMisuse => [("別の端末からパスワードを変更する", "Change the password from another device"), ("ログインの記録や通知を消さない", "Keep records and notices of sign-ins")],
        OccurrenceKind.PolicyBreach => [("本人を問い詰めない。見たことだけを控えておく", "Do not confront the person. Note only what you saw")],
        OccurrenceKind.OutsideContact =>
        [
            ("連絡してきた人の名前・連絡先・時刻を控える", "Note the name of whoever contacted you, how to reach them, and the time"),
            ("その場で答えず、折り返すと伝える", "Do not answer on the spot; say that you will call back"),
        ],
        _ => [("そのままにして、電話を待つ", "Leave everything as it is and wait for the call")],
    };
}
