using System.Security.Cryptography;
using CsirtFlow.Api.Platform;
using Npgsql;

namespace CsirtFlow.Api.Mail;

/// <summary>Where a mail lies: a UID means something only together with its UIDVALIDITY (RFC 9051 2.3.1.1).</summary>
public sealed record MailPlace(string Tenant, string Mailbox, uint UidValidity, uint Uid);

/// <summary>A mail that is stored.</summary>
/// <param name="Sha256">Of the bytes, lower-case hexadecimal.</param>
/// <param name="Old">It lay in the mailbox before the service began to look into it.</param>
public sealed record StoredMail(MailPlace Place, string Sha256, bool Old);

/// <summary>Keeps the bytes of incoming mails, as 証拠 under their hash, and remembers which places of the mailbox have been dealt with.</summary>
public sealed class MailStore(NpgsqlDataSource source, TimeProvider clock)
{
    /// <summary>UIDs that have been dealt with.</summary>
    public async Task<IReadOnlySet<uint>> Done(string tenant, string mailbox, uint uidValidity, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"select uid from {EventStore.Schema}.incoming_mail_place where tenant_id = $1 and mailbox = $2 and uid_validity = $3 and done_at is not null");
        command.Parameters.AddWithValue(tenant);
        command.Parameters.AddWithValue(mailbox);
        command.Parameters.AddWithValue((long)uidValidity);
        var done = new HashSet<uint>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) done.Add((uint)reader.GetInt64(0));
        return done;
    }

    /// <summary>Places that were stored and not yet dealt with, oldest first: what a crash has left, also where the mail has vanished from the mailbox since.</summary>
    public async Task<IReadOnlyList<StoredMail>> Left(string tenant, string mailbox, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"select uid_validity, uid, sha256, old from {EventStore.Schema}.incoming_mail_place where tenant_id = $1 and mailbox = $2 and done_at is null order by stored_at, uid");
        command.Parameters.AddWithValue(tenant);
        command.Parameters.AddWithValue(mailbox);
        var left = new List<StoredMail>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) left.Add(new(new(tenant, mailbox, (uint)reader.GetInt64(0), (uint)reader.GetInt64(1)), reader.GetString(2), reader.GetBoolean(3)));
        return left;
    }

    /// <summary>Stores the bytes and their place in one transaction.</summary>
    public async Task<StoredMail> Keep(MailPlace place, byte[] raw, bool old, CancellationToken cancellation)
    {
        var (sha256, now) = (Convert.ToHexStringLower(SHA256.HashData(raw)), clock.GetUtcNow());
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new($"insert into {EventStore.Schema}.evidence_file (tenant_id, sha256, content, stored_at) select $1, $2, $3, $4 where not exists (select from {EventStore.Schema}.mt_streams where tenant_id = $1 and id = $5) on conflict do nothing")
                {
                    // One that is known came again: its bytes are there, or were disposed of.
                    Parameters = { new() { Value = place.Tenant }, new() { Value = sha256 }, new() { Value = raw }, new() { Value = now }, new() { Value = Domain.IncomingMail.Key(sha256) } },
                },
                new($"insert into {EventStore.Schema}.incoming_mail_place (tenant_id, mailbox, uid_validity, uid, sha256, stored_at, old) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing")
                {
                    Parameters = { new() { Value = place.Tenant }, new() { Value = place.Mailbox }, new() { Value = (long)place.UidValidity }, new() { Value = (long)place.Uid }, new() { Value = sha256 }, new() { Value = now }, new() { Value = old } },
                },
            },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
        return new(place, sha256, old);
    }

    public async Task MarkDone(MailPlace place, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"update {EventStore.Schema}.incoming_mail_place set done_at = $5 where tenant_id = $1 and mailbox = $2 and uid_validity = $3 and uid = $4 and done_at is null");
        command.Parameters.AddWithValue(place.Tenant);
        command.Parameters.AddWithValue(place.Mailbox);
        command.Parameters.AddWithValue((long)place.UidValidity);
        command.Parameters.AddWithValue((long)place.Uid);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
