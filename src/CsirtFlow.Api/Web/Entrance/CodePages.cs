using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Web.Home;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Api.Web.Reporting;

namespace CsirtFlow.Api.Web.Entrance;

/// <summary>The second step of signing in: the code, after the right password.</summary>
public static class CodePages
{
    public const string Path = AccountsSetup.SignInPath + "/code";

    public static void MapCodePages(this IEndpointRouteBuilder app) => app.MapPost(Path, Enter).AllowAnonymous().Guarded().ExcludeFromDescription();

    /// <param name="kept">What was typed before, carried on to the end of the sign-in.</param>
    internal static async Task<IResult> Ask(HttpContext http, Frames frames, SignIns signIns, Account account, string to, KeptForm? kept, ProviderEntry? provider = null)
    {
        await signIns.AwaitCode(http, account, provider);
        // The page has no address of its own in another language.
        return PageResult.Of<CodePage>(new { Frame = await frames.Of(http) with { Translation = null }, Return = to, Kept = kept });
    }

    private static async Task<IResult> Enter(HttpContext http, Frames frames, SignIns signIns, CaseViews views)
    {
        var post = await FormPost.Read(http);
        var to = LocalPath.Or(post.Text("Return"), HomePages.Path);
        var kept = KeptForm.Of(post, to);
        var awaited = await signIns.Awaited(http);
        if (awaited is { Account: var account } && await signIns.WithCode(http, account, post.Text("Code")))
            return await EntrancePages.Into(http, frames, views, signIns, account, to, kept, awaited.Provider, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());

        var frame = await frames.Of(http);
        var words = new SecondFactorWords(frame.Language);
        return awaited is null
            ? EntrancePages.Page(frame, "", to, new([new("Name", words.TooLate)]), StatusCodes.Status422UnprocessableEntity, kept)
            : PageResult.Of<CodePage>(new { Frame = frame, Return = to, Kept = kept, Errors = new FormErrors([new("Code", words.CodeWrong)]) }, StatusCodes.Status422UnprocessableEntity);
    }
}
