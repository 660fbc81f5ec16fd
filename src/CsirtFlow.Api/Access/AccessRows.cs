using System.Text.Json;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using Weasel.Core;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace CsirtFlow.Api.Access;

/// <summary>One row a <see cref="MatterViewed"/>, in the transaction that stores it: what the record is narrowed down by. The events are the record; the rows may be made again from them.</summary>
public sealed class AccessRows : IProjection
{
    private const string Insert = $"insert into {EventStore.Schema}.access_view (tenant_id, id, number, person_id, kind, viewed_at, data) values (?, ?, ?, ?, ?, ?, ?::jsonb) on conflict do nothing";

    public Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        foreach (var e in events)
            if (Of(e) is { } v) operations.QueueSqlCommand(Insert, operations.TenantId, e.Id, v.Number, v.Origin.By.PersonId, v.Kind.ToString(), v.Origin.RecordedAt, JsonSerializer.Serialize(v, Json.Strict));
        return Task.CompletedTask;
    }

    // The auditor finds the opening of a 緊急閲覧 among the views.
    private static MatterViewed? Of(IEvent e) => e.Data switch
    {
        MatterViewed viewed => viewed,
        EmergencyViewOpened opened => new(e.StreamKey![Incident.Key("").Length..], ViewKind.Emergency, InEmergency: true, opened.Origin),
        _ => null,
    };

    internal static Table Table(string schema)
    {
        var table = new Table(new PostgresqlObjectName(schema, "access_view", SchemaUtils.IdentifierUsage.General));
        table.AddColumn<string>("tenant_id").AsPrimaryKey();
        table.AddColumn<Guid>("id").AsPrimaryKey();
        foreach (var name in new[] { "number", "person_id", "kind" }) table.AddColumn<string>(name).NotNull();
        table.AddColumn("viewed_at", "timestamp with time zone").NotNull();
        table.AddColumn("data", "jsonb").NotNull();
        table.Indexes.Add(new IndexDefinition("access_view_number") { Columns = ["tenant_id", "number", "viewed_at"] });
        table.Indexes.Add(new IndexDefinition("access_view_person") { Columns = ["tenant_id", "person_id", "viewed_at"] });
        table.Indexes.Add(new IndexDefinition("access_view_newest") { Columns = ["tenant_id", "viewed_at"] });
        return table;
    }
}
