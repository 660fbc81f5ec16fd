using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>A rule of the policy (or of orderly work under it) that can refuse a command.</summary>
/// <param name="Code">Stable name for programs, kebab case.</param>
/// <param name="Clause">条-項-号 that the rule comes from; empty when it only keeps the record in order.</param>
/// <param name="Sentence">What a person reads: Japanese, one sentence, what to do.</param>
/// <param name="English">The same for readers of English.</param>
public sealed record PolicyRule(string Code, string Clause, string Sentence, string English);

/// <summary>The policy refuses: carries every rule that stands against the command, so that all are shown at once.</summary>
public sealed class PolicyViolationException : Exception
{
    public PolicyViolationException(params IEnumerable<PolicyRule> rules) : this([.. rules]) { }

    private PolicyViolationException(ImmutableArray<PolicyRule> rules) : base(string.Join(" ", rules.Select(r => r.Sentence))) => Rules = rules;

    public ImmutableArray<PolicyRule> Rules { get; }

    public static void ThrowIf(bool broken, PolicyRule rule)
    {
        if (broken) throw new PolicyViolationException([rule]);
    }

    public static void ThrowIfAny(IEnumerable<PolicyRule> rules)
    {
        ImmutableArray<PolicyRule> all = [.. rules];
        if (!all.IsEmpty) throw new PolicyViolationException(all);
    }
}
