using System.Globalization;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Wolverine.Http;

namespace CsirtFlow.Api.Access;

/// <summary>閲覧の記録: all of it for the auditor (50-1), that of one incident for those who may see the incident.</summary>
public static class AccessEndpoints
{
    /// <summary>Rows on one page.</summary>
    public const int PageSize = 100;

    internal static readonly Office[] Readers = [Office.Auditor];

    /// <summary>GET /api/access?number=&amp;person=&amp;day=&amp;page= — newest first, 100 on a page; day as 2030-04-01, in Japan.</summary>
    [WolverineGet("/api/access")]
    public static async Task<IReadOnlyList<MatterViewed>> All(AccessViews views, AccessRecord access, CaseReader cases, NoticeDesk desk, HttpContext http) =>
        (await Read("api", views, access, cases, desk, http, PageSize)).Found;

    /// <summary>GET /api/incidents/{number}/access — newest first, 100 on a page.</summary>
    [WolverineGet("/api/incidents/{number}/access")]
    public static async Task<IReadOnlyList<MatterViewed>> OfIncident(string number, AccessViews views, CaseReader cases, HttpContext http)
    {
        var caller = Caller.Of(http, "api");
        await cases.Incident(caller, number, null, http.RequestAborted);
        return await views.Find(caller.Tenant, new(number), (Page(http) - 1) * PageSize, PageSize, http.RequestAborted);
    }

    /// <summary>緊急閲覧: for an hour, then GET as usual.</summary>
    [WolverinePost("/api/incidents/{number}/emergency-views")]
    public static Task<IResult> View(string number, ViewInEmergency command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/ended-emergency-views")]
    public static Task<IResult> EndView(string number, EndEmergencyView command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    /// <summary>What the address asks for, after it was recorded who asks.</summary>
    /// <returns>What was found, without what is about the auditor (当事者), and whether there may be more.</returns>
    /// <exception cref="PolicyViolationException">The caller is no auditor.</exception>
    internal static async Task<(ViewFilter Filter, IReadOnlyList<MatterViewed> Found, bool More)> Read(string door, AccessViews views, AccessRecord access, CaseReader cases, NoticeDesk desk, HttpContext http, int size)
    {
        await desk.Require(http, Readers);
        var (caller, filter) = (Caller.Of(http, door), Filter(http.Request.Query));
        await access.LookedAtRecord(caller, filter.Number ?? MatterViewed.Every, http.RequestAborted);
        var found = await views.Find(caller.Tenant, filter, (Page(http) - 1) * size, size, http.RequestAborted);
        var visible = await cases.Visible(caller, found.Where(v => v.Number != MatterViewed.Every).Select(v => Incident.Key(v.Number)), http.RequestAborted);
        return (filter, [.. found.Where(v => v.Number == MatterViewed.Every || visible.Contains(Incident.Key(v.Number)))], found.Count == size);
    }

    internal static int Page(HttpContext http) => int.TryParse(http.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 100_000) : 1;

    private static ViewFilter Filter(IQueryCollection q)
    {
        string? Given(string name) => KeepableText.Of(q[name].ToString().Trim()) is { Length: > 0 } text ? text : null;
        var number = Given("number") is { } typed ? ReceiptNumber.Plain(typed) : null;
        if (number is not null and not MatterViewed.Every && !ReceiptNumber.IsValid(number)) throw new BadRequestException("受付番号は R8-0001 の形で書いてください。", "Write the receipt number as R8-0001.");

        return new(number, Given("person"), Given("day") is not { } day ? null
            : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 2000 and < 2100 ? date
            : throw new BadRequestException("日付は 2026-11-22 の形で書いてください。", "Write the day as 2026-11-22."));
    }
}
