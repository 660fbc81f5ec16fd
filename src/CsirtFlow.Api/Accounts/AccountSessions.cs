using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CsirtFlow.Api.Accounts;

/// <summary>The sessions of all accounts, in the table <c>auth.session</c>. What is not there any more is no session, from the next request on.</summary>
public sealed class AccountSessions(NpgsqlDataSource source, IServiceScopeFactory scopes, TimeProvider clock)
{
    // Asked at every request, so past Entity Framework.
    private const string Standing = """
        select s.account_id, s.last_used_at, s.proved_at, a."SecurityStamp", a."LockoutEnd" > $2, a."TwoFactorEnabled", s.provider_groups, s.provider_second_factor, s.provider_at
        from auth.session s join auth.account a on a."Id" = s.account_id where s.id = $1
        """;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <param name="idle">After which a session is over: those of the account that are go now.</param>
    /// <param name="entering">How the person comes in; null with what the service itself has asked for, a moment ago.</param>
    public async Task<Guid> Begin(Guid account, string address, string browser, TimeSpan idle, Entering? entering)
    {
        var now = clock.GetUtcNow();
        var session = new AccountSession { Id = Guid.CreateVersion7(now), AccountId = account, CreatedAt = now, LastUsedAt = now, ProvedAt = entering?.ProvedAt ?? now, Address = address, Browser = browser };
        if (entering?.Provider is { } provider) (session.ProviderGroups, session.ProviderSecondFactor, session.ProviderAt) = (provider.Groups, provider.SecondFactor, provider.At);
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        await Over(database, account, now, idle).ExecuteDeleteAsync();
        database.Sessions.Add(session);
        await database.SaveChangesAsync();
        return session.Id;
    }

    /// <returns>Null when there is no such session.</returns>
    public async Task<SessionStanding?> Find(Guid id, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(Standing);
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new(id, row.GetGuid(0), row.GetFieldValue<DateTimeOffset>(1), row.GetFieldValue<DateTimeOffset>(2), row.IsDBNull(3) ? "" : row.GetString(3), !row.IsDBNull(4) && row.GetBoolean(4), row.GetBoolean(5),
                row.IsDBNull(6) ? null : new(row.GetFieldValue<string[]>(6), row.GetBoolean(7), row.GetFieldValue<DateTimeOffset>(8)))
            : null;
    }

    /// <summary>アクセスタイムアウト (35-4). One that was used at a time which lies further ahead is over as well: the clock was set back, and nobody knows how long it was left alone.</summary>
    public bool IsIdle(SessionStanding session, TimeSpan idle) => (clock.GetUtcNow() - session.LastUsedAt).Duration() > idle + Minute;

    /// <summary>It is being used; written down once a minute at most.</summary>
    public Task Use(SessionStanding session) => (clock.GetUtcNow() - session.LastUsedAt).Duration() < Minute ? Task.CompletedTask : Mark("last_used_at", session.Id);

    /// <summary>The person has just given a password or a second factor.</summary>
    public Task Prove(Guid id) => Mark("proved_at", id);

    /// <summary>Those that last, the latest used first.</summary>
    public async Task<IReadOnlyList<AccountSession>> Of(Guid account, TimeSpan idle)
    {
        await using var scope = scopes.CreateAsyncScope();
        var since = clock.GetUtcNow() - idle - Minute;
        return await scope.ServiceProvider.GetRequiredService<AccountsDb>().Sessions.AsNoTracking()
            .Where(s => s.AccountId == account && s.LastUsedAt >= since).OrderByDescending(s => s.LastUsedAt).ThenByDescending(s => s.Id).ToListAsync();
    }

    /// <summary>Ends one session of an account.</summary>
    public Task End(Guid account, Guid id) => End(all => all.Where(s => s.AccountId == account && s.Id == id));

    /// <summary>Ends all sessions of an account.</summary>
    /// <param name="but">The one that goes on, or null.</param>
    public Task EndAll(Guid account, Guid? but = null) => End(all => all.Where(s => s.AccountId == account && s.Id != but));

    private async Task Mark(string column, Guid id)
    {
        await using var command = source.CreateCommand($"update auth.session set {column} = $2 where id = $1");
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await command.ExecuteNonQueryAsync();
    }

    private async Task End(Func<IQueryable<AccountSession>, IQueryable<AccountSession>> which)
    {
        await using var scope = scopes.CreateAsyncScope();
        await which(scope.ServiceProvider.GetRequiredService<AccountsDb>().Sessions).ExecuteDeleteAsync();
    }

    // The minute is the one in which use is not written down.
    private static IQueryable<AccountSession> Over(AccountsDb database, Guid account, DateTimeOffset now, TimeSpan idle) =>
        database.Sessions.Where(s => s.AccountId == account && s.LastUsedAt < now - idle - Minute);
}
