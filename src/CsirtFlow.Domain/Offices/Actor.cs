namespace CsirtFlow.Domain;

/// <summary>Who acts: a person in one office. 18-1 is judged by <see cref="PersonId"/>, never by office.</summary>
/// <param name="PersonId">Id in the organisation's list of people; <c>anonymous</c> for a report without an account, <c>system</c> for the service.</param>
/// <param name="Name">Name as held at that moment.</param>
/// <param name="Office">The office in which the person acted.</param>
/// <param name="OnBehalf">Why this person acts for another: 「CISO不在のため統括情報セキュリティ責任者の判断」(12-5), 代理, 委任 (11-5); null otherwise.</param>
public sealed record Actor(string PersonId, string Name, Office Office, string? OnBehalf = null)
{
    public static Actor Anonymous { get; } = new("anonymous", "", Office.Staff);

    public static Actor Service { get; } = new("system", "CsirtFlow", Office.System);
}

/// <summary>来歴: who did it, from where, and when. Stands on every event.</summary>
/// <param name="By">The person and office.</param>
/// <param name="From">Where it came from: <c>web</c>, <c>api</c>, <c>mail</c>, <c>clock</c>, with the network address when there is one.</param>
/// <param name="OccurredAt">発生時刻: when it happened (UTC instant); told by the person, may lie before <see cref="RecordedAt"/>.</param>
/// <param name="RecordedAt">記録時刻: when it was recorded (UTC instant); from the service's clock alone.</param>
public sealed record Provenance(Actor By, string From, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt);
