using System.Collections.Immutable;
using System.Globalization;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Audit;
using CsirtFlow.Api.Web.Layout;

namespace CsirtFlow.Api.Web.Cases;

/// <summary>Where the event stands that settled each duty: in the course of this page, or on the page of the report.</summary>
public static class ChainProofs
{
    /// <returns>Key of the duty → address. None for a report that the person may not read.</returns>
    public static ImmutableDictionary<string, string> Of(CaseView view)
    {
        var then = view.AsOf is { } at ? $"?asOf={Uri.EscapeDataString(Spans.Machine(at))}" : "";
        string At(string path, long version) => string.Create(CultureInfo.InvariantCulture, $"{path}{then}#event-{version}");
        ImmutableDictionary<string, string> On(string path, IReadOnlyDictionary<string, long> proofs) => proofs.ToImmutableDictionary(p => p.Key, p => At(path, p.Value));

        if (view.Incident is not { } incident) return On(view.Path, Proofs.OfReport(view.Key, view.Events));

        var own = On(view.Path, Proofs.OfIncident(incident.Id, view.Events));
        return view.Reported.FirstOrDefault(r => r.Report.Number == view.Number) is { } first ? On($"/reports/{view.Number}", Proofs.OfReport(first.Report.Id, first.Events)).SetItems(own) : own;
    }
}
