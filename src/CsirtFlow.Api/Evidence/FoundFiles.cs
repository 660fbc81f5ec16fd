using CsirtFlow.Api.Board;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Marten;

namespace CsirtFlow.Api.Evidence;

/// <summary>検出 of the last days, for those who must know without opening every page: what the caller may see of it.</summary>
public sealed class FoundFiles(ScanResults results, Sessions sessions, CaseReader cases, TimeProvider clock)
{
    private static readonly TimeSpan Shown = TimeSpan.FromDays(7);

    public async Task<IReadOnlyList<FoundFile>> Of(Caller caller, CancellationToken cancellation)
    {
        var found = await results.Found(caller.Tenant, clock.GetUtcNow() - Shown, cancellation);
        if (found.Count == 0) return found;

        await using var session = sessions.Read(caller.Tenant);
        // A mail that became part of a report is seen by those who may see that report.
        var filed = (await session.LoadManyAsync<IncomingMail>(cancellation, found.Select(f => f.Stream).Distinct())).Where(m => m is { Number: not null, Waits: false }).ToDictionary(m => m.Id, m => Report.Key(m.Number!));
        var matters = found.Select(f => f with { Stream = filed.GetValueOrDefault(f.Stream, f.Stream) }).ToList();
        var seen = await cases.Visible(caller, matters.Select(f => f.Stream), cancellation);
        return [.. matters.Where(f => seen.Contains(f.Stream))];
    }
}
