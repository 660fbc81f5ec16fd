namespace CsirtFlow.Domain.Statutory;

/// <summary>祝日表の上書き: what the gazette or a new act settled after the computed table was made. JST dates.</summary>
public sealed record HolidayOverrides
{
    public static HolidayOverrides None { get; } = new();

    public IReadOnlyList<HolidayAdded> Added { get; init; } = [];

    public IReadOnlyList<HolidayRemoved> Removed { get; init; } = [];
}

/// <summary>A 祝日 the computed table lacks; Source is the gazette or the act.</summary>
public sealed record HolidayAdded(DateOnly Day, string Name, string Reason, string Source);

/// <summary>A day the computed table has and that is no 祝日; Source is the gazette or the act.</summary>
public sealed record HolidayRemoved(DateOnly Day, string Reason, string Source);
