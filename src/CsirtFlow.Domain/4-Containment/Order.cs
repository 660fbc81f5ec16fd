namespace CsirtFlow.Domain;

/// <summary>指示の種類 (32-3-3).</summary>
public enum OrderKind
{
    [Term("応急措置", "Containment", "32-3-3")] Containment,
    [Term("復旧", "Recovery", "32-3-3")] Recovery,
}

/// <summary>指示: given by CSIRT to the 情報セキュリティ責任者 of a section, reported done, and checked by CSIRT.</summary>
/// <param name="Due">UTC instant.</param>
public sealed record Order(int Number, OrderKind Kind, string SectionId, string Instruction, DateTimeOffset Due, DateTimeOffset GivenAt)
{
    public DateTimeOffset? CarriedOutAt { get; init; }

    /// <summary>Who reported it done; may not check it as well (18-1).</summary>
    public string? CarriedOutBy { get; init; }

    public string Account { get; init; } = "";

    public DateTimeOffset? VerifiedAt { get; init; }
}

/// <summary>他の情報システムの確認 (32-3-3後段): one row per system asked.</summary>
public sealed record SystemsCheck(string SystemId, DateTimeOffset Due, DateTimeOffset OrderedAt)
{
    public DateTimeOffset? AnsweredAt { get; init; }

    public bool? Found { get; init; }

    public string Account { get; init; } = "";
}
