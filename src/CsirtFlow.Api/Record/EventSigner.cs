using System.Collections.Immutable;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using JasperFx.Events;
using Marten;

namespace CsirtFlow.Api.Record;

/// <summary>署名: each event is signed before it is stored, so that nobody can write one past the service, not even at the end of the record.</summary>
/// <param name="key">Null where none is configured: nothing is signed then.</param>
/// <param name="former">Public keys that have signed before.</param>
public sealed class EventSigner(RecordKey? key, IEnumerable<RecordKey> former) : DocumentSessionListenerBase
{
    public RecordKey? Key => key;

    /// <summary>By which of them an event may be signed.</summary>
    public ImmutableArray<RecordKey> Known { get; } = [.. key is null ? [] : new[] { key }, .. former];

    public override Task BeforeSaveChangesAsync(IDocumentSession session, CancellationToken token)
    {
        if (key is null) return Task.CompletedTask;

        var json = session.DocumentStore.Options.Serializer();
        foreach (var stream in session.PendingChanges.Streams())
            foreach (var e in stream.Events)
            {
                if (e.Id == Guid.Empty) e.Id = Guid.CreateVersion7();
                var organisation = stream.TenantId ?? session.TenantId;
                e.SetHeader(StoredEvent.KeyHeader, key.Id);
                e.SetHeader(StoredEvent.SignatureHeader, key.Sign(StoredEvent.Statement(e.Id, organisation, stream.Key!, e.EventTypeName, session.LastModifiedBy, json.ToJson(e.Data))));
            }
        return Task.CompletedTask;
    }
}
