using System.Text;
using CsirtFlow.Api.Access;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Access;

/// <summary>閲覧の記録 for the auditor, as a page and for a spreadsheet.</summary>
public static class AccessPages
{
    /// <summary>Rows of one file.</summary>
    private const int MostRows = 10_000;

    public static void MapAccessPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/access", Show);
        app.MapGet("/access.csv", Download);
    }

    private static async Task<IResult> Show(AccessViews views, AccessRecord access, CaseReader cases, NoticeDesk desk, Frames frames, HttpContext http)
    {
        var (filter, found, more) = await AccessEndpoints.Read("web", views, access, cases, desk, http, AccessEndpoints.PageSize);
        return PageResult.Of<AccessPage>(new { Frame = await frames.Of(http), Filter = filter, Found = found, Number = AccessEndpoints.Page(http), More = more });
    }

    // In Japanese, as every file; the mark tells spreadsheets that it is UTF-8.
    private static async Task<IResult> Download(AccessViews views, AccessRecord access, CaseReader cases, NoticeDesk desk, HttpContext http)
    {
        var (_, found, _) = await AccessEndpoints.Read("web", views, access, cases, desk, http, MostRows);
        IEnumerable<string[]> rows = found.Select(v => new[]
        {
            Language.Japanese.Moment(v.Origin.RecordedAt), v.Number == MatterViewed.Every ? "すべて" : v.Number, v.Origin.By.PersonId, v.Origin.By.Name, Term.Of(v.Origin.By.Office), Term.Of(v.Kind), v.InEmergency ? "緊急閲覧" : "", v.Origin.From,
        });
        byte[] file = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Csv.Of(rows.Prepend(["日時", "受付番号", "人", "氏名", "役職", "種類", "緊急閲覧", "どこから"])))];
        return Results.File(file, "text/csv; charset=utf-8", "access.csv");
    }
}
