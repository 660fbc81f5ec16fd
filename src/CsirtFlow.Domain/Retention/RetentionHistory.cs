using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>保存と廃棄 of a matter (22-10, 34-6-2). The fold of its events.</summary>
/// <param name="Number">受付番号 of the incident, or of the report that was none.</param>
public sealed record RetentionHistory(string Number)
{
    public string Id { get; init; } = Key(Number);

    /// <summary>保存期間 as somebody has set it; null where the default holds.</summary>
    public RetentionClass? Class { get; init; }

    /// <summary>Who asks for a disposal, and why; null where nobody does.</summary>
    public DisposalProposed? Proposal { get; init; }

    /// <summary>Oldest first.</summary>
    public ImmutableArray<MatterDisposed> Disposals { get; init; } = [];

    public long Version { get; init; }

    public static string Key(string number) => $"retention/{number}";

    /// <summary>Nothing of this scope is left.</summary>
    public bool IsDisposed(DisposalScope scope) => Disposals.Any(d => d.Scope == scope || d.Scope is DisposalScope.Everything);

    /// <summary>The fold. Only assignment: no rule, no clock.</summary>
    public static RetentionHistory Evolve(RetentionHistory? before, string id, RetentionEvent e) =>
        Fold(before ?? new(id[Key("").Length..]), e) with { Version = (before?.Version ?? 0) + 1 };

    private static RetentionHistory Fold(RetentionHistory r, RetentionEvent e) => e switch
    {
        RetentionSet f => r with { Class = f.Class },
        DisposalProposed f => r with { Proposal = f },
        DisposalDeclined => r with { Proposal = null },
        MatterDisposed f => r with { Proposal = null, Disposals = r.Disposals.Add(f) },
        _ => throw new InvalidOperationException($"{e.GetType().Name} cannot happen to the keeping of a matter."),
    };
}
