using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CsirtFlow.Api.Organisations;

/// <summary>
/// 訓練の場 (31-3): the organisation once more, under a host name of its own (<c>Organisations</c>), with the same contacts and accounts. It is another tenant, so that no number,
/// limit or statistics of a drill ever mixes with what is real.
/// </summary>
public sealed class DrillGround(Sessions sessions, OrganisationDirectory directory, Tenants tenants, AccountsDb accounts, UserManager<Account> users, SecondFactors factors, IConfiguration configuration, TimeProvider clock)
{
    /// <summary>Sets it up, and brings contacts and accounts up to date before another drill. What was done in it stays.</summary>
    /// <param name="host">Its host name.</param>
    /// <returns>Where it is.</returns>
    /// <exception cref="InvalidOperationException">The host name is not configured, or is that of something real.</exception>
    public async Task<Uri> Prepare(string host, CancellationToken cancellation = default)
    {
        var (real, tenant) = (await directory.Get(tenants.Default, cancellation), tenants.Of(host));
        if (tenant == tenants.Default) throw new InvalidOperationException($"Organisations__{host} is not set: name the organisation that drills are held in.");

        var publicUrl = new Uri(configuration["PublicUrl"] ?? "http://127.0.0.1:5080");
        var address = new UriBuilder(publicUrl) { Host = host }.Uri;
        if (await directory.Find(tenant, cancellation) is { Drill: null }) throw new InvalidOperationException($"'{tenant}' is an organisation of its own and no place for drills.");

        await Revise(real with { Id = tenant, Drill = new Drill(address, publicUrl) }, cancellation);
        await Copy(tenant, cancellation);
        return address;
    }

    private async Task Revise(Organisation drill, CancellationToken cancellation)
    {
        await using var session = sessions.Open(Caller.Clock(drill.Id));
        var stream = await session.Events.FetchForWriting<OrganisationState>(OrganisationState.Key, cancellation);
        var now = clock.GetUtcNow();
        stream.AppendOne(new OrganisationRevised(drill, new Provenance(Actor.Service, "prepare-drill", now, now)));
        await session.SaveChangesAsync(cancellation);
        directory.Forget(drill.Id);
    }

    // Whoever has left takes part in no drill; a password or second factor that was changed is changed here too.
    private async Task Copy(string tenant, CancellationToken cancellation)
    {
        var real = await accounts.Users.AsNoTracking().Where(a => a.Organisation == tenants.Default).ToDictionaryAsync(a => a.PersonId, cancellation);
        foreach (var left in await accounts.Users.Where(a => a.Organisation == tenant && !real.Keys.Contains(a.PersonId)).ToListAsync(cancellation)) Check(await users.DeleteAsync(left));
        foreach (var (person, account) in real)
        {
            var copy = await users.FindByNameAsync(Account.NameIn(tenant, person));
            var isNew = copy is null;
            copy = Copied(account, copy ?? new() { UserName = Account.NameIn(tenant, person), Organisation = tenant, PersonId = person, LockoutEnabled = true });
            Check(isNew ? await users.CreateAsync(copy) : await users.UpdateAsync(copy));
            await factors.Copy(account, copy);
        }
    }

    private static Account Copied(Account real, Account drill)
    {
        (drill.Email, drill.EmailConfirmed, drill.PasswordHash, drill.MustChangePassword) = (real.Email, real.EmailConfirmed, real.PasswordHash, real.MustChangePassword);
        return drill;
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join(" ", result.Errors.Select(e => e.Description)));
    }
}
