using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Domain;

/// <summary>該当性判定 (32-1-4; 法68条, 番号法29条の4): the facts about the data. Whether a report is owed follows from them; it is no button.</summary>
/// <param name="KnewAt">知った時点: when any department knew (UTC instant); the moment the first report was noticed when not given.</param>
/// <param name="Reason">What changed, when it is stated again.</param>
[Term("個人情報の漏えい等の該当性判定", "Assessment of personal data loss", "32-1-4"), By(Office.CsirtLead, Office.CsirtMember, Office.Administration)]
public sealed record AssessPersonalData(PersonalDataFacts Facts, DateTimeOffset? KnewAt = null, string Reason = "") : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        Check.Length(Reason);
        var knewAt = Knew(state, c.Now);
        var ordinance = c.Organisation.Settings.OrdinanceDefinesSensitive;
        if ((state.PersonalData, state.KnewAt, state.OrdinanceDefinesSensitive) == (Facts, knewAt, ordinance)) return [];
        PolicyViolationException.ThrowIf(state.PersonalData is not null && string.IsNullOrWhiteSpace(Reason), Rules.ReasonGiven);

        return [new PersonalDataAssessed(Facts, knewAt, ordinance, Reason ?? "", c.Origin)];
    }

    /// <summary>試算: the incident as these facts would make it; nothing is recorded.</summary>
    public Incident Try(Incident state, PolicySettings settings, DateTimeOffset now) => state.WithFacts(Facts, Knew(state, now), settings.OrdinanceDefinesSensitive);

    // A contractor's notice before it is knowledge too (番号GL別添2 3F).
    private DateTimeOffset Knew(Incident state, DateTimeOffset now)
    {
        var told = KnewAt ?? state.KnewAt ?? state.NoticedAt;
        var knewAt = Facts.Knowledge.ContractorNotifiedAt is { } notified && notified < told ? notified : told;
        PolicyViolationException.ThrowIf(knewAt > now.AddMinutes(1), Rules.KnewAfterNoticed);

        return knewAt;
    }
}

/// <summary>本人への通知 (法68条2項, 番号法29条の4第2項), or the substitute measure when notifying is difficult.</summary>
/// <param name="Persons">How many were told; null when unknown.</param>
[Term("本人への通知の記録", "Record of a notice to the persons concerned", "32-1-4"), By(Office.Administration, Office.CsirtLead)]
public sealed record NotifyPersons(string Method = "", int? Persons = null, string Substitute = "") : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        PolicyViolationException.ThrowIf(string.IsNullOrWhiteSpace(Method) && string.IsNullOrWhiteSpace(Substitute), Rules.SubstituteGiven);
        Check.Length(Method, 500);
        Check.Length(Substitute, 1000);

        return [new PersonsNotified(Method ?? "", Persons, Substitute ?? "", c.Origin)];
    }
}
