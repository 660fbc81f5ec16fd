using System.Collections.Immutable;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Retention;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Retention;

/// <summary>A form on the page, for a person who may use it now.</summary>
public sealed record RetentionForm(string Slug, Type Type, ImmutableArray<FormField> Fields, Actor As);

/// <summary>A form that was refused, as it was filled in.</summary>
public sealed record RetentionWish(string? Slug, IFormCollection? Typed, FormErrors Errors)
{
    public static RetentionWish None { get; } = new(null, null, FormErrors.None);
}

/// <summary>Everything on the page of one matter.</summary>
public sealed record RetentionView(KeptMatter Matter, ImmutableArray<RetentionForm> Forms, ImmutableArray<EventLine> Events, RetentionWish Wish);

/// <summary>Puts the page of one matter together.</summary>
public sealed class RetentionViews(RetentionDesk retention, CaseReader cases, OrganisationDirectory directory, TimeProvider clock)
{
    public async Task<RetentionView> Of(Caller caller, string number, RetentionWish wish, CancellationToken cancellation)
    {
        var matter = await retention.Get(caller, number, cancellation);
        var (organisation, now) = (await directory.Get(caller.Tenant, cancellation), clock.GetUtcNow());
        var context = new FormContext(organisation, [], null, []);
        var forms = ImmutableArray.CreateBuilder<RetentionForm>();
        foreach (var type in Offered(matter.History, caller.PersonId))
        {
            var slug = CommandCatalogue.Slug(type);
            if (Acting.As(organisation, caller.PersonId ?? "", Acting.Offices(type), Scope.Section(null), now) is { } actor)
                forms.Add(new(slug, type, FormFields.Of(type, slug, context, wish.Slug == slug ? wish.Typed : null), actor));
        }
        return new(matter, forms.ToImmutable(), await cases.Events(caller, matter.History.Id, null, cancellation), wish);
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
