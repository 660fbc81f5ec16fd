using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Reports;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CsirtFlow.Api.Web.Entrance;

/// <summary>Signing in and out (35-4) and changing the password (35-5), for the form and for programs alike.</summary>
public sealed class SignIns(SignInManager<Account> door, UserManager<Account> accounts, AccountsDb database, Tenants tenants, ReportLimits limits, WrongPasswords wrong, KnownDevices devices, AccountSessions sessions, TimeProvider clock)
{
    private const int Longest = 200;

    // Somebody who does not exist takes as long to refuse as somebody who does.
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Account>().HashPassword(new Account(), "nobody"));

    /// <returns>The account, or null: a wrong name, a wrong password and a locked account look the same.</returns>
    public async Task<Account?> SignIn(HttpContext http, string name, string password)
    {
        if (!limits.AllowsSignIn(http)) return null;

        var account = name.Trim().Length is > 0 and <= Longest && password.Length is > 0 and <= Longest ? await accounts.FindByNameAsync(Account.NameIn(tenants.Of(http), KeepableText.Of(name)!)) : null;
        if (account is null || !Admits(http, account) || await accounts.IsLockedOutAsync(account))
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

        wrong.Forget(From(http, account));
        if (devices.Of(http, account) is null) wrong.TakeBack(Strangers(account));
        devices.Remember(http, account);
        (account.PreviousSignInAt, account.LastSignInAt) = (account.LastSignInAt, clock.GetUtcNow());
        (account.WrongBeforeSignIn, account.WrongSinceSignIn) = (account.WrongSinceSignIn, 0);
        await accounts.UpdateAsync(account);
        // A new cookie each time: a session that was planted before is worth nothing.
        await door.SignInAsync(account, isPersistent: false);
        // The rest of this request is already theirs.
        http.User = await door.CreateUserPrincipalAsync(account);
        return account;
    }

    private bool Admits(HttpContext http, Account account) =>
        wrong.Admits(From(http, account), WrongPasswords.Most) && (devices.Of(http, account) is not null || wrong.Admits(Strangers(account), WrongPasswords.MostOfStrangers));

    private static string Strangers(Account account) => $"{account.Id} strangers";

    private string From(HttpContext http, Account account) => $"{account.Id} {devices.Of(http, account) ?? ReportLimits.Address(http)}";

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

        if (!wrong.Admits($"{account.Id} change", WrongPasswords.Most)) return [("Current", words.TooOften)];

        var wasForced = account.MustChangePassword;
        account.MustChangePassword = false;
        var result = await accounts.ChangePasswordAsync(account, current, chosen);
        if (result.Succeeded)
        {
            wrong.Forget($"{account.Id} change");
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
