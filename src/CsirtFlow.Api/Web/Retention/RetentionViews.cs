using System.Collections.Immutable;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Retention;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Retention;

/// <summary>Everything on the page of one matter.</summary>
public sealed record RetentionView(KeptMatter Matter, ImmutableArray<PageForm> Forms, ImmutableArray<EventLine> Events, RefusedForm? Refused)
{
    public FormErrors Errors => Refused?.Errors ?? FormErrors.None;
}

/// <summary>Puts the page of one matter together.</summary>
public sealed class RetentionViews(RetentionDesk retention, CaseReader cases, OrganisationDirectory directory, TimeProvider clock)
{
    public async Task<RetentionView> Of(Caller caller, string number, RefusedForm? refused, CancellationToken cancellation)
    {
        var matter = await retention.Get(caller, number, cancellation);
        var (organisation, now) = (await directory.Get(caller.Tenant, cancellation), clock.GetUtcNow());
        var context = new FormContext(organisation, [], null, []);
        var forms = from type in Offered(matter.History, caller.PersonId)
                    let slug = CommandCatalogue.Slug(type)
                    let actor = Acting.As(organisation, caller.PersonId ?? "", Acting.Offices(type), Scope.Section(null), now)
                    where actor is not null
                    select new PageForm(slug, type, FormFields.Of(type, slug, context, refused?.Slug == slug ? refused.Typed : null), actor);
        return new(matter, [.. forms], await cases.Events(caller, matter.History.Id, null, cancellation), refused);
    }

    private static IEnumerable<Type> Offered(RetentionHistory history, string? personId)
    {
        if (history.Proposal is { } proposal)
        {
            if (proposal.Origin.By.PersonId != personId) yield return typeof(CarryOutDisposal);
            yield return typeof(DeclineDisposal);
        }
        else if (!history.IsDisposed(DisposalScope.Everything)) yield return typeof(ProposeDisposal);
        if (!history.IsDisposed(DisposalScope.Everything)) yield return typeof(SetRetention);
    }
}
