using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Web.Home;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Api.Web.Reporting;

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

    /// <summary>To the page that asks, and from there to <paramref name="path"/>.</summary>
    public static IResult First(string path) => PageResult.SeeOther($"{Path}?return={Uri.EscapeDataString(path)}");

    /// <summary>Instead of a refusal: the page that asks, with the form of a command that was not carried out; false where it is none.</summary>
    public static async Task<bool> Answered(HttpContext http)
    {
        if (await KeptForm.Of(http) is not { } kept) return false;

        await (await Page(http, http.RequestServices.GetRequiredService<Frames>(), http.RequestServices.GetRequiredService<SignIns>(), kept.Path, kept, StatusCodes.Status403Forbidden)).ExecuteAsync(http);
        return true;
    }

    private static async Task<IResult> Ask(HttpContext http, Frames frames, SignIns signIns) =>
        await Page(http, frames, signIns, LocalPath.Or(http.Request.Query["return"], HomePages.Path), null, StatusCodes.Status200OK);

    private static async Task<IResult> Prove(HttpContext http, Frames frames, SignIns signIns, CaseViews views)
    {
        var post = await FormPost.Read(http);
        var to = LocalPath.Or(post.Text("Return"), HomePages.Path);
        var kept = KeptForm.Of(post, to);
        return !await signIns.Prove(http, post.Text("Proof")) ? await Page(http, frames, signIns, to, kept, StatusCodes.Status422UnprocessableEntity)
            // Whoever may open no other page yet sees none here either.
            : kept is null || CurrentSession.Of(http) is not { LacksSecondFactor: false } ? PageResult.SeeOther(KeptForm.PageOf(to)) : await kept.Show(http, frames, views);
    }

    private static async Task<IResult> Page(HttpContext http, Frames frames, SignIns signIns, string to, KeptForm? kept, int status)
    {
        var (frame, byCode) = (await frames.Of(http), await signIns.ProvesByCode(http));
        var words = new SecondFactorWords(frame.Language);
        return PageResult.Of<ProofPage>(new { Frame = frame, ByCode = byCode, ByProvider = CurrentSession.Of(http)?.Standing.Provider is not null, Return = to, Kept = kept, Errors = status == StatusCodes.Status422UnprocessableEntity ? new FormErrors([new("Proof", byCode ? words.CodeWrong : words.PasswordWrong)]) : FormErrors.None }, status);
    }
}
