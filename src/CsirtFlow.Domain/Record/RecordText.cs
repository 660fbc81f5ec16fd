namespace CsirtFlow.Domain;

/// <summary>The verdict in lines, for a console. English alone, as everything that operators read.</summary>
public static class RecordText
{
    public static IEnumerable<string> Of(RecordVerdict verdict)
    {
        foreach (var f in verdict.Findings)
            yield return $"{Term.InEnglish(f.Fault)}: {(f.Sequence > 0 ? $"event {f.Sequence} " : "")}{f.Organisation} {f.Stream} {f.Detail}".TrimEnd();
        yield return $"{verdict.Events} events and {verdict.Files} files read, {verdict.NotYetLinked} events not linked yet, {verdict.BeforeSigning} from before events were signed.";
        yield return $"Head of the record: {verdict.Head}";
        yield return verdict.Fits ? "The record fits." : $"{verdict.Findings.Length} things do not fit.";
    }
}
