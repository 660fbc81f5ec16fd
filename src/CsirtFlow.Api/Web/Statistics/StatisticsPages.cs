using System.Text;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Documents;
using CsirtFlow.Api.Forms;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Statistics;

/// <summary>統計 for those who answer for the whole organisation, as a page and for a spreadsheet.</summary>
public static class StatisticsPages
{
    internal static readonly Office[] Readers = [Office.CsirtLead, Office.CsirtMember, Office.SupervisingOfficer, Office.Ciso, Office.Administration, Office.Auditor];

    public static void MapStatisticsPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/statistics", Show);
        app.MapGet("/statistics.csv", Download);
        app.MapGet("/statistics/report", Report);
    }

    private static async Task<IResult> Show(StatisticsReader reader, NoticeDesk desk, Frames frames, HttpContext http) =>
        PageResult.Of<StatisticsPage>(new { Figures = await Read(reader, desk, http), Frame = await frames.Of(http) });

    private static async Task<IResult> Download(StatisticsReader reader, NoticeDesk desk, HttpContext http)
    {
        var figures = await Read(reader, desk, http);
        // The mark tells spreadsheets that it is UTF-8.
        byte[] file = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Csv.Of(StatisticsTable.Of(figures)))];
        return Results.File(file, "text/csv; charset=utf-8", $"statistics-{figures.Year.ShortForm}.csv");
    }

    // 委員会向け年度集計: a document as any other, in Japanese.
    private static async Task<IResult> Report(StatisticsReader reader, NoticeDesk desk, OrganisationDirectory directory, FormDirectory forms, TimeProvider clock, HttpContext http)
    {
        var (figures, now) = (await Read(reader, desk, http), clock.GetUtcNow());
        var organisation = await directory.Get(Caller.Of(http, "web").Tenant, http.RequestAborted);
        var document = YearReport.Of(figures, organisation, await forms.Get(organisation.Id, http.RequestAborted), now);
        return DocumentFormats.Answer(document, DocumentFormats.Asked(http), extension => DocumentEndpoints.FileName(figures.Year.ShortForm, document.Title, extension), now);
    }

    private static async Task<YearStatistics> Read(StatisticsReader reader, NoticeDesk desk, HttpContext http)
    {
        var caller = await desk.Require(http, Readers);
        return await reader.Of(caller, http.Request.Query["fy"].ToString() is { Length: > 0 } year ? year : null, http.RequestAborted);
    }
}
