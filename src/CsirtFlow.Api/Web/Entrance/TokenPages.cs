using System.Globalization;
using System.Security.Claims;
using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Api.Web.Reporting;

namespace CsirtFlow.Api.Web.Entrance;

/// <summary>APIトークン: a person lets a program work in the own name, for a time, and takes it back.</summary>
public static class TokenPages
{
    public const string Path = "/account/tokens";

    private const int LongestName = 100;

    public static void MapTokenPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Look).ExcludeFromDescription();
        app.MapPost(Path, Make).Guarded().ExcludeFromDescription();
        app.MapPost(Path + "/revocation", Revoke).Guarded().ExcludeFromDescription();
    }

    private static Task<IResult> Look(HttpContext http, Frames frames, ApiTokens tokens) => Show(http, frames, tokens, FormErrors.None);

    private static async Task<IResult> Show(HttpContext http, Frames frames, ApiTokens tokens, FormErrors errors, string name = "", string? made = null) =>
        PageResult.Of<TokensPage>(new { Frame = await frames.Of(http), Tokens = await tokens.Of(Account(http)), Name = name, Made = made, Errors = errors }, errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static async Task<IResult> Make(HttpContext http, Frames frames, ApiTokens tokens)
    {
        if (!CurrentSession.IsProved(http)) return ProofPages.First(Path);

        var post = await FormPost.Read(http);
        var (name, words) = (post.Text("Name").Trim(), new TokenWords((await frames.Of(http)).Language));
        if (name.Length is 0 or > LongestName) return await Show(http, frames, tokens, new([new("Name", words.GiveName(LongestName))]), name);
        if (!int.TryParse(post.Text("Days"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) || !ApiTokens.Days.Contains(days)) return await Show(http, frames, tokens, new([new("Days", words.GiveDays)]), name);

        var made = await tokens.Make(Account(http), name, post.Text("Write") == "true", days);
        var caller = Caller.Of(http, "web");
        await http.RequestServices.GetRequiredService<AccountNotices>().Tell(caller, caller.PersonId!, "APIトークンの作成", http.RequestAborted);
        return await Show(http, frames, tokens, FormErrors.None, made: made);
    }

    private static async Task<IResult> Revoke(HttpContext http, ApiTokens tokens)
    {
        if (Guid.TryParse((await FormPost.Read(http)).Text("Token"), out var id)) await tokens.Revoke(Account(http), id);
        return PageResult.SeeOther(Path);
    }

    private static Guid Account(HttpContext http) => Guid.Parse(http.User.FindFirstValue(ClaimTypes.NameIdentifier)!);
}
