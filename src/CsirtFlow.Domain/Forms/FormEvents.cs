namespace CsirtFlow.Domain;

/// <summary>様式・ひな形の改定: what happened to the text of one 様式 or one 通知文のひな形. What comes with the product has no event.</summary>
public abstract record FormEvent(Provenance Origin) : CaseEvent(Origin);

/// <param name="Title">What people call the form or template.</param>
/// <param name="Number">Version number that the text gets with its approval; goes on from the product's.</param>
/// <param name="Text">The whole new text: a form as JSON, or a template.</param>
/// <param name="Source">What it rests on, or what its labels were compared with.</param>
/// <param name="ReplacesBecause">Why the open proposal of somebody else gives way; empty otherwise.</param>
[Term("様式・ひな形の改定案", "Proposal to revise a form", "18-1")]
public sealed record FormRevisionProposed(string Title, int Number, string Text, string Reason, string Source, string ReplacesBecause, Provenance Origin) : FormEvent(Origin);

/// <param name="Content">Hash of exactly the text that is approved (<see cref="FormRevision.Content"/>).</param>
[Term("様式・ひな形の改定の承認", "Approval of a revised form", "18-1")]
public sealed record FormRevisionApproved(string Content, Provenance Origin) : FormEvent(Origin);

[Term("様式・ひな形の改定案の差戻し", "Return of a proposal to revise a form", "18-1")]
public sealed record FormRevisionReturned(string Reason, Provenance Origin) : FormEvent(Origin);

[Term("様式・ひな形の改定案の取下げ", "Withdrawal of a proposal to revise a form", "18-1")]
public sealed record FormRevisionWithdrawn(string Reason, Provenance Origin) : FormEvent(Origin);
