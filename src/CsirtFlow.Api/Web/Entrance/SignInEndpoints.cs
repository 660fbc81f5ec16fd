using CsirtFlow.Api.Platform;
using Microsoft.AspNetCore.Authorization;
using Wolverine.Http;

namespace CsirtFlow.Api.Web.Entrance;

/// <summary>Name and password of a person who signs in.</summary>
/// <param name="Name">The short name, without the organisation.</param>
public sealed record SignInRequest(string Name, string Password);

/// <summary>Sign-in for programs: the same cookie as in the browser. JSON alone is read, so that no page elsewhere can post here.</summary>
public static class SignInEndpoints
{
    [WolverinePost("/api/sign-in"), AllowAnonymous]
    public static async Task<IResult> SignIn(SignInRequest request, HttpContext http) =>
        await Of(http).SignIn(http, request.Name, request.Password) is null
            ? Results.Problem(Problems.Make(StatusCodes.Status401Unauthorized, "sign-in-refused", "サインインできません。", $"{new EntranceWords(Language.Japanese).WrongOrLocked}。{new EntranceWords(Language.Japanese).Attempts}。"))
            : Results.NoContent();

    [WolverinePost("/api/sign-out"), AllowAnonymous]
    public static async Task<IResult> SignOut(HttpContext http)
    {
        await Of(http).SignOut(http);
        return Results.NoContent();
    }

    // From the request's own scope: what Identity registers is nothing that generated code could construct.
    private static SignIns Of(HttpContext http) => http.RequestServices.GetRequiredService<SignIns>();
}
