using CsirtFlow.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace CsirtFlow.Api.Web;

/// <summary>Refusals and failures in both languages: a problem brings its Japanese sentences, English ones go by its stable type.</summary>
public sealed class ErrorWords(Language language)
{
    public string Expired => language.Say("画面の有効期限が切れました", "This page has expired");

    public string[] ExpiredHelp => [language.Say("前の画面に戻り、再読み込みしてから、もう一度操作してください。", "Go back, reload the page and try again."),
        language.Say("続けて表示されるときは、ブラウザーのCookieが使えるかを確かめてください。", "If you see this again, check whether your browser accepts cookies.")];

    /// <summary>Heading and lines of the page for a problem.</summary>
    public (string Heading, string[] Lines) Of(ProblemDetails problem)
    {
        var (heading, line) = English(problem);
        return (language.Say((problem.Title ?? "処理できませんでした").TrimEnd('。'), heading), language == Language.English ? [line] : (problem.Detail ?? "").Split('\n'));
    }

    private static (string Heading, string Line) English(ProblemDetails problem) => (problem.Type?.Replace(Problems.Prefix, "", StringComparison.Ordinal), problem.Status) switch
    {
        ("not-found", _) => ("Not found", "Please check the address."),
        ("method-not-allowed", _) => ("This page cannot be opened directly", "Go back and try again."),
        ("form-expired", _) => ("This page has expired", "Go back, reload the page and try again."),
        ("too-large", _) => ("What was sent is too large", "Send fewer files, or send them one after another."),
        ("too-many-requests", _) => ("Too many requests", "Try again later. If it is urgent, report by telephone."),
        ("database-unavailable", _) => ("It cannot be saved now", "Try again later. If it is urgent, report by telephone."),
        ("changed-meanwhile", _) => ("Somebody else was faster", "Look at what has changed and try again."),
        ("policy-refuses", _) => ("The policy does not allow this", "Go back and try again."),
        ("step-up-needed", _) => ("Please confirm that it is you", "Go back, sign in again and repeat it."),
        ("office-may-not", _) => ("You cannot do this", "None of your offices may do this."),
        (_, >= 500) => ("It could not be done", "This is our fault. If it fails again, report by telephone."),
        _ => ("It could not be done", "Go back and try again."),
    };
}
