using System.Collections.Immutable;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Api.ExternalReports;

/// <summary>One 該当性判定 as it was recorded.</summary>
/// <param name="KnewAt">知った時点 (UTC instant).</param>
/// <param name="By">Who stated it.</param>
public sealed record StatedFacts(long Event, DateTimeOffset RecordedAt, string By, string Reason, DateTimeOffset KnewAt, PersonalDataFacts Facts);

/// <summary>該当性判定 of an incident: the facts as last stated (or tried), what follows from them, and how both came about.</summary>
/// <param name="Facts">Null before they have been stated.</param>
/// <param name="KnewAt">知った時点 (UTC instant) from which the limits count.</param>
/// <param name="Tried">What would follow; nothing is recorded.</param>
public sealed record AssessmentAnswer(string Number, long Version, PersonalDataFacts? Facts, DateTimeOffset KnewAt, bool Tried)
{
    public StatutoryAssessment? Assessment { get; init; }

    public ImmutableArray<StatutoryDeadline> Deadlines { get; init; } = [];

    /// <summary>期限の履歴, with those that were replaced and why.</summary>
    public ImmutableArray<DeadlineInHistory> History { get; init; } = [];

    /// <summary>判定の履歴, oldest first.</summary>
    public ImmutableArray<StatedFacts> Statements { get; init; } = [];

    /// <summary>報告不要の判断 on these facts (UTC instant).</summary>
    public DateTimeOffset? NotReportableAt { get; init; }
}

/// <summary>Answers what the law asks in one incident, as it is recorded and as it would be with other facts.</summary>
public sealed class AssessmentDesk(CaseReader cases, OrganisationDirectory directory, TimeProvider clock)
{
    /// <param name="trial">Facts to try instead of those recorded, or null.</param>
    public async Task<AssessmentAnswer> Of(Caller caller, string number, AssessPersonalData? trial, CancellationToken cancellation) =>
        await Of(caller, await cases.Incident(caller, number, null, cancellation), trial, cancellation);

    public async Task<AssessmentAnswer> Of(Caller caller, Incident incident, AssessPersonalData? trial, CancellationToken cancellation)
    {
        var settings = (await directory.Get(caller.Tenant, cancellation)).Settings;
        var events = await cases.Events(caller, incident.Id, null, cancellation);
        var shown = trial?.Try(incident, settings, clock.GetUtcNow()) ?? incident;

        return new(incident.Number, incident.Version, shown.PersonalData, shown.KnewAt ?? shown.NoticedAt, trial is not null)
        {
            Assessment = shown.Assessment,
            Deadlines = [.. PersonalDataLaw.Deadlines(shown, settings)],
            History = [.. PersonalDataLaw.History(events.Select(e => e.Data).OfType<PersonalDataAssessed>(), settings)],
            Statements = [.. from line in events where line.Data is PersonalDataAssessed let said = (PersonalDataAssessed)line.Data select new StatedFacts(line.Version, line.RecordedAt, line.By, said.Reason, said.KnewAt, said.Facts)],
            NotReportableAt = shown.NotReportableAt,
        };
    }
}
