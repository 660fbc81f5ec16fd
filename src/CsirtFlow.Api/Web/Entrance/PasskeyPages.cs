using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Home;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Api.Web.Reporting;
using Microsoft.AspNetCore.Identity;

namespace CsirtFlow.Api.Web.Entrance;

/// <summary>パスキー (WebAuthn): a device that knows its holder stands for password and code together. Its script asks the device; what it says is looked at here.</summary>
public static class PasskeyPages
{
    public const string SignInPath = AccountsSetup.SignInPath + "/passkey";
    public const string Path = "/account/passkeys";

    public static void MapPasskeyPages(this IEndpointRouteBuilder app)
    {
        app.MapPost(SignInPath + "/options", AskToSignIn).AllowAnonymous().Guarded().ExcludeFromDescription();
        app.MapPost(SignInPath, Enter).AllowAnonymous().Guarded().ExcludeFromDescription();
        app.MapPost(Path + "/options", AskToRegister).RequireAuthorization(AccountsSetup.SignedInWithOwnPassword).Guarded().ExcludeFromDescription();
        app.MapPost(Path, Register).RequireAuthorization(AccountsSetup.SignedInWithOwnPassword).Guarded().ExcludeFromDescription();
        app.MapPost(Path + "/removal", Remove).RequireAuthorization(AccountsSetup.SignedInWithOwnPassword).Guarded().ExcludeFromDescription();
    }

    // For nobody in particular: the device knows whose it is, and nobody learns who has one.
    private static async Task<IResult> AskToSignIn(SignInManager<Account> door) => Json(await door.MakePasskeyRequestOptionsAsync(null));

    private static async Task<IResult> Enter(HttpContext http, Frames frames, CaseViews views, SignIns signIns)
    {
        var post = await FormPost.Read(http);
        var to = LocalPath.Or(post.Text("Return"), HomePages.Path);
        var kept = KeptForm.Of(post, to);
        if (await signIns.WithPasskey(http, post.Text("Credential")) is { } account) return await EntrancePages.Into(http, frames, views, signIns, account, to, kept);

        var frame = await frames.Of(http);
        return EntrancePages.Page(frame, "", to, new([new("Name", new PasskeyWords(frame.Language).Refused)]), StatusCodes.Status422UnprocessableEntity, kept);
    }

    private static async Task<IResult> AskToRegister(HttpContext http, Frames frames, SignInManager<Account> door)
    {
        var account = await SecondFactorPages.Account(http);
        var name = (await frames.Of(http)).Person?.Name ?? account.PersonId;
        return CurrentSession.IsProved(http) ? Json(await door.MakePasskeyCreationOptionsAsync(new() { Id = account.Id.ToString(), Name = account.PersonId, DisplayName = name })) : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static async Task<IResult> Register(HttpContext http, Frames frames, SecondFactors factors, SignInManager<Account> door)
    {
        if (!CurrentSession.IsProved(http)) return ProofPages.First(AccountsSetup.SecondFactorPath);

        var (post, account) = (await FormPost.Read(http), await SecondFactorPages.Account(http));
        if (!await factors.Register(door, account, post.Text("Credential"), BrowserName.Of(http.Request.Headers.UserAgent)))
            return await SecondFactorPages.Show(http, frames, new([new("passkeys", new PasskeyWords(Language.Of(http)).NotRegistered)]));

        await http.RequestServices.GetRequiredService<AccountNotices>().Tell(Caller.Of(http, "web"), account.PersonId, "パスキーの登録", http.RequestAborted);
        var codes = account.TwoFactorEnabled ? null : await factors.Begin(account);
        await factors.Changed(door, account);
        return codes is null ? PageResult.SeeOther(AccountsSetup.SecondFactorPath) : await SecondFactorPages.Codes(http, frames, codes);
    }

    private static async Task<IResult> Remove(HttpContext http, SecondFactors factors, SignInManager<Account> door)
    {
        if (!CurrentSession.IsProved(http)) return ProofPages.First(AccountsSetup.SecondFactorPath);

        var account = await SecondFactorPages.Account(http);
        await factors.RemovePasskey(account, (await FormPost.Read(http)).Text("Passkey"));
        await factors.Changed(door, account);
        return PageResult.SeeOther(AccountsSetup.SecondFactorPath);
    }

    internal static IResult Json(string options) => Results.Text(options, "application/json");
}
