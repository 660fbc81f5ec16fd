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
