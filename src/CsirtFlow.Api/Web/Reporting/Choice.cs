using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Reporting;

/// <summary>The choices of the two doors.</summary>
public static class Choice
{
    private static readonly OccurrenceKind[] Outside =
        [OccurrenceKind.SuspiciousMail, OccurrenceKind.Website, OccurrenceKind.Missent, OccurrenceKind.Loss, OccurrenceKind.Outage, OccurrenceKind.Other];

    public static IEnumerable<Option> Kinds(Language language) => Enum.GetValues<OccurrenceKind>().Select(k => new Option(k.ToString(), language.Of(k)));

    /// <summary>The same kinds in words for somebody outside, who sees only their effect.</summary>
    public static IEnumerable<Option> KindsOutside(Language language) => Outside.Select(k => new Option(k.ToString(), new ContactWords(language).Kind(k)));

    public static IEnumerable<Option> Impacts(Language language) =>
        new[] { EmergencyImpact.Present, EmergencyImpact.None, EmergencyImpact.Unknown }.Select(i => new Option(i.ToString(), language.Of(i)));

    /// <summary>Value of the choice that names no section.</summary>
    public const string NoSection = "?";

    public static IEnumerable<Option> Sections(Organisation organisation, Language language) =>
        organisation.Sections.Select(s => new Option(s.Id, s.Name, language.OfOriginal)).Append(new(NoSection, language.Say("わからない・その他", "I do not know, or another")));
}
