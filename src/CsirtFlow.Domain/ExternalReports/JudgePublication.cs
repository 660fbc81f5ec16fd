using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>公表の判断 (19-6).</summary>
public enum PublicationVerdict
{
    [Term("公表する", "Publish")] Publish,
    [Term("まとめて公表する", "Publish together with others")] PublishTogether,
    [Term("公表しない", "Do not publish")] DoNotPublish,
}

/// <summary>公表の判断 as it stands; the earlier ones stay in the course.</summary>
/// <param name="PlannedAt">解禁 (UTC instant): nothing goes out before it.</param>
public sealed record PublicationJudgement(PublicationVerdict Verdict, DateTimeOffset? PlannedAt, DateTimeOffset JudgedAt)
{
    public bool Publishes => Verdict is not PublicationVerdict.DoNotPublish;
}

/// <summary>
/// 公表の判断 (19-6): by weight and reach, with reasons, also for not publishing. The policy gives no threshold; where what other bodies publish at once is met
/// (<see cref="PublicationCriteria"/>), the record says so beside the verdict. Judging again keeps the history.
/// </summary>
/// <param name="Reach">影響範囲</param>
/// <param name="PlannedAt">解禁 (UTC instant); when not given, as soon as it is approved.</param>
[Term("公表の判断", "Judgement on publication", "19-6"), By(Office.Ciso, Proved = true)]
public sealed record JudgePublication(PublicationVerdict Verdict, string Reach, string Reason, DateTimeOffset? PlannedAt = null) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        Check.Text(Reach, Rules.ReachGiven);
        Check.Text(Reason, Rules.ReasonGiven);
        PolicyViolationException.ThrowIf(state.Severity is null, Rules.SeverityBeforePublication);
        PolicyViolationException.ThrowIf(Verdict is PublicationVerdict.DoNotPublish && PlannedAt is not null, Rules.NothingPlannedUnpublished);

        return [new PublicationJudged(Verdict, state.Severity!.Value, Reach, [.. PublicationCriteria.Met(state)], Reason, PlannedAt, c.Origin)];
    }
}

/// <summary>公表の判断材料: what other bodies' published standards publish at once — 要配慮個人情報, 財産的被害, 不正の目的, more than a hundred persons.</summary>
public static class PublicationCriteria
{
    private static readonly ImmutableArray<string> Weighty = ["43-1", "43-2", "43-3", "43-4"];

    /// <summary>条文 and name of each that is or may be met.</summary>
    public static IEnumerable<string> Met(Incident incident) =>
        (incident.Assessment?.Grounds ?? []).Where(g => g.IsReportable && Weighty.Contains(g.Code)).Select(g => $"{g.Article}　{g.Title}");
}
