using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>追加で教えてください (32-1-1): told after the report was sent. Everything is optional; an empty one changes nothing.</summary>
/// <param name="Answers">Question → answer, in the words of the form; up to 20, each up to 1,000 characters.</param>
[Term("報告への追加", "Addition to the report", "32-1-1"), By(Office.ContactPoint, Office.CsirtLead, Office.CsirtMember, Office.SecurityManager, Office.Staff)]
public sealed record SupplementReport(ImmutableDictionary<string, string> Answers) : ITakesFiles<Report, ReportEvent>
{
    /// <summary>Files of one report altogether: whoever holds a receipt could fill the store with it.</summary>
    public const int MostFiles = 50;

    /// <summary>Events of one report until which more can be told.</summary>
    public const int MostEvents = 500;

    [System.Text.Json.Serialization.JsonIgnore]
    public ImmutableArray<EvidenceFile> Files { get; init; } = [];

    public ICommand<Report, ReportEvent> With(ImmutableArray<EvidenceFile> files) => this with { Files = files };

    public ReportEvent[] Decide(Report state, Circumstances c)
    {
        var given = (Answers ?? ImmutableDictionary<string, string>.Empty).Where(a => !string.IsNullOrWhiteSpace(a.Value)).ToImmutableDictionary();
        PolicyViolationException.ThrowIf(given.Count > 20, Rules.TextTooLong);
        foreach (var (question, answer) in given)
        {
            Check.Length(question, 100);
            Check.Length(answer, 1000);
        }

        PolicyViolationException.ThrowIf(state.Files.Length + Files.Length > MostFiles || state.Version >= MostEvents, Rules.TellByTelephone);

        return given.IsEmpty && Files.IsEmpty ? [] : [new ReportSupplemented(given, Files, c.Origin)];
    }
}
