using System.Collections.Immutable;
using CsirtFlow.Domain;
using Marten;

namespace CsirtFlow.Api.Notices;

/// <summary>閲覧の制限 (34-2-3) of reports and incidents as it stands now, whatever stood when something happened to them: nobody is told of a matter that they may no longer see.</summary>
public sealed class Restrictions
{
    private readonly Dictionary<string, ImmutableArray<string>> byCase;

    private Restrictions(Dictionary<string, ImmutableArray<string>> byCase) => this.byCase = byCase;

    /// <summary>Who alone may see the case; empty where it is not restricted.</summary>
    /// <param name="key">Stream key of a report or incident.</param>
    public ImmutableArray<string> Of(string key) => byCase.GetValueOrDefault(key, []);

    /// <summary>Whether its recipient may no longer see what it is about.</summary>
    public bool Hides(Notice notice) => Of(notice.Case) is { Length: > 0 } named && !named.Contains(notice.PersonId)
        // The auditor is named in none and is alarmed all the same.
        && notice is not { Reason: NoticeReason.EmergencyView, Office: Office.Auditor };

    /// <param name="keys">Stream keys; those of neither reports nor incidents do not matter.</param>
    public static async Task<Restrictions> Now(IQuerySession session, IEnumerable<string> keys, CancellationToken cancellation)
    {
        string[] cases = [.. keys.Distinct()];
        var reports = (await session.LoadManyAsync<Report>(cancellation, cases.Where(k => k.StartsWith("report/", StringComparison.Ordinal)))).Where(r => r.IncidentNumber is not null).ToDictionary(r => r.Id, r => Incident.Key(r.IncidentNumber!));
        string[] asked = [.. reports.Values.Concat(cases.Where(k => k.StartsWith("incident/", StringComparison.Ordinal))).Distinct()];
        var found = asked is [] ? [] : (await session.LoadManyAsync<Incident>(cancellation, asked)).ToDictionary(i => i.Id, i => i.RestrictedTo);
        foreach (var (report, incident) in reports) found[report] = found.GetValueOrDefault(incident, []);
        return new(found);
    }
}
