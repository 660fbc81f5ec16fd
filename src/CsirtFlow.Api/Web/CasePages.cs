using System.Collections.Immutable;
using System.Globalization;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Containment;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Reports;
using CsirtFlow.Api.Web.Access;
using CsirtFlow.Api.Web.Cases;
using CsirtFlow.Api.Web.Entrance;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Api.Web.Reporting;
using CsirtFlow.Domain;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace CsirtFlow.Api.Web;

/// <summary>The page of a report and of an incident: what to do next, the duties with their clocks, who was told, the course, and a form for every command.</summary>
public static class CasePages
{
    public static void MapCasePages(this IEndpointRouteBuilder app)
    {
        foreach (var kind in new[] { "reports", "incidents" })
        {
            app.MapGet($"/{kind}/{{number}}", (string number, CaseViews views, NoticeDesk notices, Frames frames, HttpContext http) => Show(kind, number, views, notices, frames, http));
            app.MapPost($"/{kind}/{{number}}/do/{{slug}}", (string number, string slug, CommandDesk desk, RelatedIncidents related, CaseViews views, Frames frames, HttpContext http) =>
                Do(kind, number, slug, desk, related, views, frames, http)).WithMetadata(new RequestSizeLimitAttribute(FormPost.Largest));
            app.MapGet($"/{kind}/{{number}}/files/{{sha256}}", (string number, string sha256, CaseReader cases, NpgsqlDataSource source, HttpContext http) => Download(kind, number, sha256, cases, source, http));
        }
    }

    private static async Task<IResult> Show(string kind, string number, CaseViews views, NoticeDesk notices, Frames frames, HttpContext http)
    {
        var caller = Caller.Of(http, "web");
        try
        {
            var view = await views.Of(caller, kind, number, Wish(http.Request.Query), null, http.RequestAborted);
            await notices.Open(caller, number, http.RequestAborted);
            return PageResult.Of<CasePage>(new { Frame = await frames.Of(http), View = view });
        }
        catch (NotFoundException) when (kind == "incidents" && AsOf(http.Request.Query) is not null)
        {
            // Before it was judged an incident there was its report.
            return PageResult.SeeOther($"/reports/{number}{http.Request.QueryString}");
        }
        catch (NotFoundException e)
        {
            return (kind == "incidents" ? await EmergencyPages.Refusal(number, "", FormErrors.None, http) : null)
                ?? PageResult.Of<NotFoundPage>(new { Frame = await frames.Of(http), e.Sentence }, StatusCodes.Status404NotFound);
        }
    }

    private static async Task<IResult> Do(string kind, string number, string slug, CommandDesk desk, RelatedIncidents related, CaseViews views, Frames frames, HttpContext http)
    {
        // Part by part, so that a file that is too large does not take the words with it.
        var post = await FormPost.Read(http);
        http.Request.Form = post.Form;
        if (await KeptForm.NotYet(http) is { } kept) return kept;

        var (caller, form) = (Caller.Of(http, "web"), post.Form);
        var sent = new Sent(caller, Version(form["version"].ToString()), form["key"].ToString() is { Length: > 0 and <= 100 } key ? key : null) { Files = post.Files };
        var command = (kind == "incidents" ? CommandCatalogue.OfIncident : CommandCatalogue.OfReport).FirstOrDefault(f => f.Slug == slug);

        var (status, errors) = (StatusCodes.Status409Conflict, FormErrors.None);
        try
        {
            if (Unread(post) is { } unread) throw new BadRequestException(unread.Japanese, unread.English, StatusCodes.Status413PayloadTooLarge);
            var wish = command is null ? throw new NotFoundException("その操作", "action") : FormReader.Read(command.Type, slug, form);
            var outcome = wish switch
            {
                ICommand<Report, ReportEvent> c => await desk.Take(number, c, sent, http.RequestAborted),
                ICommand<Incident, IncidentEvent> c => await desk.Take(number, c, sent, http.RequestAborted),
                OpenRelatedIncident c => await related.Open(number, c, sent, http.RequestAborted),
                _ => throw new NotFoundException("その操作", "action"),
            };
            var place = wish is EvaluateReport { Verdict: Verdict.Incident } ? "incidents" : kind;
            return PageResult.SeeOther($"/{place}/{outcome.Number}?done={slug}{(outcome.Events.IsEmpty ? "&same=true" : "")}");
        }
        catch (PolicyViolationException e)
        {
            errors = RefusedField.Errors(e, command!.Type, slug, form, Language.Of(http));
        }
        catch (ChangedMeanwhileException e)
        {
            (status, errors) = (e.Asked ? StatusCodes.Status412PreconditionFailed : StatusCodes.Status409Conflict, FormErrors.Of(e, Language.Of(http), slug));
        }
        catch (BadRequestException e)
        {
            (status, errors) = (e.Status, FormErrors.Of(e, Language.Of(http), slug));
        }
        catch (NotFoundException e)
        {
            return PageResult.Of<NotFoundPage>(new { Frame = await frames.Of(http), e.Sentence }, StatusCodes.Status404NotFound);
        }

        if (post.HadFiles) errors = new([.. errors.All, new FormError(nameof(FormPost.Files), new ReportWords(Language.Of(http)).FilesAgain)]);
        var view = await views.Of(caller, kind, number, new CaseWish(), new RefusedForm(slug, form, errors), http.RequestAborted);
        return PageResult.Of<CasePage>(new { Frame = await frames.Of(http), View = view }, status);
    }

    private static Wording? Unread(FormPost post) => Unread(post, new(Language.Japanese)) is { } japanese ? new(japanese, Unread(post, new(Language.English))!) : null;

    private static string? Unread(FormPost post, ReportWords words) =>
        post.FileTooLarge ? words.FileTooLarge : post.TooManyFiles ? words.TooManyFiles : post.Incomplete ? words.Incomplete : null;

    private static long? Version(string text) => text.Length == 0 ? null : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static CaseWish Wish(IQueryCollection query) => new(
        AsOf(query), Enum.TryParse<Office>(query["viewer"], out var office) && Enum.IsDefined(office) ? office : null, query["done"].ToString(), query["same"] == "true", query["open"].ToString(),
        int.TryParse(query["event"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
        Enum.TryParse<CourseFilter>(query["course"], out var course) && Enum.IsDefined(course) ? course : CourseFilter.All);

    // The field of the page holds a moment in Japan, without a zone.
    private static DateTimeOffset? AsOf(IQueryCollection query) =>
        DateTime.TryParseExact(query["asOf"], "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is > 2000 and < 2100
            ? new DateTimeOffset(local, TimeSpan.FromHours(9)).ToUniversalTime()
            : BoardEndpoints.AsOf(query);

    /// <summary>Files that are kept with the incident itself: 証拠 and 控え.</summary>
    internal static ImmutableArray<EvidenceFile> Kept(Incident incident) => [.. incident.Files, .. incident.Filings.SelectMany(f => f.Copies)];

    // Evidence is never shown by the browser: a download, of no type, in a sandbox.
    private static async Task<IResult> Download(string kind, string number, string sha256, CaseReader cases, NpgsqlDataSource source, HttpContext http)
    {
        var caller = Caller.Of(http, "web");
        var files = kind == "incidents" ? Kept(await cases.Incident(caller, number, null, http.RequestAborted)) : (await cases.Report(caller, number, null, http.RequestAborted)).Files;
        var file = files.FirstOrDefault(f => f.Sha256 == sha256) ?? throw new NotFoundException("そのファイル", "file");
        var bytes = await EvidenceStore.Load(source, caller.Tenant, sha256, http.RequestAborted) ?? throw new NotFoundException("そのファイル", "file");
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.File(bytes, "application/octet-stream", DownloadName.Of(file.Name));
    }
}
