using System.Collections.Immutable;
using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain;

/// <summary>第19条（CSIRTの設置・役割）第3項、第5項から第7項まで: the contact point's report to the CISO, reports to the ministry and the prefecture, the press, and sharing with related bodies.</summary>
public static class Article19
{
    /// <summary>重大な場合は直ちに: limit for 重要度1 unless the organisation sets another under this key.</summary>
    public const string CriticalKey = "19-5-critical";

    /// <summary>総務省・都道府県等への報告: key of the duty.</summary>
    public const string Government = "19-5";

    /// <summary>総務省・都道府県等への続報: key of the duty.</summary>
    public const string FollowUpToGovernment = "19-5-follow-up";

    /// <summary>公表の続報: key of the duty.</summary>
    public const string FollowUpToPublic = "19-6-follow-up";

    /// <summary>公表の判断: key of the duty.</summary>
    public const string PublicationJudgement = "19-6-judgement";

    /// <summary>報道機関への通知・公表: key of the duty.</summary>
    public const string Publication = "19-6";

    public static ImmutableArray<Duty<Incident>> OfIncident { get; } =
    [
        new()
        {
            // 「その状況を確認し」 is the 評価; the report of 32-3-2 serves this duty too, so that the CISO is told once.
            Key = "19-3", Clause = "19-3", Title = new("窓口が受けた報告のCISOへの報告", "Report to the CISO of what reached the contact point"),
            Owners = [ContactPoint], Towards = [Ciso], Urgency = Urgency.Unstated, Within = TimeSpan.FromMinutes(60),
            Since = i => i.OpenedAt,
            Met = i => i.CisoInformedAt is not null,
            ToldInWords = true,
        },
        new()
        {
            Key = Government, Clause = "19-5", Title = new("総務省・都道府県等への報告の要否", "Whether to report to the ministry and the prefecture"),
            Owners = [CsirtLead, CsirtMember, Administration], TowardsOutside = new("CISO、総務省及び都道府県等", "the CISO, the ministry and the prefecture"), Urgency = Urgency.AsNeeded, Within = TimeSpan.FromHours(24),
            DueBy = (i, s) => i.Severity == Severity.Critical ? i.OpenedAt + s.Limit(CriticalKey, TimeSpan.FromMinutes(60)) : null,
            Since = i => i.OpenedAt,
            Met = i => i.Filed.Contains(Government),
            Discretionary = true,
        },
        FollowingUp(FollowUpToGovernment, "19-5", new("総務省・都道府県等への続報", "Follow-up to the ministry and the prefecture"), new("総務省及び都道府県等", "the ministry and the prefecture"), FollowUpTo.Government),
        new()
        {
            Key = PublicationJudgement, Clause = "19-6", Title = new("公表の判断", "Judgement on publication"),
            Owners = [Ciso], Urgency = Urgency.Unstated, Within = TimeSpan.FromHours(24),
            // The weight of the matter is known by then, and where a ground of weight may apply nobody but the CISO says that it stays unpublished.
            Since = i => i.Severity is not null && PublicationCriteria.Met(i).Any() ? i.KnewAt ?? i.OpenedAt : null,
            Met = i => i.Publication is not null,
        },
        new()
        {
            Key = Publication, Clause = "19-6", Title = new("報道機関への通知・公表の要否", "Whether to inform the press or publish"),
            Owners = [Administration], TowardsOutside = new("報道機関", "the press"), Urgency = Urgency.AsNeeded, Within = TimeSpan.FromHours(24),
            // Where all that was published was withdrawn, everybody waits for the right words from then on.
            Since = i => i.PublishedAt is null && i.Publications is [.., _] withdrawn ? withdrawn.Max(p => p.WithdrawnAt) : i.OpenedAt,
            Met = i => i.PublishedAt is not null || i.Publication is { Publishes: false },
            Discretionary = true,
        },
        FollowingUp(FollowUpToPublic, "19-6", new("公表の続報", "Follow-up to the publication"), new("報道機関・住民", "the press and the public"), FollowUpTo.Public),
        new()
        {
            Key = "19-7", Clause = "19-7", Title = new("関係機関・他団体・委託事業者との情報共有", "Sharing information with related bodies, other authorities and contractors"),
            Owners = [CsirtLead, CsirtMember], TowardsOutside = new("関係機関、他の地方公共団体の窓口、委託事業者等", "related bodies, contact points of other authorities, contractors"), Urgency = Urgency.Unstated, Within = TimeSpan.FromHours(48),
            Since = i => i.OpenedAt,
            Met = i => i.SharedAt is not null,
            Discretionary = true,
        },
    ];

    // 続報 that somebody has planned; it may be judged unnecessary with a reason.
    private static Duty<Incident> FollowingUp(string key, string clause, Wording title, Wording outside, FollowUpTo to) => new()
    {
        Key = key, Clause = clause, Title = title,
        Owners = [Administration, CsirtLead], TowardsOutside = outside, Urgency = Urgency.AsNeeded, Within = TimeSpan.FromHours(24),
        DueBy = (i, _) => i.FollowUp(to)?.Due,
        Since = i => i.FollowUp(to)?.PlannedAt,
        Met = i => i.FollowUp(to) is { Done: true },
        Discretionary = true,
    };
}
