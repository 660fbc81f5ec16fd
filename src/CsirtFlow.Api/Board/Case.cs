using System.Collections.Immutable;
using System.Text;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Board;

/// <summary>An open duty as the queue shows it.</summary>
public sealed record CaseDuty(string Key, string Clause, string Title, ImmutableArray<Office> Owners, DateTimeOffset Due, bool IsLegal)
{
    /// <summary>Whose it is, as <see cref="Domain.Charge"/> marks it.</summary>
    public ImmutableArray<string> Charge { get; init; } = [];

    public static CaseDuty Of(DutyStanding d, Scope scope) => new(d.Key, d.Clause, d.Title, d.Owners, d.Due, d.IsLegal) { Charge = [.. Domain.Charge.Of(d.Owners, scope)] };
}

/// <summary>対応中の一覧 (queue): one row per 受付番号, report and incident together. Made from the states; may be thrown away and made again.</summary>
public sealed record Case
{
    private const int Longest = 50;

    /// <summary>受付番号.</summary>
    public required string Id { get; init; }

    public bool IsIncident { get; init; }

    public required string Title { get; init; }

    /// <summary>The first words of the report, for those who may read it; empty for an incident, which has a title.</summary>
    public string Excerpt { get; init; } = "";

    /// <summary>From residents or others outside (32-2).</summary>
    public bool Outside { get; init; }

    public string? SectionId { get; init; }

    public string SectionName { get; init; } = "";

    public ImmutableArray<OccurrenceKind> Kinds { get; init; } = [];

    public EmergencyImpact EmergencyImpact { get; init; }

    /// <summary>0 where 119 is affected, 1 otherwise: comes before every limit.</summary>
    public int Rank { get; init; } = 1;

    public Severity? Severity { get; init; }

    /// <summary>今の段階, in words; follows from the open duties.</summary>
    public required string Stage { get; init; }

    public string StageInEnglish { get; init; } = "";

    public ImmutableArray<CaseDuty> OpenDuties { get; init; } = [];

    public DateTimeOffset? NextDue { get; init; }

    public DateTimeOffset ReportedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>True when nothing waits any more: closed, no incident, or joined to another.</summary>
    public bool Done { get; init; }

    /// <summary>受付番号 of the incident that this report was joined to.</summary>
    public string? JoinedTo { get; init; }

    /// <summary>Who may see it, as <see cref="NeedToKnow"/> marks it.</summary>
    public ImmutableArray<string> Audience { get; init; } = [];

    /// <summary>Those of them who may read the report.</summary>
    public ImmutableArray<string> Readers { get; init; } = [];

    public static Case Of(Report report, Incident? incident, Organisation o, DateTimeOffset now)
    {
        var joined = report.Verdict is Verdict.Joined ? report.IncidentNumber : null;
        var own = joined is null ? incident : null;
        var ofReport = DutyTable.Standing(report, o.Settings, now).Where(d => d.IsOpen).Select(d => CaseDuty.Of(d, Scope.Of(report)));
        var ofIncident = own is null ? [] : DutyTable.Standing(own, o.Settings, now).Where(d => d.IsOpen).Select(d => CaseDuty.Of(d, Scope.Of(own)));
        ImmutableArray<CaseDuty> open = [.. ofReport.Concat(ofIncident).OrderBy(d => d.Due)];
        var done = joined is not null || own is { IsClosed: true, RevokedAt: null } || (report.Verdict is Verdict.NotIncident && open.IsEmpty);
        var impact = own?.EmergencyImpact ?? report.Occurrence.EmergencyImpact;
        var title = own?.Title ?? string.Join("・", report.Occurrence.Kinds.Select(k => Term.Of(k)));
        var stage = StageOf(report, own);

        return new Case
        {
            Id = report.Number,
            IsIncident = own is not null,
            Title = title,
            Excerpt = own is null ? Short(report.Occurrence.Description) : "",
            Outside = report.Outside,
            SectionId = report.Occurrence.SectionId,
            SectionName = o.SectionName(report.Occurrence.SectionId),
            Kinds = report.Occurrence.Kinds,
            EmergencyImpact = impact,
            Rank = impact == EmergencyImpact.Present ? 0 : 1,
            Severity = own?.Severity,
            Stage = stage.Japanese,
            StageInEnglish = stage.English,
            OpenDuties = open,
            NextDue = done ? null : open.Select(d => (DateTimeOffset?)d.Due).Min(),
            ReportedAt = report.ReportedAt,
            ClosedAt = own?.ClosedAt,
            Done = done,
            JoinedTo = joined,
            Audience = joined is null ? NeedToKnow.ListedFor(report, own) : NeedToKnow.AudienceOf(report, incident),
            Readers = NeedToKnow.AudienceOf(report, incident),
        };
    }

    /// <summary>As somebody of these audiences may see it: whom only the incident reached sees nothing of how the report stands.</summary>
    public Case For(ImmutableArray<string> audiences) =>
        NeedToKnow.MaySee(audiences, Readers) ? this : this with { Excerpt = "", OpenDuties = [.. OpenDuties.Where(d => DutyTable.OfIncident.Any(row => row.Key == d.Key))] };

    private static string Short(string text) => text.ReplaceLineEndings(" ") is { Length: > Longest } words ? string.Concat(words.EnumerateRunes().Take(Longest)) + "…" : text.ReplaceLineEndings(" ");

    /// <summary>Full and half width, upper and lower case, hiragana and katakana are one.</summary>
    public static string Fold(string text)
    {
        // What was stored before the door cleaned it, or cut in the middle of a character, cannot be normalised.
        var folded = KeepableText.Of(text)!.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return string.Concat(folded.Select(c => c is >= 'ァ' and <= 'ヶ' ? (char)(c - 0x60) : c));
    }

    /// <summary>今の段階, in words.</summary>
    /// <param name="report">Null for who may see the incident alone.</param>
    public static Wording StageOf(Report? report, Incident? incident) => (report?.Verdict, incident) switch
    {
        (null, null) => report!.PassedUpTo.IsEmpty ? new("報告を受付・評価待ち", "Received, waits for evaluation") : new("評価待ち", "Waits for evaluation"),
        (Verdict.NotIncident, null) => new("インシデントでない", "No incident"),
        (Verdict.Joined, _) => new("統合済み", "Joined"),
        (_, null) => new("評価済み", "Evaluated"),
        (_, { RevokedAt: not null }) => new("取消（誤報）", "Revoked (false alarm)"),
        (_, { IsClosed: true }) => new("終結", "Closed"),
        (_, { CisoInformedAt: null }) => new("CISO・副CISOへの報告", "Report to the CISO and deputy CISO"),
        (_, { } i) when !i.OrdersDone(OrderKind.Containment) => new("応急措置", "Containment"),
        (_, { } i) when i.Orders.Any(o => o.VerifiedAt is null) => new("復旧", "Recovery"),
        (_, { CauseAt: null }) => new("原因の究明", "Finding of the cause"),
        (_, { PlannedAt: null }) => new("再発防止策の検討", "Study of prevention measures"),
        (_, { Instruction: null or Instruction.Returned }) => new("CISOの指示待ち", "Waits for the CISO's instruction"),
        _ => new("終結の準備", "Preparing to close"),
    };
}
