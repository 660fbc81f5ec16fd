using System.Security.Cryptography;
using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Reports;
using CsirtFlow.Api.Web.Home;
using CsirtFlow.Api.Web.Layout;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CsirtFlow.Api.Web.Entrance;

/// <summary>組織の認証サービス (OpenID Connect): signing in there, showing again there who one is, and whose account the one there is. Where none is configured none of these addresses is there.</summary>
public static class ProviderPages
{
    public const string SignInPath = AccountsSetup.SignInPath + "/provider";
    public const string ProofPath = ProofPages.Path + "/provider";
    public const string Path = "/account/provider";
    public const string LinkPath = Path + "/link";

    private static readonly TimeSpan TimeToPress = TimeSpan.FromMinutes(10);

    public static void MapProviderPages(this WebApplication app)
    {
        if (app.Services.GetRequiredService<Providers>().All.Count == 0) return;

        app.MapGet(SignInPath, Enter).AllowAnonymous().ExcludeFromDescription();
        app.MapGet(ProofPath, Prove).RequireAuthorization(AccountsSetup.SignedInWithOwnPassword).ExcludeFromDescription();
        app.MapGet(Path, Look).ExcludeFromDescription();
        app.MapGet(LinkPath, Link).ExcludeFromDescription();
        app.MapPost(Path + "/removal", Remove).Guarded().ExcludeFromDescription();
    }

    private static async Task<IResult> Enter(HttpContext http, Tenants tenants, ReportLimits limits, IOptions<AccountOptions> accounts, TimeProvider clock)
    {
        var to = LocalPath.Or(http.Request.Query["return"], HomePages.Path);
        if (http.User.Session() is not null) return PageResult.SeeOther(to);

        return !limits.AllowsSignIn(http) ? Results.StatusCode(StatusCodes.Status429TooManyRequests) : await Sent(http, tenants, new(ProviderPurpose.Enter, to, null, clock.GetUtcNow()), accounts.Value.Idle);
    }

    private static Task<IResult> Prove(HttpContext http, Tenants tenants, TimeProvider clock) =>
        Sent(http, tenants, new(ProviderPurpose.Prove, LocalPath.Or(http.Request.Query["return"], HomePages.Path), http.User.Session(), clock.GetUtcNow()), TimeSpan.Zero);

    private static async Task<IResult> Look(HttpContext http, Frames frames, Tenants tenants, ProviderLinks links, IDataProtectionProvider protection)
    {
        if (!CurrentSession.IsProved(http)) return ProofPages.First(Path);
        if (Of(http, tenants) is not { } provider) return Results.NotFound();

        return PageResult.Of<ProviderPage>(new
        {
            Frame = await frames.Of(http), Linked = await links.Has(provider, await SecondFactorPages.Account(http)), Ticket = Tickets(protection).Protect($"{http.User.Session()}", TimeToPress), Done = http.Request.Query.ContainsKey("linked"),
        });
    }

    // A form cannot lead to another site, so a link does: its ticket says that it stood on the page of this session, or somebody else's subject could be bound to the account.
    private static async Task<IResult> Link(HttpContext http, Tenants tenants, IDataProtectionProvider protection, TimeProvider clock) =>
        !CurrentSession.IsProved(http) || !IsOf(http, Tickets(protection), http.Request.Query["ticket"].ToString()) ? ProofPages.First(Path)
            : await Sent(http, tenants, new(ProviderPurpose.Link, Path, http.User.Session(), clock.GetUtcNow()), TimeSpan.Zero);

    private static async Task<IResult> Remove(HttpContext http, Tenants tenants, ProviderLinks links, SecondFactors factors, SignInManager<Account> door)
    {
        if (!CurrentSession.IsProved(http)) return ProofPages.First(Path);
        if (Of(http, tenants) is not { } provider) return Results.NotFound();

        var account = await SecondFactorPages.Account(http);
        await links.Remove(provider, account);
        // What came in by it goes with it.
        if (CurrentSession.Of(http)?.Standing.Provider is null) await factors.Changed(door, account);
        else await http.RequestServices.GetRequiredService<AccountSessions>().EndAll(account.Id);
        return PageResult.SeeOther(Path);
    }

    private static async Task<IResult> Sent(HttpContext http, Tenants tenants, ProviderWish wish, TimeSpan maxAge)
    {
        if (Of(http, tenants) is not { } provider) return Results.NotFound();

        try
        {
            await http.ChallengeAsync(provider.Scheme, wish.Properties(maxAge));
            return Results.Empty;
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException)
        {
            return await ProviderReturn.Away(http, wish);
        }
    }

    private static ProviderOptions? Of(HttpContext http, Tenants tenants) => http.RequestServices.GetRequiredService<Providers>().Of(tenants.Of(http));

    private static ITimeLimitedDataProtector Tickets(IDataProtectionProvider protection) => protection.CreateProtector("provider-link").ToTimeLimitedDataProtector();

    private static bool IsOf(HttpContext http, ITimeLimitedDataProtector tickets, string ticket)
    {
        try
        {
            return ticket.Length > 0 && tickets.Unprotect(ticket) == $"{http.User.Session()}";
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
