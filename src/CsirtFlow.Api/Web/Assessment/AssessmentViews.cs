using System.Collections.Immutable;
using System.Globalization;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.ExternalReports;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Api.Web.Assessment;

/// <summary>What somebody typed, why it was refused, and the facts to try with it; a refused form tries nothing.</summary>
public sealed record TypedAssessment(IFormCollection Typed, FormErrors Errors, AssessPersonalData? Trial);

/// <summary>判定の履歴: one statement and what it changed.</summary>
public sealed record AssessmentStep(StatedFacts Stated, ImmutableArray<(Wording Label, Wording Before, Wording After)> Changes);

/// <summary>Everything on the page of an assessment.</summary>
/// <param name="Fields">The questions by the name of the member that asks.</param>
/// <param name="As">The office in which the person may state facts now, or null.</param>
public sealed record AssessmentView(Incident Incident, AssessmentAnswer Answer, ImmutableArray<StatutoryDeadline> Provisional, ImmutableArray<DutyStanding> Duties, ImmutableArray<FormField> Fields, ImmutableArray<AssessmentStep> Steps, Actor? As, FormErrors Errors, DateTimeOffset Now)
{
    public string Path => $"/incidents/{Incident.Number}";

    public DutyStanding? DutyOf(StatutoryDeadline deadline) => Duties.FirstOrDefault(d => d.Key == PersonalDataLaw.DutyKey(deadline.Law, deadline.Kind));

    public FormField Field(string name) => Fields.First(f => f.Name.EndsWith("." + name, StringComparison.Ordinal));

    /// <summary>The questions about the data itself, then the groups of further ones.</summary>
    public ImmutableArray<FormField> Facts => Field("facts").Children;
}

/// <summary>Puts the page of an assessment together.</summary>
public sealed class AssessmentViews(AssessmentDesk desk, CaseReader cases, OrganisationDirectory directory, TimeProvider clock)
{
    public async Task<AssessmentView> Of(Caller caller, string number, TypedAssessment? typed, CancellationToken cancellation)
    {
        var (organisation, now) = (await directory.Get(caller.Tenant, cancellation), clock.GetUtcNow());
        var incident = await cases.Incident(caller, number, null, cancellation);
        var answer = await desk.Of(caller, incident, typed?.Trial, cancellation);
        var context = FormContext.Of(incident, [], organisation, now);
        var stated = incident.PersonalData is { } facts ? FormWriter.Write(new AssessPersonalData(facts), AssessmentPages.Slug) : null;

        return new(
            incident, answer,
            answer.Assessment is { } assessment ? [.. StatutoryClock.Provisional(assessment, answer.KnewAt, organisation.Settings.Calendar)] : [],
            DutyTable.Standing(incident, organisation.Settings, now),
            Asked(context, organisation.Settings, typed?.Typed ?? stated),
            Steps(answer.Statements, context),
            incident.IsClosed ? null : Acting.As(organisation, caller.PersonId ?? "", Acting.Offices(typeof(AssessPersonalData)), Scope.Of(incident), now),
            typed?.Errors ?? FormErrors.None, now);
    }

    // 条例要配慮個人情報 is asked only where an ordinance defines any (規則43条5号).
    private static ImmutableArray<FormField> Asked(FormContext context, PolicySettings settings, IFormCollection? typed) =>
    [
        .. FormFields.Of(typeof(AssessPersonalData), AssessmentPages.Slug, context, typed)
            .Select(f => f with { Children = [.. f.Children.Where(c => settings.OrdinanceDefinesSensitive || !c.Name.EndsWith(".ordinanceSensitiveInformation", StringComparison.Ordinal))] }),
    ];

    private static ImmutableArray<AssessmentStep> Steps(ImmutableArray<StatedFacts> statements, FormContext context)
    {
        var (steps, before) = (ImmutableArray.CreateBuilder<AssessmentStep>(), Answers(new StatedFacts(0, default, "", "", default, new()), context));
        foreach (var stated in statements)
        {
            var after = Answers(stated, context);
            steps.Add(new(stated, [.. after.Where(a => a.Value.Answer != before[a.Key].Answer).Select(a => (a.Value.Label, before[a.Key].Answer, a.Value.Answer))]));
            before = after;
        }
        return steps.ToImmutable();
    }

    private static Dictionary<string, (Wording Label, Wording Answer)> Answers(StatedFacts stated, FormContext context) =>
        Leaves(FormFields.Of(typeof(AssessPersonalData), AssessmentPages.Slug, context, FormWriter.Write(new AssessPersonalData(stated.Facts, stated.KnewAt == default ? null : stated.KnewAt), AssessmentPages.Slug)), Wording.None)
            .ToDictionary(l => l.Field.Name, l => (l.Label, l.Field.Choices.FirstOrDefault(c => c.Chosen)?.Label ?? Said(l.Field)), StringComparer.Ordinal);

    // The field holds a moment in Japan, without a zone.
    private static Wording Said(FormField field) => field.Kind is FieldKind.Moment && DateTime.TryParse(field.Value, CultureInfo.InvariantCulture, out var local)
        ? new(Language.Japanese.FullMoment(new DateTimeOffset(local, TimeSpan.FromHours(9))), Language.English.FullMoment(new DateTimeOffset(local, TimeSpan.FromHours(9)))) : Wording.Of(field.Value);

    private static IEnumerable<(FormField Field, Wording Label)> Leaves(IEnumerable<FormField> fields, Wording group) => fields.SelectMany(f =>
        f.Children.IsEmpty ? [(f, group.Japanese.Length == 0 ? f.Label : new Wording($"{group.Japanese}：{f.Label.Japanese}", $"{group.English}: {f.Label.English}"))]
        : Leaves(f.Children, f.Name.EndsWith(".facts", StringComparison.Ordinal) ? Wording.None : f.Label));
}
