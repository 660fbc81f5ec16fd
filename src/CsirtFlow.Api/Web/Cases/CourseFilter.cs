using System.Collections.Immutable;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Cases;

/// <summary>絞り込み of the 経過の記録.</summary>
public enum CourseFilter
{
    [Term("すべて", "All")] All,
    [Term("指示", "Orders")] Orders,
    [Term("報告", "Reports")] Reports,
    [Term("証拠", "Evidence")] Evidence,
    [Term("訂正", "Corrections")] Corrections,
    [Term("通知", "Notices")] Notices,
}

/// <summary>A line of the course with what belongs to it.</summary>
/// <param name="Before">わかっていること as it stood before the event.</param>
/// <param name="Told">Who was told because of it.</param>
/// <param name="CorrectedBy">Numbers of the events that correct it.</param>
public sealed record CourseLine(EventLine Line, ImmutableDictionary<string, Fact> Before, ImmutableArray<Notice> Told, ImmutableArray<long> CorrectedBy)
{
    /// <summary>The whole course, newest first.</summary>
    public static ImmutableArray<CourseLine> Of(ImmutableArray<EventLine> events, ImmutableArray<Notice> notices)
    {
        var told = notices.Where(n => n.Reason is not NoticeReason.MailUndelivered).ToLookup(n => KnownTo.CauseOf(n)?[1..]);
        var corrected = events.Where(e => e.Data is RecordCorrected).ToLookup(e => (long)((RecordCorrected)e.Data).Event, e => e.Version);
        var known = ImmutableDictionary<string, Fact>.Empty;
        var lines = ImmutableArray.CreateBuilder<CourseLine>(events.Length);
        foreach (var line in events)
        {
            lines.Add(new(line, known, [.. told[line.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)]], [.. corrected[line.Version]]));
            if (line.Data is FactsRecorded f) known = known.SetItems(f.Facts);
        }
        lines.Reverse();
        return lines.MoveToImmutable();
    }

    public bool Is(CourseFilter filter) => filter switch
    {
        CourseFilter.Orders => Line.Data is InstructionGiven or OrderGiven or OrderCarriedOut or OrderVerified or OrderReturned or SystemsCheckOrdered or SystemsCheckAnswered or MeasuresInstructed or MeasureDone or MeasureVerified or MeasureReturned,
        CourseFilter.Reports => Line.Data is OccurrenceReported or ReportSupplemented or ReportPassedUp or ReportEvaluated or ReporterAnswered or CisoInformed or ReportAcknowledged or PreventionPlanned or FilingRecorded or PersonsNotified
            or PublicationRecorded or PublicationWithdrawn or InformationShared or IncidentRevoked,
        CourseFilter.Evidence => Line.Data is EvidencePreserved or EvidenceInventoryConfirmed or CauseEstablished,
        CourseFilter.Corrections => Line.Data is RecordCorrected or JoinUndone or ReportDetached or IncidentUnlinked || !CorrectedBy.IsEmpty,
        CourseFilter.Notices => !Told.IsEmpty,
        _ => true,
    };
}
