using System.Text.Json.Serialization;

namespace CsirtFlow.Domain;

/// <summary>様式・ひな形の改定案 (18-1): the whole new text, with the reason. It changes nothing until another person has approved it.</summary>
/// <param name="Text">A form as JSON, or a template; up to 60,000 characters.</param>
/// <param name="Source">What it rests on, or what its labels were compared with.</param>
/// <param name="ReplacesBecause">Why the open proposal of somebody else gives way.</param>
[Term("様式・ひな形の改定案", "Proposal to revise a form", "18-1"), By(Office.Administration, Office.CsirtLead)]
public sealed record ProposeFormRevision(string Text, string Reason, string Source = "", string ReplacesBecause = "") : ICommand<FormHistory, FormEvent>
{
    /// <summary>What people call it, put in by the service as it reads it in the text.</summary>
    [JsonIgnore]
    public string Title { get; init; } = "";

    /// <summary>The version number that comes next, counted by the service after those of the product.</summary>
    [JsonIgnore]
    public int Number { get; init; }

    /// <summary>公式欄名の照合: the text says that its labels are the official ones, and the version before did not.</summary>
    [JsonIgnore]
    public bool ConfirmsNames { get; init; }

    public FormEvent[] Decide(FormHistory state, Circumstances c)
    {
        Check.Text(Text, Rules.TextGiven, FormHistory.LongestText);
        Check.Text(Reason, Rules.ReasonGiven);
        Check.Length(Source);
        Check.Length(ReplacesBecause);
        PolicyViolationException.ThrowIf(ConfirmsNames && string.IsNullOrWhiteSpace(Source), Rules.ComparedWithGiven);
        PolicyViolationException.ThrowIf(state.Approved is [.., var last] && Number <= last.Number, Rules.FormRevisedMeanwhile);
        if (state.Proposal is { AwaitsApproval: true } open)
        {
            var own = open.ProposedBy.PersonId == c.By.PersonId;
            if (own && (open.Text, open.Reason, open.Source) == (Text, Reason, Source)) return [];
            PolicyViolationException.ThrowIf(!own && string.IsNullOrWhiteSpace(ReplacesBecause), Rules.ProposalReplacedWithReason);
        }

        return [new FormRevisionProposed(Title, Number, Text, Reason, Source ?? "", ReplacesBecause ?? "", c.Origin)];
    }
}

/// <summary>様式・ひな形の改定の承認 (18-1): of exactly this text, by somebody who had no part in it. From then on new documents and notices use it.</summary>
/// <param name="Content">Hash of what the person had before them.</param>
[Term("様式・ひな形の改定の承認", "Approval of a revised form", "18-1"), By(Office.SupervisingOfficer, Office.Ciso, Proved = true)]
public sealed record ApproveFormRevision(string Content) : ICommand<FormHistory, FormEvent>
{
    public FormEvent[] Decide(FormHistory state, Circumstances c)
    {
        var proposal = Proposals.Awaiting(state);
        PolicyViolationException.ThrowIf(Content != proposal.Content, Rules.ContentAsSeen);
        PolicyViolationException.ThrowIf(proposal.Proposers.Contains(c.By.PersonId), Rules.ProposerDoesNotApprove);

        return [new FormRevisionApproved(Content, c.Origin)];
    }
}

/// <summary>改定案の差戻し: by whoever is asked to approve it.</summary>
[Term("様式・ひな形の改定案の差戻し", "Return of a proposal to revise a form", "18-1"), By(Office.SupervisingOfficer, Office.Ciso)]
public sealed record ReturnFormRevision(string Reason) : ICommand<FormHistory, FormEvent>
{
    public FormEvent[] Decide(FormHistory state, Circumstances c)
    {
        Check.Text(Reason, Rules.ReasonGiven);
        Proposals.Awaiting(state);

        return [new FormRevisionReturned(Reason, c.Origin)];
    }
}

/// <summary>改定案の取下げ: it is given up; what was proposed stays in the record.</summary>
[Term("様式・ひな形の改定案の取下げ", "Withdrawal of a proposal to revise a form", "18-1"), By(Office.Administration, Office.CsirtLead)]
public sealed record WithdrawFormRevision(string Reason) : ICommand<FormHistory, FormEvent>
{
    public FormEvent[] Decide(FormHistory state, Circumstances c)
    {
        Check.Text(Reason, Rules.ReasonGiven);
        PolicyViolationException.ThrowIf(state.Proposal is null, Rules.ProposalAwaited);

        return [new FormRevisionWithdrawn(Reason, c.Origin)];
    }
}

internal static class Proposals
{
    public static FormRevision Awaiting(FormHistory state) => state.Proposal is { AwaitsApproval: true } open ? open : throw new PolicyViolationException(Rules.ProposalAwaited);
}
