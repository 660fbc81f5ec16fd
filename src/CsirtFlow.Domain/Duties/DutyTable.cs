using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>義務の表: every row of every article, in the order of the policy.</summary>
public static class DutyTable
{
    public static ImmutableArray<Duty<Report>> OfReport { get; } =
        [.. Article32.OfReport, .. Article14.OfReport, .. Article33.OfReport, .. SpecialRoutes.OfReport, .. Article45.OfReport];

    public static ImmutableArray<Duty<Incident>> OfIncident { get; } =
        [
            .. Article32.OfIncident, .. PersonalDataLaw.OfIncident, .. Article12.OfIncident, .. Article19.OfIncident, .. Article38.OfIncident,
            .. Article43.OfIncident, .. Article45.OfIncident, .. Article46.OfIncident,
        ];

    private static readonly FrozenDictionary<string, (string Clause, Wording Title)> Rows =
        OfReport.Select(d => (d.Key, d.Clause, d.Title)).Concat(OfIncident.Select(d => (d.Key, d.Clause, d.Title))).ToFrozenDictionary(d => d.Key, d => (d.Clause, d.Title));

    /// <summary>What the duty of this key is called.</summary>
    public static Wording TitleOf(string key) => Rows.TryGetValue(key, out var row) ? row.Title : new(key, key);

    /// <summary>条-項-号 of the duty of this key: several duties of one clause have keys of their own.</summary>
    public static string ClauseOf(string key) => Rows.TryGetValue(key, out var row) ? row.Clause : key;

    /// <summary>Who owes the duties of these keys.</summary>
    public static ImmutableArray<Office> OwnersOf(IEnumerable<string> keys) =>
        [.. keys.SelectMany(key => OfReport.Where(d => d.Key == key).SelectMany(d => d.Owners).Concat(OfIncident.Where(d => d.Key == key).SelectMany(d => d.Owners))).Distinct()];

    /// <summary>How each duty of a report stands at a moment.</summary>
    public static ImmutableArray<DutyStanding> Standing(Report report, PolicySettings settings, DateTimeOffset at) =>
        Standing(report.Duties, OfReport, report, settings, at);

    /// <summary>How each duty of an incident stands at a moment.</summary>
    public static ImmutableArray<DutyStanding> Standing(Incident incident, PolicySettings settings, DateTimeOffset at) =>
        Standing(incident.Duties, OfIncident, incident, settings, at);

    private static ImmutableArray<DutyStanding> Standing<TState>(DutyLedger ledger, ImmutableArray<Duty<TState>> table, TState state, PolicySettings settings, DateTimeOffset at) =>
        [.. from duty in table let record = ledger.Of(duty.Key) where record is not null select DutyStanding.Of(duty, record, state, settings, at)];
}
