using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Marten;
using Npgsql;

namespace CsirtFlow.Api.Tests;

/// <summary>One event of every kind as it was once written; what is on disk must stay readable for ever.</summary>
internal static class EventFiles
{
    public static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "events");

    /// <summary>The same, for who asks from elsewhere.</summary>
    public static string Place => Folder();

    /// <summary>Of which shapes of an event there is a file: <c>type.vN.json</c>.</summary>
    public static IEnumerable<int> Versions(string type) =>
        Directory.EnumerateFiles(Folder(), $"{type}.v*.json").Select(f => Path.GetFileName(f).Split('.')).Where(parts => parts is [_, _, "json"]).Select(parts => int.Parse(parts[1].AsSpan(1), System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>An event as the store reads it, upcasters and all, from a row that is gone afterwards.</summary>
    /// <param name="data">As it lies in the store.</param>
    public static async Task<object> Read(App app, string type, string data)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(app.Database) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var stream = $"old/{An.Key()}";
        await using var command = new NpgsqlCommand($"""
            insert into {EventStore.Schema}.mt_streams (tenant_id, id, version) values ('{App.Organisation}', '{stream}', 1);
            insert into {EventStore.Schema}.mt_events (seq_id, id, tenant_id, stream_id, version, type, data, timestamp) values (-{Random.Shared.NextInt64(1, long.MaxValue)}, gen_random_uuid(), '{App.Organisation}', '{stream}', 1, @type, @data::jsonb, now())
            """, connection)
        {
            Parameters = { new("type", type), new("data", data) },
        };
        await command.ExecuteNonQueryAsync();
        var options = Marten.Services.SessionOptions.ForTransaction(transaction);
        options.TenantId = App.Organisation;
        await using var session = app.Store.QuerySession(options);
        return (await session.Events.FetchStreamAsync(stream)).Single().Data;
    }

    /// <summary>With UPDATE_SNAPSHOTS=1, keeps the first event of every kind that has no file yet. A file that is there is never touched.</summary>
    public static void Keep(App app)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is not "1") return;

        Directory.CreateDirectory(Folder());
        using var connection = new NpgsqlConnection(app.Database);
        connection.Open();
        using var command = new NpgsqlCommand($"select distinct on (type) type, data::text from {EventStore.Schema}.mt_events where stream_id <> '{StoredEvent.Placeholders}' order by type, seq_id", connection);
        using var rows = command.ExecuteReader();
        while (rows.Read())
            if (Path.Combine(Folder(), rows.GetString(0) + ".v1.json") is var path && !File.Exists(path))
                File.WriteAllText(path, JsonNode.Parse(rows.GetString(1))!.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n");
    }
}
