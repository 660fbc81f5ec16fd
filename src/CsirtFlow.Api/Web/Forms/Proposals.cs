using System.Collections.Immutable;
using System.Globalization;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Forms;

/// <summary>A command on a proposal, for a person who may give it now.</summary>
/// <param name="Reason">What was typed before.</param>
public sealed record ProposalForm(string Slug, Type Type, Actor As, string Reason);

/// <summary>改定案 on a page, of a form as of a template: what can be done with it, and where a refusal of it leads.</summary>
public static class Proposals
{
    private static readonly Type[] Commands = [typeof(ApproveFormRevision), typeof(ReturnFormRevision), typeof(WithdrawFormRevision)];

    public static string Propose { get; } = CommandCatalogue.Slug(typeof(ProposeFormRevision));

    public static Mark Of(FormRevision proposal) => proposal.AwaitsApproval ? new("承認待ち", "Waits for approval", Tone.Notice) : new("差戻し", "Returned", Tone.High);

    /// <summary>The command of a slug; null where there is none.</summary>
    public static Type? Named(string slug) => Array.Find(Commands, t => CommandCatalogue.Slug(t) == slug);

    /// <summary>The commands on a proposal that the person may give now; nobody is offered to approve their own.</summary>
    public static ImmutableArray<ProposalForm> Offered(FormRevision? proposal, Organisation organisation, string person, DateTimeOffset now, IFormCollection? typed) =>
    [
        .. from type in Commands
           where proposal is not null && (proposal.AwaitsApproval || type == typeof(WithdrawFormRevision)) && !(type == typeof(ApproveFormRevision) && proposal.Proposers.Contains(person))
           let actor = Acting.As(organisation, person, Acting.Offices(type), Scope.Section(null), now)
           where actor is not null
           let slug = CommandCatalogue.Slug(type)
           select new ProposalForm(slug, type, actor, typed?[$"{slug}.reason"].ToString() ?? ""),
    ];

    public static bool MayPropose(Organisation organisation, string person, DateTimeOffset now) => Acting.As(organisation, person, Acting.Offices(typeof(ProposeFormRevision)), Scope.Section(null), now) is not null;

    /// <summary>Whether whoever asks may propose: the editor opens for nobody else.</summary>
    public static async Task<bool> MayPropose(HttpContext http)
    {
        var (caller, at) = (Caller.Of(http, "web"), http.RequestServices);
        return MayPropose(await at.GetRequiredService<OrganisationDirectory>().Get(caller.Tenant, http.RequestAborted), caller.PersonId ?? "", at.GetRequiredService<TimeProvider>().GetUtcNow());
    }

    /// <summary>The version that the editor was opened on.</summary>
    public static long Version(IFormCollection typed) => long.TryParse(typed["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    /// <summary>Why a proposal was refused, each rule at the field of the editor that it speaks of.</summary>
    public static FormErrors Errors(PolicyViolationException refusal, Language language) => new(refusal.Rules.Select(rule => new FormError(Field(rule), language.Of(rule))));

    private static string Field(PolicyRule rule) => rule == Rules.ReasonGiven ? "reason" : rule == Rules.ComparedWithGiven ? "source" : rule == Rules.ProposalReplacedWithReason ? "replacesBecause" : "";
}
