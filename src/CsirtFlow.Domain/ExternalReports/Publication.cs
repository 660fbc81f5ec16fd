namespace CsirtFlow.Domain;

/// <summary>公表 as it stands.</summary>
/// <param name="Number">Running number within the incident, from 1.</param>
public sealed record Publication(int Number, PublicationRecorded Recorded)
{
    /// <summary>UTC instant; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }
}

/// <summary>
/// 公表の取下げ (19-6): what was published is wrong or must not stand. The record of it stays, and unless another publication stands the duty to inform is open again,
/// until the right words are published or the CISO judges otherwise.
/// </summary>
/// <param name="Publication">Running number within the incident, from 1.</param>
/// <param name="Account">How those who had been told were told of it.</param>
/// <param name="WithdrawnAt">UTC instant; now when not given.</param>
[Term("公表の取下げ", "Withdrawal of a publication", "19-6"), By(Office.Administration, Office.SupervisingOfficer, Office.Ciso)]
public sealed record WithdrawPublication(int Publication, string Reason, string Account, DateTimeOffset? WithdrawnAt = null) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        Check.Text(Reason, Rules.ReasonGiven);
        Check.Text(Account, Rules.TextGiven);
        var publication = state.Publications.FirstOrDefault(p => p.Number == Publication) ?? throw new PolicyViolationException(Rules.PublicationKnown);
        if (publication.WithdrawnAt is not null) return [];

        var at = WithdrawnAt ?? c.Now;
        Check.Past(at, c);
        PolicyViolationException.ThrowIf(at < publication.Recorded.PublishedAt, Rules.PublishedBeforeWithdrawn);
        return [new PublicationWithdrawn(Publication, Reason, Account, at, c.Origin with { OccurredAt = at })];
    }
}
