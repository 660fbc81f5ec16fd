namespace CsirtFlow.Domain;

/// <summary>The questions that many decisions ask first.</summary>
internal static class Check
{
    /// <summary>Longest text of one field, in characters.</summary>
    public const int LongestText = 4000;

    public static void Text(string? text, PolicyRule missing, int longest = LongestText)
    {
        PolicyViolationException.ThrowIf(string.IsNullOrWhiteSpace(text), missing);
        Length(text, longest);
    }

    public static void Length(string? text, int longest = LongestText) =>
        PolicyViolationException.ThrowIf(text?.Length > longest, Rules.TextTooLong);

    public static void Open(Incident incident) => PolicyViolationException.ThrowIf(incident.IsClosed, Rules.StillOpen);

    public static void Section(string sectionId, Circumstances c) =>
        PolicyViolationException.ThrowIf(c.Organisation.Section(sectionId) is null, Rules.SectionKnown);

    public static void Past(DateTimeOffset at, Circumstances c) =>
        PolicyViolationException.ThrowIf(at > c.Now.AddMinutes(1), Rules.NotInFuture);
}
