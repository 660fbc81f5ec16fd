using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using JasperFx.Events;
using Marten;
using Marten.Events.Aggregation;

namespace CsirtFlow.Api.Organisations;

/// <summary>The organisation as it stands; the fold of its revisions.</summary>
public sealed record OrganisationState(string Id, Organisation Organisation)
{
    public const string Key = "organisation";

    public long Version { get; init; }
}

public sealed partial class OrganisationProjection : SingleStreamProjection<OrganisationState, string>
{
    public OrganisationProjection() => IncludeType<OrganisationRevised>();

    public override OrganisationState Evolve(OrganisationState? snapshot, string id, IEvent e) => new(id, ((OrganisationRevised)e.Data).Organisation);
}

/// <summary>Looks organisations up, and remembers them for a moment: every command and notice asks.</summary>
public sealed class OrganisationDirectory(IDocumentStore store)
{
    private readonly Remembered<Organisation> known = new(TimeSpan.FromSeconds(2));

    /// <exception cref="UnknownOrganisationException">No organisation has been set up under this id.</exception>
    public async Task<Organisation> Get(string tenant, CancellationToken cancellation = default) =>
        await Find(tenant, cancellation) ?? throw new UnknownOrganisationException(tenant);

    public Task<Organisation?> Find(string tenant, CancellationToken cancellation = default) => known.Get(tenant, async () =>
    {
        await using var session = store.QuerySession(tenant);
        return (await session.LoadAsync<OrganisationState>(OrganisationState.Key, cancellation))?.Organisation;
    });

    /// <summary>The organisation as it stood at a moment; the first version when the moment lies before it.</summary>
    public async Task<Organisation> At(string tenant, DateTimeOffset moment, CancellationToken cancellation)
    {
        await using var session = store.QuerySession(tenant);
        var then = await session.Events.AggregateStreamAsync<OrganisationState>(OrganisationState.Key, timestamp: moment, token: cancellation);
        return then?.Organisation ?? await Get(tenant, cancellation);
    }

    public void Forget(string tenant) => known.Forget(tenant);
}

/// <summary>The installation has no organisation under this id: <c>seed-demo</c> or an import is missing.</summary>
public sealed class UnknownOrganisationException(string tenant) : Exception($"No organisation '{tenant}' has been set up.");
