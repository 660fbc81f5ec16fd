using System.Security.Cryptography;
using System.Text;
using CsirtFlow.Api.Reports;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CsirtFlow.Api.Accounts;

/// <summary>What a program signs in with in the name of a person: of it only the hash is kept.</summary>
public sealed class ApiToken
{
    public Guid Id { get; set; }

    public Guid AccountId { get; set; }

    /// <summary>What it is for, in the person's words.</summary>
    public string Name { get; set; } = "";

    /// <summary>SHA-256 of the token.</summary>
    public byte[] Hash { get; set; } = [];

    public bool MayWrite { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>A token that is good, and whose it is.</summary>
public sealed record TokenHolder(bool MayWrite, Guid AccountId, string Organisation, string PersonId, bool HasSecondFactor);

/// <summary>The tokens of all accounts, in the table <c>auth.api_token</c>.</summary>
public sealed class ApiTokens(NpgsqlDataSource source, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>How a token begins: whoever finds one somewhere sees whose it is.</summary>
    public const string Prefix = "csf_";

    /// <summary>Of the principal that a token makes.</summary>
    public const string Claim = "api-token";

    /// <summary>Value of the claim where something is to be written with one that only reads.</summary>
    public const string OnlyReads = "only-reads";

    /// <summary>For how long one may be made, in days.</summary>
    public static readonly int[] Days = [30, 90, 365];

    // Whoever must change the password first does so before their programs go on.
    private const string Holder = """
        select t.may_write, a."Id", a."Organisation", a."PersonId", a."TwoFactorEnabled" from auth.api_token t join auth.account a on a."Id" = t.account_id
        where t.hash = $1 and t.expires_at > $2 and coalesce(a."LockoutEnd", '-infinity') <= $2 and not a."MustChangePassword"
        """;

    /// <returns>The token, which can be read here and never again.</returns>
    public async Task<string> Make(Guid account, string name, bool mayWrite, int days)
    {
        var (token, now) = (Prefix + ReportIntake.Unguessable(), clock.GetUtcNow());
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        database.ApiTokens.Add(new ApiToken { Id = Guid.CreateVersion7(now), AccountId = account, Name = name, Hash = Hash(token), MayWrite = mayWrite, CreatedAt = now, ExpiresAt = now.AddDays(days) });
        await database.SaveChangesAsync();
        return token;
    }

    /// <returns>Null for one that is unknown, revoked or over, and for one of a locked account.</returns>
    public async Task<TokenHolder?> Find(string token, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(Holder);
        command.Parameters.Add(new() { Value = Hash(token) });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? new(row.GetBoolean(0), row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetBoolean(4)) : null;
    }

    /// <summary>Those that are good, the newest first.</summary>
    public async Task<IReadOnlyList<ApiToken>> Of(Guid account)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        return await scope.ServiceProvider.GetRequiredService<AccountsDb>().ApiTokens.AsNoTracking().Where(t => t.AccountId == account && t.ExpiresAt > now).OrderByDescending(t => t.CreatedAt).ToListAsync();
    }

    public async Task Revoke(Guid account, Guid id)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountsDb>().ApiTokens.Where(t => t.AccountId == account && t.Id == id).ExecuteDeleteAsync();
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
