using System.Collections.Immutable;
using System.Diagnostics;

namespace CsirtFlow.Domain;

/// <summary>報告 (32-1, 32-2): what somebody noticed, from first notice to CSIRT's 評価. The fold of its events.</summary>
public sealed record Report
{
    /// <summary>Stream key, <see cref="Key"/>.</summary>
    public required string Id { get; init; }

    public required string Number { get; init; }

    public required Occurrence Occurrence { get; init; }

    public required Reporter Reporter { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>True when a resident or other outsider told us (32-2).</summary>
    public bool Outside { get; init; }

    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>When it was assigned to its section, as long as nobody had passed it up before.</summary>
    public DateTimeOffset? SectionAssignedAt { get; init; }

    /// <summary>When the 管理者 who owes the report up was told: with the report, or with the assignment to the section.</summary>
    public DateTimeOffset ReachedManagerAt => SectionAssignedAt ?? ReportedAt;

    public ImmutableArray<EvidenceFile> Files { get; init; } = [];

    /// <summary>Offices that the manager (or the service) has passed the report up to.</summary>
    public ImmutableArray<Office> PassedUpTo { get; init; } = [];

    public DateTimeOffset? InstructedAt { get; init; }

    public Verdict? Verdict { get; init; }

    public DateTimeOffset? EvaluatedAt { get; init; }

    public string? EvaluationGrounds { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>受付番号 of the incident that this report opened or joined.</summary>
    public string? IncidentNumber { get; init; }

    public DutyLedger Duties { get; init; } = DutyLedger.Empty;

    /// <summary>Number of events; the version a person had on the screen.</summary>
    public long Version { get; init; }

    public static string Key(string number) => $"report/{number}";

    public bool PassedUp(params Office[] to) => to.All(PassedUpTo.Contains);

    public bool Has(OccurrenceKind kind) => Occurrence.Kinds.Contains(kind);

    /// <summary>The fold. Only assignment: no rule, no clock.</summary>
    public static Report Evolve(Report? report, string id, ReportEvent e)
    {
        var next = Fold(report, id, e);
        return next with { Duties = next.Duties.After(e, next, DutyTable.OfReport) };
    }

    private static Report Fold(Report? report, string id, ReportEvent e) => (report, e) switch
    {
        (null, OccurrenceReported f) => new Report
        {
            Id = id,
            Number = f.Number,
            Occurrence = f.Occurrence,
            Reporter = f.Reporter,
            Channel = f.Channel,
            Outside = f.Outside,
            ReportedAt = f.Origin.RecordedAt,
            Files = f.Files,
        },
        ({ } r, ReportSupplemented f) => r with { Files = r.Files.AddRange(f.Files) },
        ({ } r, SectionAssigned f) => r with
        {
            Occurrence = r.Occurrence with { SectionId = f.SectionId },
            SectionAssignedAt = r.PassedUp(Office.SecurityOfficer) ? r.SectionAssignedAt : f.Origin.RecordedAt,
        },
        ({ } r, ReportPassedUp f) => r with { PassedUpTo = [.. r.PassedUpTo.Union(f.To)] },
        ({ } r, InstructionGiven f) => r with { InstructedAt = r.InstructedAt ?? f.Origin.RecordedAt },
        ({ } r, ReportEvaluated f) => r with { Verdict = f.Verdict, EvaluatedAt = f.Origin.RecordedAt, EvaluationGrounds = f.Grounds, IncidentNumber = f.IncidentNumber, AnsweredAt = null },
        ({ } r, JoinUndone) => r with { Verdict = null, EvaluatedAt = null, EvaluationGrounds = null, IncidentNumber = null },
        ({ } r, ReporterAnswered f) => r with { AnsweredAt = f.Origin.RecordedAt },
        ({ } r, ReportDutyCarriedOut or ReportDutyJudgedUnnecessary or ReportNoteAdded) => r,
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow on {(report is null ? "nothing" : "a report")} ({id})"),
    };
}
