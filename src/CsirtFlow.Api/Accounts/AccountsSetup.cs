using System.Globalization;
using System.Security.Claims;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Entrance;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace CsirtFlow.Api.Accounts;

/// <summary>Sign-in with local accounts (35-4, 35-5): ASP.NET Core Identity, a cookie, everything closed unless it is opened.</summary>
public static class AccountsSetup
{
    public const string SignInPath = "/sign-in";
    public const string ChangePasswordPath = "/account/password";
    public const int ShortestPassword = 12;
    public const string MustChangeClaim = "must-change-password";

    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddDbContext<AccountsDb>(o => o.UseNpgsql(EventStore.Prepared(builder.Configuration), Npgsql));
        builder.Services.AddDataProtection().PersistKeysToDbContext<AccountsDb>().SetApplicationName("csirtflow");

        builder.Services.AddIdentityCore<Account>(o =>
            {
                o.User.AllowedUserNameCharacters = "";
                // Length carries a password; rules about signs only make people write it down.
                o.Password = new PasswordOptions { RequiredLength = ShortestPassword, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 4 };
            })
            .AddEntityFrameworkStores<AccountsDb>().AddSignInManager().AddDefaultTokenProviders().AddClaimsPrincipalFactory<AccountClaims>();

        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(c => c.ApplicationCookie!.Configure(o =>
        {
            o.Cookie.Name = "csirtflow";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            // Whoever is reached by TLS sends it by TLS alone, also where a proxy does not say so.
            o.Cookie.SecurePolicy = builder.Configuration["PublicUrl"]?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            o.SlidingExpiration = true;
            o.LoginPath = SignInPath;
            o.ReturnUrlParameter = "return";
            o.Events.OnSigningIn = SessionCookie.Begin;
            o.Events.OnValidatePrincipal = SessionCookie.Validate;
            o.Events.OnCheckSlidingExpiration = SessionCookie.Renew;
            o.Events.OnRedirectToLogin = async c =>
            {
                if (!await KeptForm.Answered(c.HttpContext)) await Answer(c.Request, c.Response, c.RedirectUri, StatusCodes.Status401Unauthorized);
            };
            o.Events.OnRedirectToAccessDenied = c => Answer(c.Request, c.Response, ChangePasswordPath, StatusCodes.Status403Forbidden);
        }));

        builder.Services.AddOptions<AccountOptions>().BindConfiguration("Accounts").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<AccountOptions>>((o, accounts) => o.ExpireTimeSpan = accounts.Value.Idle);

        builder.Services.AddSingleton<AccountSessions>();
        builder.Services.AddSingleton<WrongPasswords>();
        builder.Services.AddSingleton<KnownDevices>();
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(SignedIn).SetDefaultPolicy(SignedIn);
    }

    public static void Npgsql(NpgsqlDbContextOptionsBuilder o) => o.MigrationsHistoryTable("__ef_migrations", AccountsDb.Schema);

    /// <summary>Signed in, and past the first change of the password.</summary>
    public static AuthorizationPolicy SignedIn { get; } = new AuthorizationPolicyBuilder().RequireAuthenticatedUser()
        .RequireAssertion(c => !c.User.HasClaim(claim => claim.Type == MustChangeClaim)).Build();

    /// <summary>Signed in, also before the first change of the password.</summary>
    public static AuthorizationPolicy SignedInAtAll { get; } = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();

    // Programs get a status and a problem, people the page that helps.
    private static Task Answer(HttpRequest request, HttpResponse response, string page, int status)
    {
        if (request.Path.StartsWithSegments("/api")) response.StatusCode = status;
        else response.Redirect(page);
        return Task.CompletedTask;
    }
}

/// <summary>Puts person and organisation into the cookie.</summary>
public sealed class AccountClaims(UserManager<Account> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Account>(users, options)
{
    public const string PreviousSignIn = "previous-sign-in";
    public const string WrongPasswords = "wrong-passwords";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(Caller.PersonClaim, user.PersonId));
        identity.AddClaim(new Claim(Caller.OrganisationClaim, user.Organisation));
        if (user.PreviousSignInAt is { } at) identity.AddClaim(new Claim(PreviousSignIn, at.ToString("O", CultureInfo.InvariantCulture)));
        if (user.WrongBeforeSignIn > 0) identity.AddClaim(new Claim(WrongPasswords, user.WrongBeforeSignIn.ToString(CultureInfo.InvariantCulture)));
        if (user.MustChangePassword) identity.AddClaim(new Claim(AccountsSetup.MustChangeClaim, "1"));
        return identity;
    }
}
