using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>兼務の禁止 (18-1): who asks or drafts may not approve the same thing. Judged by person, not by office.</summary>
public static class Separation
{
    /// <summary>Passes when two persons are at work, or when the approver gives the reason why it cannot be helped (「止むを得ない場合」).</summary>
    /// <returns>The reason to record for the auditor, or null when two persons are at work.</returns>
    public static string? Check(string? askedBy, Actor approver, string? unavoidableReason) =>
        Check(askedBy is null ? [] : [askedBy], approver, unavoidableReason);

    /// <summary>止むを得ない場合: one person did alone what two should.</summary>
    public static bool Overrides(object e) => e switch
    {
        OrderVerified { SeparationOverride: not null } or MeasuresInstructed { SeparationOverride: not null } or MeasureVerified { SeparationOverride: not null } or ExemptionDecided { SeparationOverride: not null } => true,
        DocumentPermitted { UnavoidableReason: not null } or DocumentApproved { UnavoidableReason: not null } => true,
        _ => false,
    };

    /// <param name="involved">Everybody who asked, drafted or permitted.</param>
    public static string? Check(ImmutableArray<string> involved, Actor approver, string? unavoidableReason)
    {
        if (!involved.Contains(approver.PersonId)) return null;

        PolicyViolationException.ThrowIf(string.IsNullOrWhiteSpace(unavoidableReason), Rules.TwoPersons);
        CsirtFlow.Domain.Check.Length(unavoidableReason);
        return unavoidableReason;
    }
}
