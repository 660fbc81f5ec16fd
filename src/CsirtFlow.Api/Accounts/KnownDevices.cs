using System.Security.Cryptography;
using CsirtFlow.Api.Reports;
using Microsoft.AspNetCore.DataProtection;

namespace CsirtFlow.Api.Accounts;

/// <summary>A browser in which somebody has signed in before: its own attempts are counted apart from those of strangers. It opens nothing by itself.</summary>
public sealed class KnownDevices(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("known-device").ToTimeLimitedDataProtector();

    /// <summary>Of the browser, when the account has been used in it; else null.</summary>
    public string? Of(HttpContext http, Account account)
    {
        try
        {
            return http.Request.Cookies[Name(account)] is { } cookie && protector.Unprotect(cookie).Split('/') is [var id, var device] && id == $"{account.Id:N}" ? device : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Remember(HttpContext http, Account account) =>
        http.Response.Cookies.Append(Name(account), protector.Protect($"{account.Id:N}/{Of(http, account) ?? ReportIntake.Unguessable()}", Remembered),
            new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = AccountsSetup.SignInPath, MaxAge = Remembered, IsEssential = true });

    // One for each account: colleagues share a computer.
    private static string Name(Account account) => $"csirtflow-known-{Convert.ToHexStringLower(SHA256.HashData(account.Id.ToByteArray()))[..12]}";
}
