using CsirtFlow.Api.Reports;

namespace CsirtFlow.Api.Accounts;

/// <summary>Attempts at one account, counted where they come from: in a browser that is known, from an address, and from all strangers together (docs/decisions/0013).</summary>
public sealed class SignInAttempts(WrongPasswords wrong, KnownDevices devices)
{
    /// <summary>A code has six digits, and whoever tries many knows the password.</summary>
    private const int MostCodesOfStrangers = 10;

    private const string Code = " code";

    public bool AdmitsPassword(HttpContext http, Account account) => Admits(http, account, "", WrongPasswords.MostOfStrangers);

    public bool AdmitsCode(HttpContext http, Account account) => Admits(http, account, Code, MostCodesOfStrangers);

    /// <summary>The password was right: nothing of it counts any more.</summary>
    public void PasswordWasRight(HttpContext http, Account account) => WasRight(http, account, "");

    public void CodeWasRight(HttpContext http, Account account) => WasRight(http, account, Code);

    private bool Admits(HttpContext http, Account account, string what, int mostOfStrangers) =>
        wrong.Admits(From(http, account, what), WrongPasswords.Most) && (Known(http, account) is not null || wrong.Admits(Strangers(account, what), mostOfStrangers));

    private void WasRight(HttpContext http, Account account, string what)
    {
        wrong.Forget(From(http, account, what));
        if (Known(http, account) is null) wrong.TakeBack(Strangers(account, what));
    }

    private static string Strangers(Account account, string what) => $"{account.Id} strangers{what}";

    private string From(HttpContext http, Account account, string what) => $"{account.Id} {Known(http, account) ?? ReportLimits.Address(http)}{what}";

    // Whoever sits in a session of the account is no stranger.
    private string? Known(HttpContext http, Account account) =>
        CurrentSession.Of(http)?.Standing is { } session && session.AccountId == account.Id ? session.Id.ToString() : devices.Of(http, account);
}
