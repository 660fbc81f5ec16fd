using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Audit;

/// <summary>Which event settled each duty: the course is gone through again, and the ledger says after which event it changed.</summary>
public static class Proofs
{
    public static IReadOnlyDictionary<string, long> OfReport(string id, IEnumerable<EventLine> events) => Of<Report>(events, (state, e) => Report.Evolve(state, id, (ReportEvent)e), r => r.Duties);

    public static IReadOnlyDictionary<string, long> OfIncident(string id, IEnumerable<EventLine> events) => Of<Incident>(events, (state, e) => Incident.Evolve(state, id, (IncidentEvent)e), i => i.Duties);

    private static Dictionary<string, long> Of<TState>(IEnumerable<EventLine> events, Func<TState?, object, TState> evolve, Func<TState, DutyLedger> ledger) where TState : class
    {
        var (proofs, before, state) = (new Dictionary<string, long>(), DutyLedger.Empty, default(TState));
        foreach (var e in events)
        {
            state = evolve(state, e.Data);
            foreach (var record in ledger(state).Records.Where(r => Settled(r) != Settled(before.Of(r.Key)))) proofs[record.Key] = e.Version;
            before = ledger(state);
        }
        return before.Records.Where(r => !r.IsOpen && proofs.ContainsKey(r.Key)).ToDictionary(r => r.Key, r => proofs[r.Key]);
    }

    private static (DateTimeOffset?, DateTimeOffset?, DateTimeOffset?) Settled(DutyRecord? record) => (record?.MetAt, record?.UnnecessaryAt, record?.LapsedAt);
}
