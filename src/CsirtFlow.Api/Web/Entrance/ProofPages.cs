using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Web.Home;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Api.Web.Reporting;
using Microsoft.Extensions.Options;

namespace CsirtFlow.Api.Web.Entrance;

/// <summary>本人の確認: whoever sits in a session shows again who they are, and goes on with what they had begun.</summary>
public static class ProofPages
{
    public const string Path = "/account/proof";

    public static void MapProofPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Ask).RequireAuthorization(AccountsSetup.SignedInWithOwnPassword).ExcludeFromDescription();
        app.MapPost(Path, Prove).RequireAuthorization(AccountsSetup.SignedInWithOwnPassword).Guarded().ExcludeFromDescription();
    }

    /// <summary>Whether the person has shown a moment ago who they are.</summary>
    public static bool IsProved(HttpContext http) =>
        CurrentSession.Of(http)?.IsProved(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), http.RequestServices.GetRequiredService<IOptions<AccountOptions>>().Value.Proof) == true;

    /// <summary>To the page that asks, and from there to <paramref name="path"/>.</summary>
    public static IResult First(string path) => PageResult.SeeOther($"{Path}?return={Uri.EscapeDataString(path)}");

    private static async Task<IResult> Ask(HttpContext http, Frames frames, SignIns signIns) =>
        await Page(http, frames, signIns, LocalPath.Or(http.Request.Query["return"], HomePages.Path), null, wrong: false);

    private static async Task<IResult> Prove(HttpContext http, Frames frames, SignIns signIns, CaseViews views)
    {
        var post = await FormPost.Read(http);
        var to = LocalPath.Or(post.Text("Return"), HomePages.Path);
        var kept = KeptForm.Of(post, to);
        return !await signIns.Prove(http, post.Text("Proof")) ? await Page(http, frames, signIns, to, kept, wrong: true)
            : kept is null ? PageResult.SeeOther(KeptForm.PageOf(to)) : await kept.Show(http, frames, views);
    }

    private static async Task<IResult> Page(HttpContext http, Frames frames, SignIns signIns, string to, KeptForm? kept, bool wrong)
    {
        var (frame, byCode) = (await frames.Of(http), await signIns.ProvesByCode(http));
        var words = new SecondFactorWords(frame.Language);
        return PageResult.Of<ProofPage>(new { Frame = frame, ByCode = byCode, Return = to, Kept = kept, Errors = wrong ? new FormErrors([new("Proof", byCode ? words.CodeWrong : words.PasswordWrong)]) : FormErrors.None },
            wrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
