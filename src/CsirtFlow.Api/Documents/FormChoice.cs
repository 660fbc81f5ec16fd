using System.Collections.Immutable;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using CsirtFlow.Notifications.Documents;

namespace CsirtFlow.Api.Documents;

/// <summary>様式の選択: which form is for which incident. Offered, never forced: what is offered may stay unused.</summary>
internal static class FormChoice
{
    private static readonly PolicyRule AssessFirst =
        new("assess-personal-data-first", "32-1-4", "個人情報の漏えい等の該当性判定を先に記録してください。マイナンバーが含まれるかどうかで様式が変わります。",
            "Record the assessment of personal data loss first. Whether My Numbers are included decides which form is used.");

    private static readonly PolicyRule OtherForm =
        new("my-number-has-its-own-form", "32-1-4", "マイナンバーが含まれる（又は含まれるか分からない）ため、この様式は使いません。個人情報保護委員会へは特定個人情報の漏えい等として報告してください。",
            "My Numbers are or may be included, so this form is not used. Report to the commission as a loss of My Number data.");

    private static readonly PolicyRule NoMyNumber =
        new("my-number-not-included", "32-1-4", "該当性判定でマイナンバーは含まれないとされているため、この様式は使いません。",
            "The assessment says that no My Numbers are included, so this form is not used.");

    private static readonly PolicyRule NoAttack =
        new("no-attack-of-this-kind", "38-2", "この種類のサイバー攻撃ではないため、この様式は使いません。攻撃と判断したときは「性質の判断」を記録してください。",
            "This is no cyber attack of that kind, so this form is not used. If you hold it to be an attack, state its nature.");

    private static readonly PolicyRule NoCrime =
        new("no-crime-suspected", "38-3", "犯罪の可能性が記録されていないため、この様式は使いません。可能性があるときは「性質の判断」を記録してください。",
            "No possible crime is on record, so this form is not used. If there may be one, state the nature of the incident.");

    /// <summary>Why a form is not for this incident; null when it is.</summary>
    public static PolicyRule? Refusal(Incident incident, FormDefinition form) => form.Id switch
    {
        "ppc-preliminary" or "ppc-final" => HeldInformation(incident),
        "my-number-preliminary" or "my-number-final" => MyNumber(incident),
        "common-form-1" => Attack(incident, OccurrenceKind.Outage, OccurrenceKind.Website),
        "common-form-2" => Attack(incident, OccurrenceKind.Ransom, OccurrenceKind.Malware),
        "common-form-3" => Attack(incident, OccurrenceKind.Website, OccurrenceKind.Malware, OccurrenceKind.SuspiciousMail, OccurrenceKind.AccountMisuse),
        DocumentBinder.Police when !CrimePossible(incident) => NoCrime,
        _ => null,
    };

    // Where both acts apply there are two reports side by side.
    private static PolicyRule? HeldInformation(Incident i) => i.PersonalData switch
    {
        null => AssessFirst,
        { } facts when BreachKinds.MyNumberPossible(facts) && i.Assessment?.DutyUnder(Law.PersonalInformation) is not { Basis: DutyBasis.Act } => OtherForm,
        _ => null,
    };

    private static PolicyRule? MyNumber(Incident i) => i.PersonalData switch
    {
        null => AssessFirst,
        { } facts when !BreachKinds.MyNumberPossible(facts) => NoMyNumber,
        _ => null,
    };

    private static PolicyRule? Attack(Incident i, params ImmutableArray<OccurrenceKind> kinds) => i.Nature.Attack || kinds.Any(i.Has) ? null : NoAttack;

    private static bool CrimePossible(Incident i) =>
        i.Nature.MayBeCrime || i.PersonalData?.ImproperPurposeFeared is Answer.Yes || i.Has(OccurrenceKind.Ransom) || i.Has(OccurrenceKind.AccountMisuse)
        || i.Filed.Contains(OutsideValues.PoliceDuty) || i.Facts.Keys.Any(key => key.StartsWith("police.", StringComparison.Ordinal));
}
