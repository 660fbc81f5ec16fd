using CsirtFlow.Api.Board;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Api.Web.Home;

/// <summary>What can wait for a person, in the order of the chain.</summary>
public enum WorkKind { Assign, PassUp, Evaluate, Instruct, Acknowledge, Approve, CarryOut, Check, Verify, Measure, Document, Review, Form, ListDeletion, ListOfClosed, Duty }

/// <summary>The report, incident or form that something waits in.</summary>
/// <param name="Place"><c>reports</c>, <c>incidents</c>, <c>forms</c> or <c>templates</c>, as in the address.</param>
public sealed record Matter(string Place, string Number, Wording Title, string SectionName, EmergencyImpact EmergencyImpact, Severity? Severity, long Version)
{
    public string Path => $"/{Place}/{Number}";

    public static Matter Of(Report r, Organisation o) =>
        new("reports", r.Number, new(Language.Japanese.Kinds(r), Language.English.Kinds(r)), o.SectionName(r.Occurrence.SectionId), r.Occurrence.EmergencyImpact, null, r.Version);

    public static Matter Of(Incident i, Organisation o) =>
        new("incidents", i.Number, Wording.Of(i.Title), o.SectionName(i.SectionId), i.EmergencyImpact, i.Severity, i.Version);

    public static Matter Of(FormHistory form, string title) => new(form.IsTemplate ? "templates" : "forms", form.Name, Wording.Of(title), "", EmergencyImpact.None, null, form.Version);
}

/// <summary>One thing that waits for a person.</summary>
/// <param name="Words">What it is about, in the words of whoever asked for it.</param>
/// <param name="Due">Limit (UTC instant); null where none is left.</param>
/// <param name="Number">Number of the order or measure; 0 for none.</param>
/// <param name="Duty">Key of the duty; empty for work of another kind.</param>
/// <param name="Paper">Path of the document or of the lists; empty for work of another kind.</param>
/// <param name="Outside">A duty towards a body outside: it has documents, and a filing proves it.</param>
/// <param name="Form">The command that ends the waiting; its form stands on the page of the matter.</param>
public sealed record Work(WorkKind Kind, Matter Matter, Wording Words, DateTimeOffset? Due, bool IsLegal = false, int Number = 0, InformationSystem? System = null, string Duty = "", bool Outside = false, DocumentStage? Stage = null, string Paper = "",
    Type? Form = null)
{
    // 速報 is owed within five days.
    private static readonly TimeSpan NearLaw = TimeSpan.FromDays(5);

    /// <summary>Tells it from everything else on the page.</summary>
    public string Id => $"{Kind}-{Matter.Number}-{Duty}{System?.Id}{Number}{Paper.Replace('/', '-').Replace('#', '-')}";

    /// <summary>Where it stands on the page at a moment.</summary>
    public Hurry HurryAt(DateTimeOffset now) => this switch
    {
        { Matter.EmergencyImpact: EmergencyImpact.Present } => Hurry.Emergency,
        { IsLegal: true, Due: { } due } when due - now < NearLaw => Hurry.Law,
        { Due: { } due } when due <= now => Hurry.Late,
        { Due: { } due } when JapaneseCalendar.DayOf(due) == JapaneseCalendar.DayOf(now) => Hurry.Today,
        _ => Hurry.Later,
    };
}

/// <summary>How urgent something is, most urgent first: 119 comes before every limit, and a limit of law before the organisation's own.</summary>
public enum Hurry { Emergency, Law, Late, Today, Later }

/// <summary>A notice about a matter in which nothing waits for the person: it is read, and that is all.</summary>
/// <param name="Due">Limit of the duty that it tells of (UTC instant), while that is open.</param>
/// <param name="More">How many earlier ones about the same matter are unread.</param>
public sealed record News(Notice Latest, Case? About, DateTimeOffset? Due, int More)
{
    public string Path => Latest.Case.StartsWith("report/", StringComparison.Ordinal) ? $"/reports/{Latest.Number}" : $"/incidents/{Latest.Number}";
}
