using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CsirtFlow.Domain;

/// <summary>報告 (32-1-1, 32-2-1): anybody tells what was noticed. No account, no office, and nothing but five answers.</summary>
/// <param name="Kinds">何が起きましたか; at least one.</param>
/// <param name="Description">状況, 1 to 2,000 characters.</param>
/// <param name="SectionId">所属; required unless <paramref name="Outside"/>, <paramref name="SectionUnknown"/> or by mail.</param>
/// <param name="Phone">折り返しの電話番号, up to 60 characters, any form; required unless <paramref name="Outside"/> or by mail.</param>
/// <param name="Outside">住民等外部 or a staff member on behalf of one (32-2).</param>
/// <param name="NoticedAt">認知した時刻; now when not given.</param>
/// <param name="SectionUnknown">The reporter does not know the 所属; the desk assigns it.</param>
[Term("報告", "Report", "32-1-1")]
public sealed record ReportOccurrence(ImmutableArray<OccurrenceKind> Kinds, EmergencyImpact EmergencyImpact, string Description, string? SectionId,
    string Phone = "", string Name = "", bool Outside = false, DateTimeOffset? NoticedAt = null, bool SectionUnknown = false)
{
    public const int LongestDescription = 2000;

    /// <summary>差出人 of a report by mail, who has been asked neither for a telephone number nor for a section. Put in by the service alone.</summary>
    [JsonIgnore]
    public MailSender? ByMail { get; init; }

    /// <summary>Every answer that is missing or wrong, in the order of the form, with the field it belongs to.</summary>
    public IEnumerable<(string Field, PolicyRule Rule)> Unmet(Organisation organisation, DateTimeOffset now)
    {
        if (Kinds.IsDefaultOrEmpty) yield return (nameof(Kinds), Rules.KindsGiven);
        if (string.IsNullOrWhiteSpace(Description)) yield return (nameof(Description), Rules.DescriptionGiven);
        if (Description?.Length > LongestDescription) yield return (nameof(Description), Rules.TextTooLong);
        if (string.IsNullOrEmpty(SectionId) && !Outside && !SectionUnknown && ByMail is null) yield return (nameof(SectionId), Rules.SectionGiven);
        if (!string.IsNullOrEmpty(SectionId) && organisation.Section(SectionId) is null) yield return (nameof(SectionId), Rules.SectionKnown);
        if (string.IsNullOrWhiteSpace(Phone) && !Outside && ByMail is null) yield return (nameof(Phone), Rules.PhoneGiven);
        if (Phone?.Length > 60) yield return (nameof(Phone), Rules.TextTooLong);
        if (Name?.Length > 100) yield return (nameof(Name), Rules.TextTooLong);
        if (NoticedAt > now.AddMinutes(1)) yield return (nameof(NoticedAt), Rules.NotInFuture);
    }

    /// <exception cref="PolicyViolationException">Something required is missing; all of it is named.</exception>
    public OccurrenceReported Decide(string number, Channel channel, ImmutableArray<EvidenceFile> files, Circumstances c)
    {
        PolicyViolationException.ThrowIfAny(Unmet(c.Organisation, c.Now).Select(u => u.Rule));

        var occurrence = new Occurrence([.. Kinds.Distinct()], EmergencyImpact, Description, string.IsNullOrEmpty(SectionId) ? null : SectionId, NoticedAt ?? c.Now);
        var contact = new ReporterContact((Phone ?? "").Trim(), (Name ?? "").Trim(), ByMail?.Address ?? "");
        var reporter = ByMail is { } sender ? new Reporter(contact, sender.Confirmed ? sender.PersonId : null, !sender.Confirmed)
            : new Reporter(contact, c.By.PersonId == Actor.Anonymous.PersonId ? null : c.By.PersonId);
        return new(number, channel, Outside, occurrence, reporter, files, c.Origin with { OccurredAt = occurrence.NoticedAt });
    }
}
