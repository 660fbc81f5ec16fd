using CsirtFlow.Api.Platform;
using Microsoft.AspNetCore.Authorization;
using Wolverine.Http;

namespace CsirtFlow.Api.Web.Entrance;

/// <summary>Name and password of a person who signs in.</summary>
/// <param name="Name">The short name, without the organisation.</param>
/// <param name="Code">確認コード or 回復用コード, where the account has a second factor.</param>
public sealed record SignInRequest(string Name, string Password, string? Code = null);

/// <summary>A person in a session shows again who they are.</summary>
/// <param name="Proof">確認コード or 回復用コード; the password where the person has no authenticator app.</param>
public sealed record StepUpRequest(string Proof);

/// <summary>Sign-in for programs: the same cookie as in the browser. JSON alone is read, so that no page elsewhere can post here.</summary>
public static class SignInEndpoints
{
    [WolverinePost("/api/sign-in"), AllowAnonymous]
    public static async Task<IResult> SignIn(SignInRequest request, HttpContext http)
    {
        var (signIns, words) = (Of(http), new EntranceWords(Language.Japanese));
        if (await signIns.WithPassword(http, request.Name, request.Password) is not { } account) return Refused("sign-in-refused", $"{words.WrongOrLocked}。{words.Attempts}。");
        if (account.TwoFactorEnabled && string.IsNullOrEmpty(request.Code)) return Refused("code-needed", "code に、認証アプリの確認コードを付けてください。");
        if (account.TwoFactorEnabled && !await signIns.WithCode(http, account, request.Code!)) return Refused("code-refused", $"{new SecondFactorWords(Language.Japanese).CodeWrong}。{words.Attempts}。");

        await signIns.Enter(http, account);
        return Results.NoContent();
    }

    private static IResult Refused(string code, string detail) => Results.Problem(Problems.Make(StatusCodes.Status401Unauthorized, code, "サインインできません。", detail));

    [WolverinePost("/api/sign-out"), AllowAnonymous]
    public static async Task<IResult> SignOut(HttpContext http)
    {
        await Of(http).SignOut(http);
        return Results.NoContent();
    }

    /// <summary>本人の確認: before what cannot be taken back, where the last one is too long ago.</summary>
    [WolverinePost("/api/step-up")]
    public static async Task<IResult> StepUp(StepUpRequest request, HttpContext http) => await Of(http).Prove(http, request.Proof)
        ? Results.NoContent()
        : Results.Problem(Problems.Make(StatusCodes.Status422UnprocessableEntity, "proof-refused", "確認できません。", $"{new SecondFactorWords(Language.Japanese).ProofWrong}。"));

    // From the request's own scope: what Identity registers is nothing that generated code could construct.
    private static SignIns Of(HttpContext http) => http.RequestServices.GetRequiredService<SignIns>();
}
