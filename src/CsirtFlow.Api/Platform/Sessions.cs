using CsirtFlow.Domain;
using JasperFx.Events;
using Marten;

namespace CsirtFlow.Api.Platform;

/// <summary>Opens sessions that know who is at work, so that every event carries it in its metadata too.</summary>
public sealed class Sessions(IDocumentStore store)
{
    public IDocumentSession Open(Caller caller, string? causation = null)
    {
        var session = store.LightweightSession(caller.Tenant);
        session.LastModifiedBy = caller.PersonId ?? Actor.Anonymous.PersonId;
        session.CorrelationId = caller.CorrelationId;
        session.CausationId = causation ?? caller.CorrelationId;
        session.SetHeader("from", caller.From);
        return session;
    }

    public IQuerySession Read(string tenant) => store.QuerySession(tenant);
}

/// <summary>Keeps messages and answers out of the store: only the domain's own facts are appended.</summary>
public sealed class OnlyDomainEvents : DocumentSessionListenerBase
{
    public override Task BeforeSaveChangesAsync(IDocumentSession session, CancellationToken token)
    {
        foreach (var e in session.PendingChanges.Streams().SelectMany(s => s.Events).Where(e => e.EventType.Assembly != typeof(CaseEvent).Assembly))
            throw new InvalidOperationException($"{e.EventType} is no event of the domain.");
        return Task.CompletedTask;
    }
}
