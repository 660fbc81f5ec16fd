using CsirtFlow.Notifications.Mail;

namespace CsirtFlow.Notifications.Tests.Mail;

internal static class Letters
{
    public static readonly DateTimeOffset Sunday1145 = new(2026, 11, 22, 2, 45, 0, TimeSpan.Zero);

    public static readonly Letter ToTakasaki = new(
        MessageIds.For("0197-duty-32-3-1", "csirt.example.jp"), "伊達地方消防組合 CSIRT", "csirt@example.jp", "髙﨑 𠮷男", "takasaki@example.jp",
        "［R8-0017］報告の評価をお願いします（第32条第3項第1号）", "髙﨑 𠮷男 様\n\n報告の評価をお願いします。\n", "", Sunday1145, Drill: false);
}
