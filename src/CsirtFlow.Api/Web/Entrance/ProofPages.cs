using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Web.Home;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Api.Web.Reporting;
using Microsoft.AspNetCore.Identity;

namespace CsirtFlow.Api.Web.Entrance;

/// <summary>本人の確認: whoever sits in a session shows again who they are, and goes on with what they had begun.</summary>
public static class ProofPages
{
    public const string Path = "/account/proof";
    public const string PasskeyPath = Path + "/passkey";

    public static void MapProofPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Ask).RequireAuthorization(AccountsSetup.SignedInWithOwnPassword).ExcludeFromDescription();
        app.MapPost(Path, ProveByTyping).RequireAuthorization(AccountsSetup.SignedInWithOwnPassword).Guarded().ExcludeFromDescription();
        app.MapPost(PasskeyPath, ProveWithPasskey).RequireAuthorization(AccountsSetup.SignedInWithOwnPassword).Guarded().ExcludeFromDescription();
        app.MapPost(PasskeyPath + "/options", AskForPasskey).RequireAuthorization(AccountsSetup.SignedInWithOwnPassword).Guarded().ExcludeFromDescription();
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

    // Of the person in the session alone: a passkey of somebody else is not even asked for.
    private static async Task<IResult> AskForPasskey(HttpContext http, SignInManager<Account> door) => PasskeyPages.Json(await door.MakePasskeyRequestOptionsAsync(await SecondFactorPages.Account(http)));

    private static Task<IResult> ProveByTyping(HttpContext http, Frames frames, SignIns signIns, CaseViews views) => Prove(http, frames, signIns, views, post => signIns.Prove(http, post.Text("Proof")));

    private static Task<IResult> ProveWithPasskey(HttpContext http, Frames frames, SignIns signIns, CaseViews views) => Prove(http, frames, signIns, views, post => signIns.ProveWithPasskey(http, post.Text("Credential")));

    private static async Task<IResult> Prove(HttpContext http, Frames frames, SignIns signIns, CaseViews views, Func<FormPost, Task<bool>> isRight)
    {
        var post = await FormPost.Read(http);
        var to = LocalPath.Or(post.Text("Return"), HomePages.Path);
        var kept = KeptForm.Of(post, to);
        return !await isRight(post) ? await Page(http, frames, signIns, to, kept, StatusCodes.Status422UnprocessableEntity)
            // Whoever may open no other page yet sees none here either.
            : kept is null || CurrentSession.Of(http) is not { LacksSecondFactor: false } ? PageResult.SeeOther(KeptForm.PageOf(to)) : await kept.Show(http, frames, views);
    }

    private static async Task<IResult> Page(HttpContext http, Frames frames, SignIns signIns, string to, KeptForm? kept, int status)
    {
        var (frame, byCode, account) = (await frames.Of(http), await signIns.ProvesByCode(http), await SecondFactorPages.Account(http));
        var byPasskey = (await http.RequestServices.GetRequiredService<UserManager<Account>>().GetPasskeysAsync(account)).Count > 0;
        var words = new SecondFactorWords(frame.Language);
        return PageResult.Of<ProofPage>(new { Frame = frame, ByCode = byCode, ByPasskey = byPasskey, ByProvider = CurrentSession.Of(http)?.Standing.Provider is not null, Return = to, Kept = kept, Errors = status == StatusCodes.Status422UnprocessableEntity ? new FormErrors([new("Proof", http.Request.Path == PasskeyPath ? new PasskeyWords(frame.Language).NotProved : byCode ? words.CodeWrong : words.PasswordWrong)]) : FormErrors.None }, status);
    }
}
