using System.Globalization;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Documents;
using CsirtFlow.Api.Forms;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;

namespace CsirtFlow.Api.Web.Audit;

/// <summary>第32条履行状況 to read and to print.</summary>
public static class DutyPages
{
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    public static void MapDutyPages(this IEndpointRouteBuilder app)
    {
        foreach (var kind in new[] { "reports", "incidents" })
        {
            app.MapGet($"/{kind}/{{number}}/duties", (string number, DutySheets sheets, Frames frames, HttpContext http) => Show(kind, number, sheets, frames, http));
            app.MapGet($"/{kind}/{{number}}/duties/document", async (string number, DutySheets sheets, FormDirectory forms, HttpContext http) =>
                await Document(number, await Sheet(kind, number, sheets, http), forms, http));
        }
    }

    private static async Task<IResult> Show(string kind, string number, DutySheets sheets, Frames frames, HttpContext http)
    {
        try
        {
            var sheet = await Sheet(kind, number, sheets, http);
            return PageResult.Of<DutiesPage>(new { Frame = await frames.Of(http), Sheet = sheet });
        }
        catch (NotFoundException e)
        {
            return PageResult.Of<NotFoundPage>(new { Frame = await frames.Of(http), e.Sentence }, StatusCodes.Status404NotFound);
        }
    }

    private static async Task<IResult> Document(string number, DutySheet sheet, FormDirectory forms, HttpContext http)
    {
        var document = DutyReport.Of(sheet, await forms.At(sheet.Organisation.Id, sheet.At, http.RequestAborted));
        return DocumentFormats.Answer(document, DocumentFormats.Asked(http), extension => DocumentEndpoints.FileName(number, document.Title, extension), sheet.At);
    }

    private static Task<DutySheet> Sheet(string kind, string number, DutySheets sheets, HttpContext http) =>
        sheets.Of(Caller.Of(http, "web"), kind, number, BoardEndpoints.AsOf(http.Request.Query) ?? Typed(http.Request.Query["at"].ToString()), http.RequestAborted);

    /// <summary>A date and time as the form sends it, on a Japanese wall clock; the minute that was chosen is over.</summary>
    private static DateTimeOffset? Typed(string text) => text.Length == 0 ? null
        : DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var there) && there.Year is > 2000 and < 2100
            ? new DateTimeOffset(there.AddMinutes(1).AddTicks(-1), Japan).ToUniversalTime()
            : throw new BadRequestException("日時は年・月・日と時・分を入力してください。", "Enter a date and a time.");
}
