using System.Collections.Immutable;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using CsirtFlow.Notifications.Documents;
using Reiwa = CsirtFlow.Domain.Statutory.Reiwa;

namespace CsirtFlow.Api.Documents;

/// <summary>一件書類: an incident and its reports with all that had happened until a moment. Documents are made from it and from nothing else.</summary>
public sealed class CaseFile
{
    private CaseFile(Organisation organisation, Incident incident, ImmutableArray<IncidentEvent> events, ImmutableArray<ReportEvent> reportEvents, DateTimeOffset asOf, FormCatalogue forms) =>
        (Organisation, Incident, Events, ReportEvents, AsOf, Forms) = (organisation, incident, events, reportEvents, asOf, forms);

    /// <summary>As it stood at that moment.</summary>
    public Organisation Organisation { get; }

    public Incident Incident { get; }

    public ImmutableArray<IncidentEvent> Events { get; }

    /// <summary>Of the report that opened the incident and of those joined to it at that moment; the opening one first.</summary>
    public ImmutableArray<ReportEvent> ReportEvents { get; }

    public DateTimeOffset AsOf { get; }

    /// <summary>様式集 as it stood at that moment.</summary>
    public FormCatalogue Forms { get; }

    /// <summary>The file as of a moment; null before the incident began.</summary>
    /// <param name="reports">The streams of all reports that ever belonged to it.</param>
    /// <param name="forms">Those of the product when not given.</param>
    public static CaseFile? Open(Organisation organisation, IEnumerable<IncidentEvent> events, IEnumerable<IEnumerable<ReportEvent>> reports, DateTimeOffset asOf, FormCatalogue? forms = null)
    {
        ImmutableArray<IncidentEvent> then = [.. events.Where(e => e.Origin.RecordedAt <= asOf)];
        if (then is not [IncidentOpened opened, ..]) return null;

        var incident = then.Aggregate((Incident?)null, (i, e) => Incident.Evolve(i, Incident.Key(opened.Number), e))!;
        string[] numbers = [incident.Number, .. incident.JoinedReports];
        var streams = reports.Select(r => r.Where(e => e.Origin.RecordedAt <= asOf).ToList())
            .Where(r => r is [OccurrenceReported f, ..] && numbers.Contains(f.Number)).OrderBy(r => Array.IndexOf(numbers, ((OccurrenceReported)r[0]).Number));
        return new(organisation, incident, then, [.. streams.SelectMany(r => r)], asOf, forms ?? FormCatalogue.Product);
    }

    public IEnumerable<T> All<T>() where T : CaseEvent => Events.OfType<T>().Concat(ReportEvents.OfType<T>());

    /// <summary>Names of those who reported.</summary>
    public ImmutableArray<string> Reporters => [.. ReportEvents.OfType<OccurrenceReported>().Select(r => r.Reporter.Name).OfType<string>().Where(n => n.Length > 0).Distinct()];

    public T? Last<T>() where T : IncidentEvent => Events.OfType<T>().LastOrDefault();

    /// <summary>Those orders of one kind, with the event that gave each.</summary>
    public IEnumerable<(Order Order, OrderGiven Given)> Orders(OrderKind kind) =>
        Events.OfType<OrderGiven>().Where(g => g.Kind == kind).Select(g => (Incident.Orders.First(o => o.Number == g.Order), g));

    /// <summary>外部への報告 on one form as they stand after corrections, oldest first.</summary>
    public ImmutableArray<FilingRecorded> Filings(string form) => [.. Incident.Filings.Select(f => f.Recorded).Where(f => f.Form == form)];

    /// <summary>As it stands after corrections.</summary>
    public FilingRecorded Corrected(FilingRecorded f) => Incident.Filings[Events.OfType<FilingRecorded>().TakeWhile(one => !ReferenceEquals(one, f)).Count()].Recorded;

    /// <summary>The latest judgement that a 必要に応じて duty is not needed.</summary>
    public DutyJudgedUnnecessary? Unnecessary(string duty) => Events.OfType<DutyJudgedUnnecessary>().LastOrDefault(j => j.Duty == duty);

    /// <summary>「評価　11月22日（日）10:40　架空 鈴」: where a value comes from.</summary>
    public static string Source(CaseEvent e)
    {
        var who = e.Origin.By.Name is { Length: > 0 } name ? name : Term.Of(e.Origin.By.Office);
        return $"{Term.Of(e.GetType())}　{Reiwa.OnScreen(e.Origin.RecordedAt)}　{who}";
    }
}
