using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CsirtFlow.Domain;

/// <summary>事実の更新: what is known, asked once and fed into every document. Keys are those of the forms.</summary>
[Term("事実の更新", "Update of facts"), By(Office.CsirtLead, Office.CsirtMember, Office.Administration)]
public sealed partial record RecordFacts(ImmutableDictionary<string, Fact> Facts) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        PolicyViolationException.ThrowIf(Facts is null || Facts.IsEmpty || Facts.Count > 100 || Facts.Values.Any(f => f is null), Rules.TextGiven);
        foreach (var (key, fact) in Facts!)
        {
            PolicyViolationException.ThrowIf(!Key().IsMatch(key), Rules.FactKeyKnown);
            Check.Length(fact.Text);
            if (fact.State == FactState.Confirmed) Check.Text(fact.Text, Rules.TextGiven);
        }

        var changed = Facts.Where(f => !state.Facts.TryGetValue(f.Key, out var known) || known != f.Value).ToImmutableDictionary();
        return changed.IsEmpty ? [] : [new FactsRecorded(changed, c.Origin)];
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,39}(\\.[a-z][a-z0-9_]{0,39}){1,3}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();
}
