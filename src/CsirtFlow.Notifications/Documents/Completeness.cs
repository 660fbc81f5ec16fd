namespace CsirtFlow.Notifications.Documents;

/// <summary>
/// 記入の状況: 確定 n・調査中 n・未記入 n.
/// </summary>
/// <param name="MissingLabels">All rows without a value, in the order of the form.</param>
/// <param name="BlockingLabels">Those among them that the form requires: they block approval.</param>
public sealed record Completeness(int Confirmed, int Investigating, int Missing, IReadOnlyList<string> MissingLabels, IReadOnlyList<string> BlockingLabels)
{
    public bool IsComplete => BlockingLabels is [];

    public override string ToString() => $"確定 {Confirmed}・調査中 {Investigating}・未記入 {Missing}";

    internal static Completeness Of(IReadOnlyList<DocumentRow> rows)
    {
        var missing = rows.Where(row => row.State is FormValueState.Missing).ToList();
        return new Completeness(
            rows.Count(row => row.State is FormValueState.Confirmed), rows.Count(row => row.State is FormValueState.Investigating), missing.Count,
            [.. missing.Select(row => row.Label)], [.. missing.Where(row => row.Required).Select(row => row.Label)]);
    }
}
