using System.Security.Claims;
using System.Text.Json;
using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Reports;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CsirtFlow.Api.Web.Entrance;

/// <summary>Whose code is awaited.</summary>
/// <param name="Provider">How they came by the 組織の認証サービス; null after a password.</param>
public sealed record AwaitedCode(Account Account, ProviderEntry? Provider);

/// <summary>Signing in and out (35-4) and changing the password (35-5), for the form and for programs alike.</summary>
public sealed class SignIns(SignInManager<Account> door, UserManager<Account> accounts, AccountsDb database, Tenants tenants, ReportLimits limits, WrongPasswords wrong, SignInAttempts attempts, SecondFactors factors, KnownDevices devices, AccountSessions sessions, TimeProvider clock)
{
    private const int Longest = 200;
    private const string Stamp = "stamp";
    private const string Provider = "provider";

    // Somebody who does not exist takes as long to refuse as somebody who does.
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Account>().HashPassword(new Account(), "nobody"));

    /// <summary>The first step; nobody is signed in by it.</summary>
    /// <returns>The account, or null: a wrong name, a wrong password and a locked account look the same.</returns>
    public async Task<Account?> WithPassword(HttpContext http, string name, string password)
    {
        if (!limits.AllowsSignIn(http)) return null;

        var account = name.Trim().Length is > 0 and <= Longest && password.Length is > 0 and <= Longest ? await accounts.FindByNameAsync(Account.NameIn(tenants.Of(http), KeepableText.Of(name)!)) : null;
        if (account is null || !attempts.AdmitsPassword(http, account) || await accounts.IsLockedOutAsync(account))
        {
            accounts.PasswordHasher.VerifyHashedPassword(new Account(), NobodysHash.Value, password.Length > Longest ? "" : password);
            await Remember(account?.Id ?? Guid.Empty);
            return null;
        }
        if (!(await door.CheckPasswordSignInAsync(account, password, lockoutOnFailure: false)).Succeeded)
        {
            await Remember(account.Id);
            return null;
        }

        attempts.PasswordWasRight(http, account);
        return account;
    }

    /// <summary>The second step, where the account has a second factor.</summary>
    public async Task<bool> WithCode(HttpContext http, Account account, string code)
    {
        if (limits.AllowsSignIn(http) && code.Length is > 0 and <= Longest && await factors.Accepts(http, account, code)) return true;

        await Remember(account.Id);
        return false;
    }

    /// <summary>Whose password was right a moment ago in this browser, or whom the 組織の認証サービス has named, with a cookie that opens nothing by itself.</summary>
    public async Task AwaitCode(HttpContext http, Account account, ProviderEntry? provider)
    {
        var identity = new ClaimsIdentity([new(ClaimTypes.Name, account.Id.ToString()), new(Stamp, account.SecurityStamp ?? ""), new(Provider, JsonSerializer.Serialize(provider))], IdentityConstants.TwoFactorUserIdScheme);
        await http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(identity));
    }

    /// <returns>The account that a code is awaited for; null when its time is over, or the account has changed or was locked meanwhile.</returns>
    public async Task<AwaitedCode?> Awaited(HttpContext http) =>
        (await http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal is { } waiting
        && await accounts.FindByIdAsync(waiting.FindFirstValue(ClaimTypes.Name) ?? "") is { } account && account.Organisation == tenants.Of(http)
        && account.SecurityStamp == waiting.FindFirstValue(Stamp) && !await accounts.IsLockedOutAsync(account) ? new(account, JsonSerializer.Deserialize<ProviderEntry>(waiting.FindFirstValue(Provider) ?? "null")) : null;

    /// <summary>Both steps in one, with what a passkey says.</summary>
    /// <returns>The account, or null: an unknown passkey, one of another organisation and a locked account look the same.</returns>
    public async Task<Account?> WithPasskey(HttpContext http, string credential)
    {
        if (!limits.AllowsSignIn(http) || await Asserted(credential) is not { Succeeded: true } said || !said.Passkey.IsUserVerified || said.User.Organisation != tenants.Of(http) || await accounts.IsLockedOutAsync(said.User)) return null;

        await accounts.AddOrUpdatePasskeyAsync(said.User, said.Passkey);
        return said.User;
    }

    // What was not asked for in this browser is no assertion but a failure of the call.
    private async Task<PasskeyAssertionResult<Account>?> Asserted(string credential)
    {
        try
        {
            return credential.Length == 0 ? null : await door.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>After the last step: the session begins.</summary>
    /// <param name="entering">Where the person came by the 組織の認証サービス.</param>
    public async Task Enter(HttpContext http, Account account, Entering? entering = null)
    {
        http.Features.Set(entering ?? new(null, clock.GetUtcNow()));
        devices.Remember(http, account);
        (account.PreviousSignInAt, account.LastSignInAt) = (account.LastSignInAt, clock.GetUtcNow());
        (account.WrongBeforeSignIn, account.WrongSinceSignIn) = (account.WrongSinceSignIn, 0);
        await accounts.UpdateAsync(account);
        await http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await door.SignInAsync(account, isPersistent: false);
        // The rest of this request is already theirs.
        http.User = await door.CreateUserPrincipalAsync(account);
    }

    /// <summary>Whoever sits in the session shows again who they are: with a code where the account has an app, else with the password.</summary>
    public async Task<bool> Prove(HttpContext http, string typed)
    {
        if (await accounts.GetUserAsync(http.User) is not { } account || http.User.Session() is not { } session || typed.Length is 0 or > Longest) return false;

        var right = await factors.HasApp(account) ? await factors.Accepts(http, account, typed) : wrong.Admits(Current(account), WrongPasswords.Most) && await accounts.CheckPasswordAsync(account, typed);
        if (!right) return false;

        wrong.Forget(Current(account));
        await sessions.Prove(session);
        return true;
    }

    /// <summary>Whoever sits in the session shows again who they are, with a passkey of their own.</summary>
    public async Task<bool> ProveWithPasskey(HttpContext http, string credential)
    {
        if (await accounts.GetUserAsync(http.User) is not { } account || http.User.Session() is not { } session) return false;
        if (!limits.AllowsSignIn(http) || await Asserted(credential) is not { Succeeded: true } said || !said.Passkey.IsUserVerified || said.User.Id != account.Id) return false;

        await accounts.AddOrUpdatePasskeyAsync(account, said.Passkey);
        await sessions.Prove(session);
        return true;
    }

    /// <summary>Whether the person proves who they are with a code, not with the password.</summary>
    public async Task<bool> ProvesByCode(HttpContext http) => await accounts.GetUserAsync(http.User) is { } account && await factors.HasApp(account);

    // The current password, asked for in a session.
    private static string Current(Account account) => $"{account.Id} change";

    // In one statement, because many may fail at once; for nobody too, because it takes its time.
    private async Task Remember(Guid account) =>
        await database.Users.Where(a => a.Id == account).ExecuteUpdateAsync(a => a.SetProperty(x => x.WrongSinceSignIn, x => x.WrongSinceSignIn + 1));

    /// <summary>Ends the session: a cookie that was copied before is worth nothing after.</summary>
    public async Task SignOut(HttpContext http)
    {
        if (await accounts.GetUserAsync(http.User) is { } account && http.User.Session() is { } session) await sessions.End(account.Id, session);
        await door.SignOutAsync();
    }

    /// <returns>What is wrong, field and sentence; empty when the password has been changed. Every other session of the account has ended.</returns>
    public async Task<IReadOnlyList<(string Field, string Sentence)>> ChangePassword(HttpContext http, string current, string chosen, string again, EntranceWords words)
    {
        if (await accounts.GetUserAsync(http.User) is not { } account) return [("Current", words.SignInAgain)];
        if (current.Length == 0) return [("Current", words.GiveCurrent)];
        if (chosen.Length == 0) return [("New", words.GiveNew)];
        if (chosen != again) return [("Again", words.NotTheSame)];
        if (chosen.Length > Longest) return [("New", words.TooLong(Longest))];
        if (chosen == current) return [("New", words.NotNew)];

        if (!wrong.Admits(Current(account), WrongPasswords.Most)) return [("Current", words.TooOften)];

        var wasForced = account.MustChangePassword;
        account.MustChangePassword = false;
        var result = await accounts.ChangePasswordAsync(account, current, chosen);
        if (result.Succeeded)
        {
            wrong.Forget(Current(account));
            await sessions.EndAll(account.Id);
            await door.RefreshSignInAsync(account);
            return [];
        }
        account.MustChangePassword = wasForced;
        return [.. result.Errors.Select(e => Sentence(e, words)).Distinct()];
    }

    private static (string Field, string Sentence) Sentence(IdentityError error, EntranceWords words) => error.Code switch
    {
        nameof(IdentityErrorDescriber.PasswordMismatch) => ("Current", words.CurrentWrong),
        nameof(IdentityErrorDescriber.PasswordTooShort) => ("New", words.TooShort),
        nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => ("New", words.TooPlain),
        nameof(IdentityErrorDescriber.ConcurrencyFailure) => ("Current", words.ChangedElsewhere),
        _ => ("New", words.Unusable),
    };
}
