namespace CsirtFlow.Domain;

/// <summary>再発防止策 (32-3-4, 32-3-5): lives on after closing until it is verified.</summary>
/// <param name="Number">Running number within the plan, from 1.</param>
/// <param name="SectionId">Which section's 情報セキュリティ責任者 owns it.</param>
/// <param name="Due">JST date.</param>
public sealed record PreventionMeasure(int Number, string Text, string SectionId, DateOnly Due)
{
    public DateTimeOffset? DoneAt { get; init; }

    public string? DoneBy { get; init; }

    public DateTimeOffset? VerifiedAt { get; init; }
}

/// <summary>CISOの指示 (32-3-5).</summary>
public enum Instruction
{
    [Term("計画どおり実施する", "Carry out as planned")] AsPlanned,
    [Term("修正して実施する", "Carry out with changes")] Amended,
    [Term("差し戻す", "Return")] Returned,
}
