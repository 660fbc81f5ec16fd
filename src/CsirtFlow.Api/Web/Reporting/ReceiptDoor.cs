using System.Globalization;
using System.Text;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Reports;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CsirtFlow.Api.Web.Reporting;

/// <summary>What the reporter comes back to: the receipt, how the matter stands, and telling more.</summary>
public sealed partial class ReceiptDoor(Frames frames, ReceiptReader receipts, ReportIntake intake, ReportLimits limits, ILogger<ReceiptDoor> log)
{
    public static string PathOf(Submission receipt, bool added = false) => $"/report/received/{receipt.Secret}{(added ? "?added=1" : "")}";

    public async Task<IResult> Show(string secret, HttpContext http)
    {
        var frame = await frames.Of(http);
        if (await Find(secret, http) is not ({ } receipt, { } report)) return Unknown(frame);

        var tenant = Caller.Of(http, "web").Tenant;
        return PageResult.Of<ReceiptPage>(new
        {
            Frame = frame,
            Receipt = receipt,
            Report = report,
            Told = await receipts.WhoWasTold(tenant, report, frame.Language, http.RequestAborted),
            ToldLater = await receipts.ToldLater(tenant, report.Number, http.RequestAborted),
            Progress = await Progress(tenant, report, new(frame.Language), http.RequestAborted),
            StatusAddress = $"{http.Request.Scheme}://{http.Request.Host}/report/status",
            Added = http.Request.Query.ContainsKey("added"),
        });
    }

    public async Task<IResult> Ask(string secret, HttpContext http)
    {
        var frame = await frames.Of(http);
        return await Find(secret, http) is ({ } receipt, { } report) ? More(frame, receipt, MoreForm.Of(report, null), FormErrors.None, StatusCodes.Status200OK) : Unknown(frame);
    }

    public async Task<IResult> TakeMore(string secret, HttpContext http)
    {
        var allowed = limits.Allows(http);
        using var place = limits.PlaceForFiles(http);
        var post = await FormPost.Read(http, withFiles: allowed && place is not null);
        var frame = await frames.Of(http);
        if (await Find(secret, http) is not ({ } receipt, { } report)) return Unknown(frame);

        var form = MoreForm.Of(report, post);
        if (post.WantedIn is { } language) return More(frame with { Language = language }, receipt, form, FormErrors.None, StatusCodes.Status200OK);

        var words = new ReceiptWords(frame.Language);
        if (!allowed) return More(frame, receipt, form, FormErrors.Of(words.TooManyMore(frame.Telephone)), StatusCodes.Status429TooManyRequests);
        if (post.FilesLeftOut || !limits.AllowsFiles(http, post.Files)) return More(frame, receipt, form, FormErrors.Of(new ReportWords(frame.Language).TooManyBytes), StatusCodes.Status429TooManyRequests);
        if (form.Errors(post, frame.Language) is { Any: true } errors) return More(frame, receipt, form, errors, StatusCodes.Status422UnprocessableEntity);

        try
        {
            await intake.Supplement(receipt.Number, form.Wish(), post.Files, Caller.Of(http, "web"), CancellationToken.None);
            return PageResult.SeeOther(frame.To(PathOf(receipt, added: true)));
        }
        catch (PolicyViolationException e)
        {
            return More(frame, receipt, form, FormErrors.Of(e, frame.Language), StatusCodes.Status422UnprocessableEntity);
        }
        catch (Exception e)
        {
            NotStored(log, http.TraceIdentifier, e);
            return More(frame, receipt, form, FormErrors.Of(new ReportWords(frame.Language).CallInstead(frame.Telephone)), StatusCodes.Status503ServiceUnavailable);
        }
    }

    public async Task<IResult> AskNumber(HttpContext http) => Status(await frames.Of(http), "", "", FormErrors.None, StatusCodes.Status200OK);

    public async Task<IResult> LookUp(HttpContext http)
    {
        var allowed = limits.AllowsLookup(http);
        var post = await FormPost.Read(http);
        var frame = await frames.Of(http);
        var words = new ReceiptWords(frame.Language);
        var (number, confirmation) = (post.Text("Number"), post.Text("Confirmation"));
        if (!allowed || !limits.AllowsLookupOf(Plain(number))) return Status(frame, number, confirmation, FormErrors.Of(words.TooManyLooks(frame.Telephone)), StatusCodes.Status429TooManyRequests);

        var missing = new FormErrors(new FormError[] { new("Number", words.NumberMissing), new("Confirmation", words.ConfirmationMissing) }.Where(e => string.IsNullOrWhiteSpace(post.Text(e.Field))));
        if (missing.Any) return Status(frame, number, confirmation, missing, StatusCodes.Status422UnprocessableEntity);

        return await receipts.ByConfirmation(Caller.Of(http, "web").Tenant, Plain(number), Plain(confirmation), http.RequestAborted) is { } receipt
            ? PageResult.SeeOther(frame.To(PathOf(receipt)))
            : Status(frame, number, confirmation, new([new("Number", words.NumbersWrong)]), StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<(Submission?, Report?)> Find(string secret, HttpContext http)
    {
        var tenant = Caller.Of(http, "web").Tenant;
        if (await receipts.BySecret(tenant, KeepableText.Of(secret)!, http.RequestAborted) is not { } receipt) return (null, null);

        return (receipt, await receipts.Report(tenant, receipt.Number, http.RequestAborted));
    }

    private async Task<Progress> Progress(string tenant, Report report, ReceiptWords words, CancellationToken cancellation) => report switch
    {
        { Verdict: Verdict.NotIncident } => new(words.NoIncident, report.AnsweredAt is null ? null : await receipts.Answer(tenant, report.Number, cancellation)),
        { IncidentNumber: { } number } => new(await receipts.IncidentClosed(tenant, number, cancellation) ? words.Closed : words.AtWork),
        { PassedUpTo.IsEmpty: false } or { InstructedAt: not null } => new(words.Evaluating),
        _ => new(words.JustReceived),
    };

    // Full width, lower case, spaces, and the many signs that look like a hyphen.
    private static string Plain(string typed) => string.Concat(typed.Normalize(NormalizationForm.FormKC).ToUpper(CultureInfo.InvariantCulture)
        .Where(c => !char.IsWhiteSpace(c)).Select(c => c is 'ー' or '‐' or '‑' or '–' or '—' or '―' or '−' ? '-' : c));

    private static RazorComponentResult<MessagePage> Unknown(Frame frame) =>
        PageResult.Message(frame, StatusCodes.Status404NotFound, new ReceiptWords(frame.Language).NotFound, new ReceiptWords(frame.Language).NotFoundHelp);

    private static RazorComponentResult<MorePage> More(Frame frame, Submission receipt, MoreForm form, FormErrors errors, int status) =>
        PageResult.Of<MorePage>(new { Frame = frame, Receipt = receipt, Form = form, Errors = errors }, status);

    private static RazorComponentResult<StatusPage> Status(Frame frame, string number, string confirmation, FormErrors errors, int status) =>
        PageResult.Of<StatusPage>(new { Frame = frame, Number = number, Confirmation = confirmation, Errors = errors }, status);

    [LoggerMessage(Level = LogLevel.Error, Message = "What was told later in request {TraceId} could not be stored; its text went back to the reporter")]
    private static partial void NotStored(ILogger log, string traceId, Exception exception);
}

/// <summary>How the matter stands, for the reporter.</summary>
/// <param name="Answer">回答, once there is one.</param>
public sealed record Progress(string Words, string? Answer = null);
