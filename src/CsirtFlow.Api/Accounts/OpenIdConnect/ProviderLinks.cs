using CsirtFlow.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CsirtFlow.Api.Accounts;

/// <summary>ひも付け: whose account the subject of a 組織の認証サービス is. The person makes it, signed in and proved; or a verified address makes it, where the configuration says so. Nobody makes it for somebody else.</summary>
public sealed class ProviderLinks(UserManager<Account> accounts, AccountsDb database)
{
    public Task<Account?> Find(ProviderOptions provider, string subject) => accounts.FindByLoginAsync(Name(provider), subject);

    public async Task<bool> Has(ProviderOptions provider, Account account) => (await accounts.GetLoginsAsync(account)).Any(l => l.LoginProvider == Name(provider));

    /// <summary>False where the subject is somebody else's, or the account has another one.</summary>
    public async Task<bool> Add(ProviderOptions provider, Account account, string subject)
    {
        if (await Find(provider, subject) is { } holder) return holder.Id == account.Id;
        if (await Has(provider, account)) return false;

        try
        {
            return (await accounts.AddLoginAsync(account, new UserLoginInfo(Name(provider), subject, null))).Succeeded;
        }
        catch (DbUpdateException)
        {
            // Two at once with one subject: the row of the first is there.
            return false;
        }
    }

    public async Task Remove(ProviderOptions provider, Account account)
    {
        foreach (var login in (await accounts.GetLoginsAsync(account)).Where(l => l.LoginProvider == Name(provider))) await accounts.RemoveLoginAsync(account, login.LoginProvider, login.ProviderKey);
    }

    /// <summary>The account of the one person of the organisation who has this address; null where there is none, or more than one.</summary>
    public async Task<Account?> OfMail(Organisation organisation, string mail)
    {
        var people = organisation.People.Where(p => p.Mail.Equals(mail, StringComparison.OrdinalIgnoreCase)).ToList();
        return people is [var one] ? await database.Users.SingleOrDefaultAsync(a => a.Organisation == organisation.Id && a.PersonId == one.Id) : null;
    }

    // The same subject may be two accounts in two organisations, as in a drill.
    private static string Name(ProviderOptions provider) => $"{provider.Organisation} {provider.Authority.TrimEnd('/')}";
}
