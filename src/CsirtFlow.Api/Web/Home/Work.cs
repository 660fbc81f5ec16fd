using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Home;

/// <summary>What can wait for a person, in the order of the chain.</summary>
public enum WorkKind { PassUp, Evaluate, Instruct, Acknowledge, Approve, CarryOut, Check, Verify, Measure, Document, Duty }

/// <summary>The report or incident that something waits in.</summary>
/// <param name="Place"><c>reports</c> or <c>incidents</c>, as in the address.</param>
public sealed record Matter(string Place, string Number, Wording Title, string SectionName, EmergencyImpact EmergencyImpact, Severity? Severity, long Version)
{
    public string Path => $"/{Place}/{Number}";

    public static Matter Of(Report r, Organisation o) =>
        new("reports", r.Number, new(Language.Japanese.Kinds(r.Occurrence.Kinds), Language.English.Kinds(r.Occurrence.Kinds)), o.SectionName(r.Occurrence.SectionId), r.Occurrence.EmergencyImpact, null, r.Version);

    public static Matter Of(Incident i, Organisation o) =>
        new("incidents", i.Number, Wording.Of(i.Title), o.SectionName(i.SectionId), i.EmergencyImpact, i.Severity, i.Version);
}

/// <summary>One thing that waits for a person.</summary>
/// <param name="Words">What it is about, in the words of whoever asked for it.</param>
/// <param name="Due">Limit (UTC instant); null where none is left.</param>
/// <param name="Number">Number of the order or measure; 0 for none.</param>
/// <param name="Duty">Key of the duty; empty for work of another kind.</param>
/// <param name="Paper">Path of the document; empty for work of another kind.</param>
/// <param name="Outside">A duty towards a body outside: it has documents, and a filing proves it.</param>
public sealed record Work(WorkKind Kind, Matter Matter, Wording Words, DateTimeOffset? Due, bool IsLegal = false, int Number = 0, InformationSystem? System = null, string Duty = "", bool Outside = false, DocumentStage? Stage = null, string Paper = "")
{
    /// <summary>Tells it from everything else on the page.</summary>
    public string Id => $"{Kind}-{Matter.Number}-{Duty}{System?.Id}{Number}{Paper.Replace('/', '-')}";

    /// <summary>119 comes before every limit.</summary>
    public (int, DateTimeOffset) Urgency => (Matter.EmergencyImpact == EmergencyImpact.Present ? 0 : 1, Due ?? DateTimeOffset.MaxValue);
}
