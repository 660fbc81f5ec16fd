namespace CsirtFlow.Domain;

/// <summary>二要素認証の解除 (35-4): the telephone of a person is lost, and somebody else has taken the second factor away from the account, so that a new one can be set up.</summary>
[Term("二要素認証の解除", "Second factor reset", "35-4")]
public sealed record SecondFactorReset(string PersonId, string Reason, Provenance Origin);
