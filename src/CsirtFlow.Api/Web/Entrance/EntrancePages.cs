using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Web.Home;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Api.Web.Reporting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CsirtFlow.Api.Web.Entrance;

/// <summary>Pages of signing in, signing out and changing the password.</summary>
public static class EntrancePages
{
    public const string ExtendPath = "/session/extend";

    public static void MapEntrancePages(this IEndpointRouteBuilder app)
    {
        app.MapGet(AccountsSetup.SignInPath, Ask).AllowAnonymous().ExcludeFromDescription();
        app.MapPost(AccountsSetup.SignInPath, Enter).AllowAnonymous().Guarded().ExcludeFromDescription();
        app.MapPost("/sign-out", Leave).AllowAnonymous().Guarded().ExcludeFromDescription();
        // The cookie has been renewed before the request comes here.
        app.MapPost(ExtendPath, Results.NoContent).RequireAuthorization(AccountsSetup.SignedInAtAll).Guarded().ExcludeFromDescription();
        app.MapGet(AccountsSetup.ChangePasswordPath, AskPassword).RequireAuthorization(AccountsSetup.SignedInAtAll).ExcludeFromDescription();
        app.MapPost(AccountsSetup.ChangePasswordPath, ChangePassword).RequireAuthorization(AccountsSetup.SignedInAtAll).Guarded().ExcludeFromDescription();
    }

    private static async Task<IResult> Ask(HttpContext http, Frames frames)
    {
        var (frame, query) = (await frames.Of(http), http.Request.Query);
        var to = LocalPath.Or(query["return"], HomePages.Path);
        return frame.SignedIn ? PageResult.SeeOther(to) : Page(frame, "", to, FormErrors.None, StatusCodes.Status200OK, null, query.ContainsKey("out"), query.ContainsKey("over"));
    }

    private static async Task<IResult> Enter(HttpContext http, Frames frames, SignIns signIns, CaseViews views)
    {
        var post = await FormPost.Read(http);
        var (name, to) = (post.Text("Name"), LocalPath.Or(post.Text("Return"), HomePages.Path));
        var kept = KeptForm.Of(post, to);
        if (await signIns.WithPassword(http, name, post.Text("Password")) is { } account) return account.TwoFactorEnabled ? await CodePages.Ask(http, frames, signIns, account, to, kept) : await Into(http, frames, views, signIns, account, to, kept);

        var frame = await frames.Of(http);
        return Page(frame, name, to, new([new("Name", new EntranceWords(frame.Language).WrongOrLocked)]), StatusCodes.Status422UnprocessableEntity, kept);
    }

    /// <summary>After the last step: to where the person wanted to go, with what they had typed.</summary>
    /// <param name="provider">How the person came by the 組織の認証サービス; null after a password or a passkey.</param>
    /// <param name="provedAt">When the person last showed who they are, where it was not at the provider.</param>
    internal static async Task<IResult> Into(HttpContext http, Frames frames, CaseViews views, SignIns signIns, Account account, string to, KeptForm? kept, ProviderEntry? provider = null, DateTimeOffset? provedAt = null)
    {
        await signIns.Enter(http, account, provider is null ? null : new(provider, provedAt ?? provider.At));
        if (account.MustChangePassword) return PageResult.SeeOther(AccountsSetup.ChangePasswordPath);

        var (frame, rule) = (await frames.Of(http), http.RequestServices.GetRequiredService<SecondFactorRule>());
        if (!account.TwoFactorEnabled && provider is not { SecondFactor: true } && rule.Demands(frame.Organisation, account.PersonId, frame.Now)) return PageResult.SeeOther(AccountsSetup.SecondFactorPath);

        return kept is null ? PageResult.SeeOther(KeptForm.PageOf(to)) : await kept.Show(http, frames, views);
    }

    private static async Task<IResult> Leave(HttpContext http, SignIns signIns)
    {
        await signIns.SignOut(http);
        return PageResult.SeeOther($"{AccountsSetup.SignInPath}?out=1");
    }

    private static async Task<IResult> AskPassword(HttpContext http, Frames frames) =>
        PageResult.Of<PasswordPage>(new { Frame = await frames.Of(http), Changed = http.Request.Query.ContainsKey("changed") });

    private static async Task<IResult> ChangePassword(HttpContext http, Frames frames, SignIns signIns)
    {
        var post = await FormPost.Read(http);
        var frame = await frames.Of(http);
        var wrong = await signIns.ChangePassword(http, post.Text("Current"), post.Text("New"), post.Text("Again"), new(frame.Language));
        if (wrong.Count == 0) return PageResult.SeeOther($"{AccountsSetup.ChangePasswordPath}?changed=1");

        return PageResult.Of<PasswordPage>(new { Frame = frame, Errors = new FormErrors(wrong.Select(w => new FormError(w.Field, w.Sentence))) }, StatusCodes.Status422UnprocessableEntity);
    }

    internal static RazorComponentResult<SignInPage> Page(Frame frame, string name, string to, FormErrors errors, int status, KeptForm? kept, bool left = false, bool over = false) =>
        PageResult.Of<SignInPage>(new { Frame = frame, Name = name, Return = to, Errors = errors, Kept = kept, Left = left, Over = over }, status);
}
