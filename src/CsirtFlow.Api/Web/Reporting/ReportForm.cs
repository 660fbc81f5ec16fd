using System.Collections.Immutable;
using CsirtFlow.Api.Reports;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Reporting;

/// <summary>The report form as somebody filled it in; whatever was typed stays in it until it is stored.</summary>
public sealed class ReportForm
{
    /// <summary>The order of the fields, in which errors are listed.</summary>
    private static readonly string[] Order = [nameof(Trap), nameof(Kinds), nameof(EmergencyImpact), nameof(Description), nameof(SectionId), nameof(Place), nameof(Phone), nameof(Name), nameof(Files)];

    /// <summary>Idempotency key; made with the page, so that the same page sent twice is one report.</summary>
    public string Key { get; private init; } = ReportIntake.Unguessable();

    /// <summary>True for /contact, where residents and other outsiders write.</summary>
    public bool Outside { get; private init; }

    public IReadOnlyList<string> Kinds { get; private init; } = [];

    public string EmergencyImpact { get; private init; } = "";

    public string Description { get; private init; } = "";

    public string SectionId { get; private init; } = "";

    public string Place { get; private init; } = "";

    public string Phone { get; private init; } = "";

    public string Name { get; private init; } = "";

    /// <summary>A field that people do not see; robots fill it in.</summary>
    public string Trap { get; private init; } = "";

    public IReadOnlyList<UploadedFile> Files { get; private init; } = [];

    public static ReportForm Empty(bool outside) => new() { Outside = outside };

    public static ReportForm Of(FormPost post, bool outside) => new()
    {
        Key = post.Text(nameof(Key)) is { Length: >= ReportIntake.ShortestKey and <= 100 } key ? key : ReportIntake.Unguessable(),
        Outside = outside,
        Kinds = post.All(nameof(Kinds)),
        EmergencyImpact = post.Text(nameof(EmergencyImpact)),
        Description = post.Text(nameof(Description)),
        SectionId = outside ? "" : post.Text(nameof(SectionId)),
        Place = outside ? post.Text(nameof(Place)) : "",
        Phone = post.Text(nameof(Phone)),
        Name = post.Text(nameof(Name)),
        Trap = outside ? post.Text("Homepage") : "",
        Files = post.Files,
    };

    public ReportOccurrence Wish() => new(
        [.. Kinds.Select(Parsed<OccurrenceKind>).OfType<OccurrenceKind>()],
        Parsed<EmergencyImpact>(EmergencyImpact) ?? Domain.EmergencyImpact.Unknown,
        string.IsNullOrWhiteSpace(Place) ? Description : $"{Description}\n\n見つけた場所：{Place}",
        SectionId.Length > 0 && SectionId != Choice.NoSection ? SectionId : null, Phone, Name, Outside, SectionUnknown: SectionId == Choice.NoSection);

    /// <summary>What is missing or wrong, in the order of the form.</summary>
    public FormErrors Errors(Organisation organisation, DateTimeOffset now, FormPost post, ReportWords words) =>
        new(Wish().Unmet(organisation, now).Select(u => new FormError(u.Field, words.Broken(u.Field, u.Rule, Wish().Description.Length, Outside))).Concat(Own(post, words))
            .GroupBy(e => e.Field).Select(g => g.First()).OrderBy(e => Array.IndexOf(Order, e.Field)));

    private IEnumerable<FormError> Own(FormPost post, ReportWords words)
    {
        if (Kinds.Any(k => Parsed<OccurrenceKind>(k) is null)) yield return new(nameof(Kinds), words.UnknownKind);
        if (!Outside && Parsed<EmergencyImpact>(EmergencyImpact) is null) yield return new(nameof(EmergencyImpact), words.ImpactMissing);
        if (Trap.Length > 0) yield return new("", words.NoRobot);
        if (post.FileTooLarge) yield return new(nameof(Files), words.FileTooLarge);
        if (post.TooManyFiles) yield return new(nameof(Files), words.TooManyFiles);
        if (post.Incomplete) yield return new(nameof(Files), words.Incomplete);
    }

    // Numbers are names of nothing here: Enum.TryParse would take them.
    private static T? Parsed<T>(string text) where T : struct, Enum => Enum.GetNames<T>().Contains(text) ? Enum.Parse<T>(text) : null;
}
