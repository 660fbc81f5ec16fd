using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Record;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;
using Microsoft.AspNetCore.Antiforgery;

namespace CsirtFlow.Api.Web.Record;

/// <summary>記録の検証 as a page.</summary>
public static class RecordPages
{
    private const string Path = "/record";

    public static void MapRecordPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show);
        app.MapPost(Path + "/verify", Verify);
    }

    private static async Task<IResult> Show(RecordDesk record, NoticeDesk notices, Frames frames, HttpContext http)
    {
        var (caller, typed) = (Caller.Of(http, "web"), KeepableText.Of(http.Request.Query["head"].ToString())!);
        var state = await record.State(caller, http.RequestAborted);
        await notices.Open(caller, RecordHistory.Key, http.RequestAborted);
        var head = RecordHead.Parse(typed);
        return PageResult.Of<RecordPage>(new
        {
            Frame = await frames.Of(http),
            State = state,
            Typed = typed,
            Wrong = typed.Length > 0 && head is null,
            Same = head is null ? (bool?)null : await record.Was(caller, head, http.RequestAborted),
            Asked = http.Request.Query["done"] == "verify",
        });
    }

    private static async Task<IResult> Verify(RecordDesk record, IAntiforgery antiforgery, HttpContext http)
    {
        await antiforgery.ValidateRequestAsync(http);
        await record.Ask(Caller.Of(http, "web"), http.RequestAborted);
        return PageResult.SeeOther(Path + "?done=verify");
    }
}
