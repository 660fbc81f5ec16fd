using System.Globalization;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Entrance;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Home;

/// <summary>The start page, and 受領 of a report in one step.</summary>
public static class HomePages
{
    public const string Path = "/home";

    private static readonly CommandForm PassUp = CommandCatalogue.OfReport.Single(f => f.Type == typeof(PassReportUp));

    public static void MapHomePages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", Enter).AllowAnonymous().ExcludeFromDescription();
        app.MapGet(Path, Show).ExcludeFromDescription();
        app.MapGet("/reports/{number}/receive", Ask).ExcludeFromDescription();
        app.MapPost("/reports/{number}/receive", Receive).ExcludeFromDescription();
    }

    // Somebody in a panic types the name of the host and nothing more: whoever is not signed in wants to report.
    private static IResult Enter(HttpContext http) => Results.LocalRedirect(Caller.Of(http, "web").PersonId is null ? Language.Of(http).To("/report") : Path);

    private static async Task<IResult> Show(HomeReader home, Frames frames, HttpContext http)
    {
        var received = http.Request.Query["received"].ToString();
        return PageResult.Of<HomePage>(new { Frame = await frames.Of(http), View = await home.Of(Caller.Of(http, "web"), http.RequestAborted), Received = ReceiptNumber.IsValid(received) ? received : "" });
    }

    /// <summary>受領 with what was typed and not sent.</summary>
    public static Task<IResult> Receiving(string number, HttpContext http, IFormCollection typed, FormErrors errors, int status)
    {
        var at = http.RequestServices;
        return Page(number, at.GetRequiredService<CaseReader>(), at.GetRequiredService<OrganisationDirectory>(), at.GetRequiredService<NoticeDesk>(), at.GetRequiredService<Frames>(), at.GetRequiredService<TimeProvider>(), http, typed, errors, status);
    }

    private static Task<IResult> Ask(string number, CaseReader cases, OrganisationDirectory directory, NoticeDesk notices, Frames frames, TimeProvider clock, HttpContext http) =>
        Page(number, cases, directory, notices, frames, clock, http, null, FormErrors.None, StatusCodes.Status200OK);

    private static async Task<IResult> Receive(string number, CommandDesk desk, CaseReader cases, OrganisationDirectory directory, NoticeDesk notices, Frames frames, TimeProvider clock, HttpContext http)
    {
        if (await KeptForm.NotYet(http) is { } kept) return kept;

        var (caller, form) = (Caller.Of(http, "web"), await http.Request.ReadFormAsync(http.RequestAborted));
        var (status, errors) = (StatusCodes.Status409Conflict, FormErrors.None);
        try
        {
            var sent = new Sent(caller, long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0, KeepableText.Of(form["key"].ToString()) is { Length: > 0 and <= 100 } key ? key : null);
            await desk.Take(number, (PassReportUp)FormReader.Read(PassUp.Type, PassUp.Slug, form), sent, http.RequestAborted);
            foreach (var notice in (await notices.Mine(caller, http.RequestAborted)).Where(n => n.Case == Report.Key(number) && n.AcknowledgedAt is null))
                await notices.Acknowledge(caller, notice.Id, http.RequestAborted);
            return PageResult.SeeOther($"{Path}?received={number}");
        }
        catch (PolicyViolationException e)
        {
            errors = FormErrors.Of(e, Language.Of(http));
        }
        catch (ChangedMeanwhileException e)
        {
            (status, errors) = (StatusCodes.Status412PreconditionFailed, FormErrors.Of(e, Language.Of(http)));
        }
        catch (BadRequestException e)
        {
            (status, errors) = (e.Status, FormErrors.Of(Language.Of(http).Of(e.Sentence)));
        }
        catch (NotFoundException)
        {
            // The page says it, as it does to whoever opens it.
        }
        return await Page(number, cases, directory, notices, frames, clock, http, form, errors, status);
    }

    private static async Task<IResult> Page(string number, CaseReader cases, OrganisationDirectory directory, NoticeDesk notices, Frames frames, TimeProvider clock, HttpContext http, IFormCollection? typed, FormErrors errors, int status)
    {
        var caller = Caller.Of(http, "web");
        try
        {
            var report = await cases.Report(caller, number, null, http.RequestAborted);
            var (organisation, now) = (await directory.Get(caller.Tenant, http.RequestAborted), clock.GetUtcNow());
            if (Acting.As(organisation, caller.PersonId ?? "", Acting.Offices(PassUp.Type), Scope.Of(report), now) is not { } actor) return PageResult.SeeOther($"/reports/{number}");

            await notices.Open(caller, number, http.RequestAborted);
            return PageResult.Of<ReceivePage>(new
            {
                Frame = await frames.Of(http),
                Reported = new ReportedCase(report, await cases.Events(caller, report.Id, null, http.RequestAborted)),
                As = actor,
                Due = DutyTable.Standing(report, organisation.Settings, now).Where(d => d.IsOpen && d.Key is ("32-1-2" or "32-2-2" or "14-3")).Min(d => (DateTimeOffset?)d.Due),
                Fields = FormFields.Of(PassUp.Type, PassUp.Slug, FormContext.Of(report, organisation, now), typed),
                Errors = errors,
            }, status);
        }
        catch (NotFoundException e)
        {
            return PageResult.Of<NotFoundPage>(new { Frame = await frames.Of(http), e.Sentence }, StatusCodes.Status404NotFound);
        }
    }
}
