using System.Security.Cryptography;
using System.Text;
using CsirtFlow.Api.PersonalData;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CsirtFlow.Api.Accounts;

/// <summary>A code that was accepted: it is not accepted again.</summary>
public sealed class UsedCode
{
    public Guid AccountId { get; set; }

    /// <summary>The half minute that it is of.</summary>
    public long Step { get; set; }
}

/// <summary>二要素認証 (35-4): 確認コード of an authenticator app, and 回復用コード for the day on which the telephone is gone.</summary>
public sealed class SecondFactors(UserManager<Account> accounts, AccountsDb database, RecoveryCodes recovery, SignInAttempts attempts, AccountSessions sessions, IDataProtectionProvider protection, PersonalSeal persons, TimeProvider clock)
{
    // Where Identity keeps what its own authenticator tokens are made with.
    private const string Store = "[AspNetUserStore]";
    private const string Key = "AuthenticatorKey";

    private const string Kind = "authenticator";
    private const char Between = '.';

    // A clock that is set back makes old codes right again.
    private const long StepsOfAMonth = 31 * 24 * 60 * 2;

    private static readonly TimeSpan TimeToSetUp = TimeSpan.FromMinutes(30);

    public async Task<bool> HasApp(Account account) => await accounts.GetAuthenticationTokenAsync(account, Store, Key) is not null;

    /// <summary>A new key, and the same sealed, to travel through the form: before a code has shown that the app has it, nothing is stored.</summary>
    public (string Key, string Sealed) Propose(Account account) => Propose(account, Totp.NewKey());

    /// <summary>The same key once more, after a wrong code.</summary>
    public (string Key, string Sealed) Propose(Account account, string key) => (key, Seal(account).Protect(key, TimeToSetUp));

    /// <summary>The key that a form brings back; null when it is another's or too old.</summary>
    public string? Proposed(Account account, string @sealed)
    {
        try
        {
            return Seal(account).Unprotect(@sealed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The app is set up when it has made a right code. All sessions of the account end.</summary>
    /// <returns>The recovery codes; null when the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> SetUp(HttpContext http, Account account, string key, string code)
    {
        if (!attempts.AdmitsCode(http, account) || !await IsFresh(account, key, Typed(code))) return null;

        attempts.CodeWasRight(http, account);
        await Keep(account, key);
        return await Begin(account);
    }

    /// <summary>The account has a second factor from now on.</summary>
    public async Task<IReadOnlyList<string>> Begin(Account account)
    {
        await accounts.SetTwoFactorEnabledAsync(account, true);
        await sessions.EndAll(account.Id);
        return await recovery.Renew(account.Id);
    }

    /// <summary>Looks at a code of the app, or a recovery code: right, of now, never used, and not one of too many attempts.</summary>
    public async Task<bool> Accepts(HttpContext http, Account account, string code)
    {
        if (!attempts.AdmitsCode(http, account)) return false;

        var typed = Typed(code);
        var right = typed.Length == RecoveryCodes.Length ? await recovery.Use(account.Id, typed)
            : await KeyOf(account) is { } key && await IsFresh(account, key, typed);
        if (right) attempts.CodeWasRight(http, account);
        return right;
    }

    /// <summary>Adds the passkey that a browser has just made; false when it is none, or another's.</summary>
    /// <param name="browser">In which it was made, by which its holder knows it.</param>
    public async Task<bool> Register(SignInManager<Account> door, Account account, string credential, string browser)
    {
        if (await Attested(door, credential) is not { Succeeded: true } made || made.UserEntity.Id != account.Id.ToString()) return false;

        var p = made.Passkey;
        return (await accounts.AddOrUpdatePasskeyAsync(account, new(p.CredentialId, p.PublicKey, clock.GetUtcNow(), p.SignCount, p.Transports, p.IsUserVerified, p.IsBackupEligible, p.IsBackedUp, p.AttestationObject, p.ClientDataJson) { Name = browser })).Succeeded;
    }

    /// <summary>Takes a passkey away; with the last means goes the second factor.</summary>
    /// <param name="id">Of its credential, in hexadecimal.</param>
    public async Task RemovePasskey(Account account, string id)
    {
        if ((await accounts.GetPasskeysAsync(account)).FirstOrDefault(p => Convert.ToHexString(p.CredentialId) == id) is not { } passkey) return;

        await accounts.RemovePasskeyAsync(account, passkey.CredentialId);
        if (!await HasApp(account) && (await accounts.GetPasskeysAsync(account)).Count == 0) await Remove(account);
    }

    /// <summary>The second factor is another: every session ends but the one in which it was changed, which begins anew.</summary>
    public async Task Changed(SignInManager<Account> door, Account account)
    {
        await accounts.UpdateSecurityStampAsync(account);
        await sessions.EndAll(account.Id);
        await door.RefreshSignInAsync(account);
    }

    /// <summary>解除: the account has no second factor any more, and all its sessions end.</summary>
    public async Task Remove(Account account)
    {
        await accounts.RemoveAuthenticationTokenAsync(account, Store, Key);
        foreach (var passkey in await accounts.GetPasskeysAsync(account)) await accounts.RemovePasskeyAsync(account, passkey.CredentialId);
        await accounts.SetTwoFactorEnabledAsync(account, false);
        await recovery.Drop(account.Id);
        await sessions.EndAll(account.Id);
    }

    /// <summary>The same app opens the account of the same person in the drill; nothing else does.</summary>
    public async Task Copy(Account real, Account drill)
    {
        var key = await KeyOf(real);
        if (key is null) await accounts.RemoveAuthenticationTokenAsync(drill, Store, Key);
        else await Keep(drill, key);
        await accounts.SetTwoFactorEnabledAsync(drill, key is not null);
    }

    // Whoever reads the database, or a copy of it, makes no codes of anybody.
    private async Task Keep(Account account, string key)
    {
        var box = persons.Seal(account.Organisation, Subject(account), Kind, key);
        await accounts.SetAuthenticationTokenAsync(account, Store, Key, $"{Convert.ToBase64String(box.Key)}{Between}{Convert.ToBase64String(box.Content)}");
    }

    private async Task<string?> KeyOf(Account account)
    {
        if (await accounts.GetAuthenticationTokenAsync(account, Store, Key) is not { } kept) return null;
        if (kept.Split(Between) is [var key, var content]) return persons.Open<string>(account.Organisation, Subject(account), Kind, new(Convert.FromBase64String(key), Convert.FromBase64String(content)));

        // As an earlier version has kept it.
        await Keep(account, kept);
        return kept;
    }

    private static string Subject(Account account) => $"account/{account.Id}";

    // What was not asked for here is no attestation but a failure of the call.
    private static async Task<PasskeyAttestationResult?> Attested(SignInManager<Account> door, string credential)
    {
        try
        {
            return credential.Length == 0 ? null : await door.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // One row a code: of two who come with the same one at once, the second finds the row there.
    private async Task<bool> IsFresh(Account account, string key, string code)
    {
        if (Totp.StepOf(key, code, clock.GetUtcNow()) is not { } step) return false;

        await database.UsedCodes.Where(c => c.AccountId == account.Id && c.Step < step - StepsOfAMonth).ExecuteDeleteAsync();
        return await database.Database.ExecuteSqlAsync($"insert into auth.used_code (account_id, step) values ({account.Id}, {step}) on conflict do nothing") == 1;
    }

    // As a Japanese keyboard writes it too.
    private static string Typed(string code) => string.Concat(code.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));

    private ITimeLimitedDataProtector Seal(Account account) => protection.CreateProtector("second-factor", account.Id.ToString()).ToTimeLimitedDataProtector();
}
