using System.Collections.Immutable;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Domain;

/// <summary>様式の選択: which form is for which incident. Offered, never forced: what is offered may stay unused.</summary>
public static class FormChoice
{
    /// <summary>警察への相談資料 (38-3): its form, and the duty that a consultation fulfils.</summary>
    public const string Police = "police-consultation";
    public const string PoliceDuty = "38-3";

    /// <summary>本人への通知文 (32-1-4): its form.</summary>
    public const string PersonNotice = "person-notice";

    /// <summary>Why a form is not for this incident; null when it is.</summary>
    /// <param name="form">Id of the form.</param>
    public static PolicyRule? Refusal(Incident incident, string form) => form switch
    {
        "ppc-preliminary" or "ppc-final" => HeldInformation(incident),
        "my-number-preliminary" or "my-number-final" => MyNumber(incident),
        "common-form-1" => Attack(incident, OccurrenceKind.Outage, OccurrenceKind.Website),
        "common-form-2" => Attack(incident, OccurrenceKind.Ransom, OccurrenceKind.Malware),
        "common-form-3" => Attack(incident, OccurrenceKind.Website, OccurrenceKind.Malware, OccurrenceKind.SuspiciousMail, OccurrenceKind.AccountMisuse),
        Police when !CrimePossible(incident) => Rules.CrimeSuspected,
        _ => null,
    };

    // Where both acts apply there are two reports side by side.
    private static PolicyRule? HeldInformation(Incident i) => i.PersonalData switch
    {
        null => Rules.AssessedFirst,
        { } facts when BreachKinds.MyNumberPossible(facts) && i.Assessment?.DutyUnder(Law.PersonalInformation) is not { Basis: DutyBasis.Act } => Rules.MyNumberHasItsForm,
        _ => null,
    };

    private static PolicyRule? MyNumber(Incident i) => i.PersonalData switch
    {
        null => Rules.AssessedFirst,
        { } facts when !BreachKinds.MyNumberPossible(facts) => Rules.MyNumberIncluded,
        _ => null,
    };

    private static PolicyRule? Attack(Incident i, params ImmutableArray<OccurrenceKind> kinds) => i.Nature.Attack || kinds.Any(i.Has) ? null : Rules.AttackOfThisKind;

    private static bool CrimePossible(Incident i) =>
        i.Nature.MayBeCrime || i.PersonalData?.ImproperPurposeFeared is Answer.Yes || i.Has(OccurrenceKind.Ransom) || i.Has(OccurrenceKind.AccountMisuse)
        || i.Filed.Contains(PoliceDuty) || i.Facts.Keys.Any(key => key.StartsWith("police.", StringComparison.Ordinal));
}
