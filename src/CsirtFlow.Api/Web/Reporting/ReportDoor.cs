using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Reports;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Reporting;

/// <summary>報告 (32-1-1) and 住民等外部の連絡 (32-2-1) by form: without account, cookie or token, because a lost report is worse than an unwanted one.</summary>
public sealed partial class ReportDoor(Frames frames, ReportIntake intake, ReportLimits limits, TimeProvider clock, ILogger<ReportDoor> log)
{
    public async Task<IResult> Show(HttpContext http, bool outside) => Page(await frames.Of(http), ReportForm.Empty(outside), FormErrors.None, StatusCodes.Status200OK);

    public async Task<IResult> Take(HttpContext http, bool outside)
    {
        var allowed = limits.Allows(http);
        using var place = limits.PlaceForFiles(http);
        var post = await FormPost.Read(http, withFiles: allowed && place is not null);
        var (frame, form) = (await frames.Of(http), ReportForm.Of(post, outside));
        if (post.WantedIn is { } language) return Page(frame with { Language = language }, form, FilesAgain(FormErrors.None, post, new(language)), StatusCodes.Status200OK);

        var words = new ReportWords(frame.Language);
        if (!allowed) return Page(frame, form, FormErrors.Of(words.TooMany(frame.Telephone)), StatusCodes.Status429TooManyRequests, words.CannotSendNow);

        var errors = form.Errors(frame.Organisation, clock.GetUtcNow(), post, words);
        if (errors.Any) return Page(frame, form, FilesAgain(errors, post, words), post.Incomplete ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status422UnprocessableEntity);

        if (post.FilesLeftOut || !limits.AllowsFiles(http, post.Files)) return Page(frame, form, FormErrors.Of(words.TooManyBytes), StatusCodes.Status429TooManyRequests, words.CannotSendNow);

        try
        {
            return PageResult.SeeOther(frame.To(await Store(form, Caller.Of(http, "web"))));
        }
        catch (PolicyViolationException e)
        {
            return Page(frame, form, FilesAgain(new(e.Rules.Select(r => new FormError("", words.Broken("", r, 0, outside)))), post, words), StatusCodes.Status422UnprocessableEntity);
        }
        catch (Exception e)
        {
            NotStored(log, http.TraceIdentifier, e);
            return Page(frame, form, FilesAgain(FormErrors.Of(words.CallInstead(frame.Telephone)), post, words), StatusCodes.Status503ServiceUnavailable, words.NotSent);
        }
    }

    // Whoever closes the window after pressing the button has reported: the request's own end does not stop the storing.
    private async Task<string> Store(ReportForm form, Caller caller)
    {
        try
        {
            var (receipt, _) = await intake.Take(form.Wish(), form.Outside ? Channel.Window : Channel.Form, form.Files, caller, form.Key, CancellationToken.None);
            return ReceiptDoor.PathOf(receipt);
        }
        catch (ResentDifferentlyException e)
        {
            await intake.Supplement(e.Before.Number, Questions.Resent(form.Wish()), form.Files, caller, CancellationToken.None);
            return ReceiptDoor.PathOf(e.Before, added: true);
        }
    }

    // A browser never fills a file field again: said here, so that nobody believes the photographs have been sent.
    private static FormErrors FilesAgain(FormErrors errors, FormPost post, ReportWords words) =>
        post.HadFiles && errors["Files"] is null ? new([.. errors.All, new FormError("Files", words.FilesAgain)]) : errors;

    private static IResult Page(Frame frame, ReportForm form, FormErrors errors, int status, string? title = null) => form.Outside
        ? PageResult.Of<ContactPage>(new { Frame = frame, Form = form, Errors = errors, ErrorTitle = title }, status)
        : PageResult.Of<ReportPage>(new { Frame = frame, Form = form, Errors = errors, ErrorTitle = title }, status);

    [LoggerMessage(Level = LogLevel.Error, Message = "Report of request {TraceId} could not be stored; its text went back to the reporter")]
    private static partial void NotStored(ILogger log, string traceId, Exception exception);
}
