using Microsoft.AspNetCore.Mvc;

namespace CsirtFlow.Api.Web.Reporting;

/// <summary>Routes of everything that a reporter sees. None of them needs an account.</summary>
public static class ReportPages
{
    public static void MapReportPages(this IEndpointRouteBuilder app)
    {
        var open = app.MapGroup("").AllowAnonymous().DisableAntiforgery().ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(FormPost.Largest));

        open.MapGet("/report", (ReportDoor door, HttpContext http) => door.Show(http, outside: false));
        open.MapPost("/report", (ReportDoor door, HttpContext http) => door.Take(http, outside: false));
        open.MapGet("/contact", (ReportDoor door, HttpContext http) => door.Show(http, outside: true));
        open.MapPost("/contact", (ReportDoor door, HttpContext http) => door.Take(http, outside: true));

        open.MapGet("/report/received/{secret}", (string secret, ReceiptDoor door, HttpContext http) => door.Show(secret, http));
        open.MapGet("/report/received/{secret}/more", (string secret, ReceiptDoor door, HttpContext http) => door.Ask(secret, http));
        open.MapPost("/report/received/{secret}/more", (string secret, ReceiptDoor door, HttpContext http) => door.TakeMore(secret, http));
        open.MapGet("/report/status", (ReceiptDoor door, HttpContext http) => door.AskNumber(http));
        open.MapPost("/report/status", (ReceiptDoor door, HttpContext http) => door.LookUp(http));
    }
}
