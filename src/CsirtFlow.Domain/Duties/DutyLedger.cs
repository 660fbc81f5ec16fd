using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CsirtFlow.Domain;

/// <summary>義務の台帳 of one report or incident: which duties are owed, met, judged unnecessary or lapsed. Derived from the events alone.</summary>
public sealed record DutyLedger
{
    public static DutyLedger Empty { get; } = new();

    public ImmutableArray<DutyRecord> Records { get; init; } = [];

    [JsonIgnore]
    public IEnumerable<DutyRecord> Open => Records.Where(r => r.IsOpen);

    public DutyRecord? Of(string key) => Records.FirstOrDefault(r => r.Key == key);

    public bool IsOpen(string key) => Of(key) is { IsOpen: true };

    /// <summary>The ledger after an event has happened to <paramref name="state"/> (the state after the event).</summary>
    public DutyLedger After<TState>(CaseEvent e, TState state, ImmutableArray<Duty<TState>> table)
    {
        var records = Records.ToBuilder();
        foreach (var duty in table) Enter(records, duty, e, state);
        return this with { Records = records.ToImmutable() };
    }

    /// <summary>The ledger after the ground of every duty was taken away (誤報): what is open ends, what was done stays.</summary>
    public DutyLedger Ended(CaseEvent e) =>
        this with { Records = [.. Records.Select(r => r.IsOpen ? r with { LapsedAt = e.Origin.RecordedAt, LapsedBy = Proof(e).Japanese, LapsedByInEnglish = Proof(e).English } : r)] };

    private static void Enter<TState>(ImmutableArray<DutyRecord>.Builder records, Duty<TState> duty, CaseEvent e, TState state)
    {
        var at = e.Origin.RecordedAt;
        var index = Find(records, duty.Key);
        var since = duty.Since(state);

        if (since is null)
        {
            if (index >= 0 && records[index].IsOpen) records[index] = records[index] with { LapsedAt = at };
            return;
        }

        if (index < 0)
        {
            index = records.Count;
            records.Add(new DutyRecord(duty.Key, since.Value));
        }

        var record = records[index] with { LapsedAt = null, Since = since.Value };
        // A ground that came after the judgement is another one.
        if (record.UnnecessaryAt < since) record = record with { UnnecessaryAt = null, UnnecessaryReason = null };
        var byAccount = e is IDutyCarriedOut done && done.Duty == duty.Key;
        var met = byAccount || duty.Met(state);

        records[index] = (record.MetAt, met, e) switch
        {
            (null, true, _) => record with { MetAt = WhenMet(e), MetBy = Proof(e).Japanese, MetByInEnglish = Proof(e).English, ByAccount = byAccount },
            (null, _, IDutyJudgedUnnecessary unnecessary) when unnecessary.Duty == duty.Key => record with { UnnecessaryAt = at, UnnecessaryReason = unnecessary.Reason },
            (not null, true, FilingCorrected corrected) when corrected.Serves.Contains(duty.Key) && record.MetAt == corrected.Was => record with { MetAt = corrected.FiledAt },
            // A return or a new order opens again what the chain's own events had met; an account by hand stays.
            (not null, false, _) when !record.ByAccount => record with { MetAt = null, MetBy = null, MetByInEnglish = null },
            _ => record,
        };
    }

    // A filing or publication made in time is in time, however late it is written down.
    private static DateTimeOffset WhenMet(CaseEvent e) => e is FilingRecorded or PublicationRecorded ? e.Origin.OccurredAt : e.Origin.RecordedAt;

    private static Wording Proof(CaseEvent e) => e is ReportPassedUp { Automatic: true } automatic
        ? new($"{automatic.Remark}（担当者は履行していません）", $"{Term.InEnglish(NoticeReason.PassedUpAutomatically)} (who owes it has not acted)")
        : new($"{Term.Of(e.GetType())}（{$"{Term.Of(e.Origin.By.Office)}　{e.Origin.By.Name}".Trim()}）", $"{Term.InEnglish(e.GetType())} ({$"{Term.InEnglish(e.Origin.By.Office)} {e.Origin.By.Name}".Trim()})");

    private static int Find(ImmutableArray<DutyRecord>.Builder records, string key)
    {
        for (var i = 0; i < records.Count; i++)
            if (records[i].Key == key) return i;
        return -1;
    }
}
