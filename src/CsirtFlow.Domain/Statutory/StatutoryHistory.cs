namespace CsirtFlow.Domain.Statutory;

/// <summary>What was known at one time: RecordedAt when it was written down, KnewAt the 知った時点 as then believed (UTC instants).</summary>
public sealed record StatutoryRecord(DateTimeOffset RecordedAt, PersonalDataFacts Facts, DateTimeOffset KnewAt)
{
    /// <summary>なぜ知った時点が訂正されたか; without it the correction kept in the facts speaks.</summary>
    public string? Reason { get; init; }

    /// <summary>条例要配慮個人情報の定め as it stood then (規則43条5号).</summary>
    public bool OrdinanceDefinesSensitive { get; init; }

    internal string? CorrectionReason => Reason ?? (Facts.Knowledge.Earlier is [.., var last] ? last.Reason : null);
}

/// <summary>A deadline and its life: from SetAt, and, once something changed, until SupersededAt for the Japanese reason given.</summary>
public sealed record DeadlineInHistory(StatutoryDeadline Deadline, DateTimeOffset SetAt)
{
    public DateTimeOffset? SupersededAt { get; init; }

    public string? WhySuperseded { get; init; }

    public bool IsCurrent => SupersededAt is null;
}

/// <summary>期限の履歴: corrected facts recompute the deadlines, and the earlier ones stay to be seen.</summary>
public static class StatutoryHistory
{
    /// <summary>Every deadline there ever was, in the order in which it was set; records must come in the order they were made.</summary>
    public static IReadOnlyList<DeadlineInHistory> Recompute(
        IEnumerable<StatutoryRecord> records, JapaneseCalendar calendar, StatutorySettings? settings = null)
    {
        var history = new List<DeadlineInHistory>();
        foreach (var record in records)
        {
            var then = (settings ?? new()) with { OrdinanceDefinesSensitiveInformation = record.OrdinanceDefinesSensitive };
            var assessment = StatutoryAssessment.Of(record.Facts, then);
            var deadlines = StatutoryClock.For(assessment, record.KnewAt, calendar, then);
            Supersede(history, record, assessment, deadlines);
            history.AddRange(deadlines.Except(history.Where(h => h.IsCurrent).Select(h => h.Deadline)).Select(d => new DeadlineInHistory(d, record.RecordedAt)));
        }

        return history;
    }

    private static void Supersede(List<DeadlineInHistory> history, StatutoryRecord record, StatutoryAssessment assessment, IReadOnlyList<StatutoryDeadline> deadlines)
    {
        for (var i = 0; i < history.Count; i++)
        {
            if (history[i] is { IsCurrent: true } old && !deadlines.Contains(old.Deadline))
            {
                var successor = deadlines.FirstOrDefault(d => (d.Law, d.Kind) == (old.Deadline.Law, old.Deadline.Kind));
                history[i] = old with { SupersededAt = record.RecordedAt, WhySuperseded = successor is null ? Gone(old.Deadline.Law, assessment) : Moved(old.Deadline, successor, record) };
            }
        }
    }

    private static string Gone(Law law, StatutoryAssessment assessment) => assessment.DutyUnder(law)?.Basis is DutyBasis.Undetermined
        ? $"{law.ReportArticle()}の報告対象事態に当たるか分からなくなったため。"
        : $"{law.ReportArticle()}の報告対象事態に当たらないことが分かったため。";

    private static string Moved(StatutoryDeadline old, StatutoryDeadline now, StatutoryRecord record)
    {
        var day = old.KnewOn == now.KnewOn ? "" : $"知った日を{Reiwa.Date(old.KnewOn)}から{Reiwa.Date(now.KnewOn)}に訂正したため{Because(record)}。";
        var purpose = now.Days.CompareTo(old.Days) switch
        {
            > 0 => "不正の目的をもって行われたおそれがあることが分かったため。",
            < 0 => "不正の目的（おそれを含む）に当たる号がなくなったため。",
            _ => "",
        };

        return day + purpose;
    }

    private static string Because(StatutoryRecord record) =>
        string.IsNullOrWhiteSpace(record.CorrectionReason) ? "" : $"（{record.CorrectionReason.TrimEnd('。')}）";
}
