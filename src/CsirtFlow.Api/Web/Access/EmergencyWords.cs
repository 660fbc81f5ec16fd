using System.Globalization;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Access;

/// <summary>緊急閲覧, in both languages.</summary>
public sealed class EmergencyWords(Language language)
{
    private static readonly string Minutes = ViewInEmergency.Lasts.TotalMinutes.ToString(CultureInfo.InvariantCulture);

    public string Title => language.Say("緊急閲覧", "Emergency view");

    public string Restricted(string number) => language.Say($"{number} は閲覧を制限しています", $"Access to {number} is restricted");

    public string NotNamed => language.Say("あなたは、この件を閲覧できる人として指定されていません。", "You are not among those who may see this matter.");

    public string When => language.Say("指定された人に連絡がつかず、見なければ被害を防げないときに限り、緊急閲覧で開くことができます。",
        "Only when nobody of them can be reached, and harm cannot be averted otherwise, you can open it in an emergency.");

    public string[] Consequences => language == Language.English
        ?
        [
            $"It lasts {Minutes} minutes, then it ends by itself. You can look; you cannot record anything.",
            "Those who may see the matter and the auditor are notified at once.",
            "Your name, your office, the reason and all that you look at are recorded and stay.",
        ]
        :
        [
            $"{Minutes}分で自動的に終わります。見ることだけができ、記録や指示はできません。",
            "閲覧できる人と監査統括に、すぐに通知します。",
            "あなたの氏名・役職・理由と、見たものを記録に残します。",
        ];

    public string MayOpen(string offices) => language.Say($"緊急閲覧ができる役職：{offices}", $"Offices that may open an emergency view: {offices}");

    public string Reason => language.Say("緊急閲覧の理由", "Reason of the emergency view");

    public string ReasonHint => language.Say($"{ViewInEmergency.ShortestReason}文字以上。何のために、いま見る必要があるか", $"{ViewInEmergency.ShortestReason} characters or more: what for, and why now");

    public string Open => language.Say("通知して開く", "Notify and open");

    public string Until(DateTimeOffset until) => language.Say($"{language.Moment(until)}まで。", $"until {language.Moment(until)}.");

    public string OnlyLook => language.Say("見ることだけができます。", "You can only look.");

    public string End => language.Say("緊急閲覧を終わる", "End the emergency view");
}
