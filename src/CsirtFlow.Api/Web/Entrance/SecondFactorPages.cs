using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Api.Web.Reporting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using QRCoder;

namespace CsirtFlow.Api.Web.Entrance;

/// <summary>二要素認証 (35-4): a person sets up the own second factor, and gets recovery codes, which are shown once.</summary>
public static class SecondFactorPages
{
    public static void MapSecondFactorPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(AccountsSetup.SecondFactorPath, Look).RequireAuthorization(AccountsSetup.SignedInWithOwnPassword).ExcludeFromDescription();
        app.MapPost(AccountsSetup.SecondFactorPath, SetUp).RequireAuthorization(AccountsSetup.SignedInWithOwnPassword).Guarded().ExcludeFromDescription();
        app.MapPost(AccountsSetup.SecondFactorPath + "/codes", Renew).RequireAuthorization(AccountsSetup.SignedInWithOwnPassword).Guarded().ExcludeFromDescription();
    }

    private static Task<IResult> Look(HttpContext http, Frames frames) => Show(http, frames, FormErrors.None);

    // Whoever finds an open session must not make it theirs for good.
    internal static async Task<IResult> Show(HttpContext http, Frames frames, FormErrors errors, string? key = null)
    {
        if (!CurrentSession.IsProved(http)) return ProofPages.First(AccountsSetup.SecondFactorPath);

        var (frame, factors, account) = (await frames.Of(http), Factors(http), await Account(http));
        var (proposed, @sealed) = key is null ? factors.Propose(account) : factors.Propose(account, key);
        return PageResult.Of<SecondFactorPage>(new
        {
            Frame = frame, Key = RecoveryCodes.InGroups(proposed, " "), Sealed = @sealed, Picture = Picture(Totp.Address(proposed, frame.Organisation.DrillMark + frame.Organisation.Name, account.PersonId)),
            HasApp = await factors.HasApp(account), Passkeys = await http.RequestServices.GetRequiredService<UserManager<Account>>().GetPasskeysAsync(account), CodesLeft = account.TwoFactorEnabled ? await http.RequestServices.GetRequiredService<RecoveryCodes>().Left(account.Id) : (int?)null, Errors = errors,
        }, errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> SetUp(HttpContext http, Frames frames, SignInManager<Account> door)
    {
        if (!CurrentSession.IsProved(http)) return ProofPages.First(AccountsSetup.SecondFactorPath);

        var (post, account) = (await FormPost.Read(http), await Account(http));
        var words = new SecondFactorWords((await frames.Of(http)).Language);
        if (Factors(http).Proposed(account, post.Text("Key")) is not { } key) return await Show(http, frames, new([new("Code", words.KeyTooOld)]));
        if (await Factors(http).SetUp(http, account, key, post.Text("Code")) is not { } codes) return await Show(http, frames, new([new("Code", words.CodeWrong)]), key);

        await door.RefreshSignInAsync(account);
        return await Codes(http, frames, codes);
    }

    private static async Task<IResult> Renew(HttpContext http, Frames frames, RecoveryCodes recovery)
    {
        if (!CurrentSession.IsProved(http)) return ProofPages.First(AccountsSetup.SecondFactorPath);

        var account = await Account(http);
        return account.TwoFactorEnabled ? await Codes(http, frames, await recovery.Renew(account.Id), renewed: true) : PageResult.SeeOther(AccountsSetup.SecondFactorPath);
    }

    internal static async Task<RazorComponentResult<RecoveryCodesPage>> Codes(HttpContext http, Frames frames, IReadOnlyList<string> codes, bool renewed = false) =>
        PageResult.Of<RecoveryCodesPage>(new { Frame = await frames.Of(http) with { LacksSecondFactor = false }, Codes = codes, Renewed = renewed });

    private static string Picture(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(code.GetGraphic(4)));
    }

    private static SecondFactors Factors(HttpContext http) => http.RequestServices.GetRequiredService<SecondFactors>();

    internal static async Task<Account> Account(HttpContext http) =>
        await http.RequestServices.GetRequiredService<UserManager<Account>>().GetUserAsync(http.User) ?? throw new InvalidOperationException("A session without its account.");
}
