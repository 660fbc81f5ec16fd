using Microsoft.AspNetCore.DataProtection.KeyManagement;
using System.Globalization;
using System.Security.Claims;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Entrance;
using Microsoft.AspNetCore.Authentication;
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
    public const string SecondFactorPath = "/account/second-factor";
    public const int ShortestPassword = 12;
    public const string MustChangeClaim = "must-change-password";

    // A session, or at the API a token.
    private const string Door = "door";

    /// <summary>Between the right password and the code.</summary>
    private static readonly TimeSpan TimeToType = TimeSpan.FromMinutes(5);

    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddDbContext<AccountsDb>(o => o.UseNpgsql(EventStore.Prepared(builder.Configuration), Npgsql));
        builder.Services.AddDataProtection().PersistKeysToDbContext<AccountsDb>().SetApplicationName("csirtflow");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>((o, services) => o.XmlEncryptor = new KeyRingSealer(services));

        builder.Services.AddIdentityCore<Account>(o =>
            {
                o.User.AllowedUserNameCharacters = "";
                // Length carries a password; rules about signs only make people write it down.
                o.Password = new PasswordOptions { RequiredLength = ShortestPassword, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 4 };
            })
            .AddEntityFrameworkStores<AccountsDb>().AddSignInManager().AddDefaultTokenProviders().AddClaimsPrincipalFactory<AccountClaims>();

        // The device knows its holder, so a passkey is two factors in one; and it knows its account, so nobody asks who has one.
        builder.Services.Configure<IdentityPasskeyOptions>(o => (o.UserVerificationRequirement, o.ResidentKeyRequirement) = ("required", "required"));

        var doors = builder.Services.AddAuthentication(Door);
        var cookies = doors
            .AddPolicyScheme(Door, null, o => o.ForwardDefaultSelector = http => TokenDoor.IsFor(http.Request) ? TokenDoor.SchemeName : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenDoor>(TokenDoor.SchemeName, null)
            .AddIdentityCookies(_ => { });
        // Whoever is reached by TLS sends it by TLS alone, also where a proxy does not say so.
        var secure = builder.Configuration["PublicUrl"]?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        doors.AddProviders(builder.Configuration, secure);
        cookies.TwoFactorUserIdCookie!.Configure(o => (o.Cookie.Name, o.Cookie.HttpOnly, o.Cookie.SameSite, o.Cookie.SecurePolicy, o.ExpireTimeSpan) = ("csirtflow-code", true, SameSiteMode.Strict, secure, TimeToType));
        cookies.ApplicationCookie!.Configure(o =>
        {
            o.Cookie.Name = "csirtflow";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = secure;
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
            o.Events.OnRedirectToAccessDenied = c => c.HttpContext.User.HasClaim(claim => claim.Type == MustChangeClaim)
                ? Answer(c.Request, c.Response, ChangePasswordPath, StatusCodes.Status403Forbidden)
                : SetUpSecondFactor(c.HttpContext);
        });

        builder.Services.AddOptions<AccountOptions>().BindConfiguration("Accounts").ValidateDataAnnotations()
            .Validate(o => o.NamesOffices, "Accounts:SecondFactorOffices: name offices such as CsirtLead, with commas between them.").ValidateOnStart();
        builder.Services.PostConfigure<AccountOptions>(o => o.RequireSecondFactor ??= builder.Environment.IsProduction());
        builder.Services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<AccountOptions>>((o, accounts) => o.ExpireTimeSpan = accounts.Value.Idle);

        builder.Services.AddSingleton<AccountSessions>();
        builder.Services.AddSingleton<ApiTokens>();
        builder.Services.AddSingleton<SecondFactorRule>();
        builder.Services.AddSingleton<SignInAttempts>();
        builder.Services.AddScoped<RecoveryCodes>();
        builder.Services.AddScoped<SecondFactors>();
        builder.Services.AddScoped<SecondFactorDesk>();
        builder.Services.AddSingleton<WrongPasswords>();
        builder.Services.AddSingleton<KnownDevices>();
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(SignedIn).SetDefaultPolicy(SignedIn);
    }

    public static void Npgsql(NpgsqlDbContextOptionsBuilder o) => o.MigrationsHistoryTable("__ef_migrations", AccountsDb.Schema);

    /// <summary>Signed in, past the first change of the password, and with a second factor where the person needs one.</summary>
    public static AuthorizationPolicy SignedIn { get; } = new AuthorizationPolicyBuilder().RequireAuthenticatedUser()
        .RequireAssertion(c => HasOwnPassword(c) && !c.User.HasClaim(ApiTokens.Claim, ApiTokens.OnlyReads) && c.Resource is HttpContext http && CurrentSession.Of(http) is not { LacksSecondFactor: true }).Build();

    /// <summary>Signed in and past the first change of the password: whoever knows a provisional one may not choose the second factor.</summary>
    public static AuthorizationPolicy SignedInWithOwnPassword { get; } = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(HasOwnPassword).Build();

    /// <summary>Signed in, also before the first change of the password.</summary>
    public static AuthorizationPolicy SignedInAtAll { get; } = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();

    private static bool HasOwnPassword(AuthorizationHandlerContext context) => !context.User.HasClaim(claim => claim.Type == MustChangeClaim);

    private static Task SetUpSecondFactor(HttpContext http) => http.Request.Path.StartsWithSegments("/api")
        ? Results.Problem(Problems.Make(StatusCodes.Status403Forbidden, "second-factor-missing", "二要素認証を設定してください。", $"あなたの役職には二要素認証が必要です。{SecondFactorPath} の画面で設定すると、使えるようになります。")).ExecuteAsync(http)
        : Answer(http.Request, http.Response, SecondFactorPath, StatusCodes.Status403Forbidden);

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
