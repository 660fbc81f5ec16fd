namespace CsirtFlow.Domain;

/// <summary>わかっていること: one item that feeds all documents.</summary>
/// <param name="Text">What is known, in words for an official document. Empty with <see cref="FactState.UnderInvestigation"/> is allowed.</param>
public sealed record Fact(string Text, FactState State);

/// <summary>確度.</summary>
public enum FactState
{
    [Term("確定", "Confirmed")] Confirmed,
    [Term("調査中", "Under investigation")] UnderInvestigation,
}

/// <summary>Traffic Light Protocol 2.0: how far shared information may travel.</summary>
public enum Tlp
{
    [Term("TLP:RED", "TLP:RED")] Red,
    [Term("TLP:AMBER+STRICT", "TLP:AMBER+STRICT")] AmberStrict,
    [Term("TLP:AMBER", "TLP:AMBER")] Amber,
    [Term("TLP:GREEN", "TLP:GREEN")] Green,
    [Term("TLP:CLEAR", "TLP:CLEAR")] Clear,
}
