using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CsirtFlow.Domain;

/// <summary>原因の究明 (32-3-4): determined, or recorded as undeterminable with what was tried.</summary>
[Term("原因の究明", "Finding of the cause", "32-3-4"), By(Office.CsirtLead, Office.CsirtMember)]
public sealed record EstablishCause(bool Determined, string Cause = "", string Tried = "") : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        if (Determined) Check.Text(Cause, Rules.TextGiven);
        else Check.Text(Tried, Rules.TriedGiven);
        Check.Length(Cause);
        Check.Length(Tried);

        return [new CauseEstablished(Determined, Cause ?? "", Tried ?? "", c.Origin)];
    }
}

/// <summary>証拠の保全 (38-3, 32-3-4): one item of the inventory, or one for each file that comes with it.</summary>
/// <param name="Item">What it is: ログ, 端末, 画面写真 ….</param>
/// <param name="Place">Where and by whom it is kept.</param>
[Term("証拠の保全", "Preservation of evidence", "38-3"), By(Office.CsirtLead, Office.CsirtMember, Office.SystemManager)]
public sealed record PreserveEvidence(string Item, string Place) : ITakesFiles<Incident, IncidentEvent>
{
    [JsonIgnore]
    public ImmutableArray<EvidenceFile> Files { get; init; } = [];

    public ICommand<Incident, IncidentEvent> With(ImmutableArray<EvidenceFile> files) => this with { Files = files };

    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        Check.Text(Item, Rules.TextGiven, 500);
        Check.Text(Place, Rules.TextGiven, 500);

        return Files.IsEmpty ? [new EvidencePreserved(Item, Place, null, c.Origin)] : [.. Files.Select(f => new EvidencePreserved(Item, Place, f, c.Origin))];
    }
}

/// <summary>証拠目録の確認 (32-3-4 記録の保存): the inventory is complete; also when there is nothing to keep, and then says why.</summary>
[Term("証拠目録の確認", "Check of the evidence inventory", "32-3-4"), By(Office.CsirtLead, Office.CsirtMember)]
public sealed record ConfirmEvidenceInventory(string Remark) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        Check.Text(Remark, Rules.TextGiven);

        return [new EvidenceInventoryConfirmed(Remark, c.Origin)];
    }
}
