using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>承認の依頼 (18-1): nothing required is 未記入. 調査中 may stand.</summary>
[Term("承認の依頼", "Request for approval", "18-1"), By(Office.Administration, Office.CsirtLead, Office.CsirtMember)]
public sealed record SubmitDocument(string Content) : ICommand<CaseDocument, DocumentEvent>
{
    public DocumentEvent[] Decide(CaseDocument state, Circumstances c)
    {
        PolicyViolationException.ThrowIf(state.Stage is not DocumentStage.Draft, Rules.DocumentIsDraft);
        PolicyViolationException.ThrowIf(state.Missing.Any(), Rules.RowsFilledIn);
        PolicyViolationException.ThrowIf(Content != state.Content, Rules.ContentAsSeen);

        return [new DocumentSubmitted(Content, c.Origin)];
    }
}

/// <summary>外部提供の許可 (22-9-2): 自治体機密性2以上 goes out only with the permission of the 情報セキュリティ管理者 whose information it is.</summary>
/// <param name="Content">Hash of what the person had before them.</param>
/// <param name="UnavoidableReason">止むを得ない場合 (18-1): why somebody permits what they drafted; reviewed afterwards.</param>
[Term("外部提供の許可", "Permission to give it outside", "22-9-2"), By(Office.SecurityManager, InPlace = true, Proved = true)]
public sealed record PermitDocument(string Content, string? UnavoidableReason = null) : ICommand<CaseDocument, DocumentEvent>
{
    public DocumentEvent[] Decide(CaseDocument state, Circumstances c)
    {
        PolicyViolationException.ThrowIf(state.Stage is not DocumentStage.AwaitsPermission, Rules.PermissionAwaited);
        PolicyViolationException.ThrowIf(Content != state.Content, Rules.ContentAsSeen);

        return [new DocumentPermitted(Content, Separation.Check(state.Drafters, c.By, UnavoidableReason), c.Origin)];
    }
}

/// <summary>差戻し: by whoever is asked to permit or approve.</summary>
[Term("文書の差戻し", "Return of a document", "18-1"), By(Office.SecurityManager, Office.SupervisingOfficer, Office.Ciso, InPlace = true)]
public sealed record ReturnDocument(string Reason) : ICommand<CaseDocument, DocumentEvent>
{
    public DocumentEvent[] Decide(CaseDocument state, Circumstances c)
    {
        Check.Text(Reason, Rules.ReasonGiven);
        PolicyViolationException.ThrowIf(state.Stage is not (DocumentStage.AwaitsPermission or DocumentStage.AwaitsApproval), Rules.ApprovalAwaited);

        return [new DocumentReturned(Reason, c.Origin)];
    }
}

/// <summary>文書の承認 (18-1, 19-5): of exactly these words, by somebody who neither drafted nor permitted them. The bytes are frozen with it.</summary>
[Term("文書の承認", "Approval of a document", "18-1"), By(Office.SupervisingOfficer, Office.Ciso, Proved = true)]
public sealed record ApproveDocument(string Content, string? UnavoidableReason = null) : ITakesFiles<CaseDocument, DocumentEvent>
{
    /// <summary>The document as it is frozen, rendered by the service.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ImmutableArray<EvidenceFile> Copies { get; init; } = [];

    public ICommand<CaseDocument, DocumentEvent> With(ImmutableArray<EvidenceFile> files) => this with { Copies = files };

    public DocumentEvent[] Decide(CaseDocument state, Circumstances c)
    {
        PolicyViolationException.ThrowIf(state.Stage is not DocumentStage.AwaitsApproval, Rules.ApprovalAwaited);
        PolicyViolationException.ThrowIf(Content != state.Content, Rules.ContentAsSeen);

        PolicyViolationException.ThrowIfAny(state.OpenChecks.Select(Wanted));
        var unavoidable = Separation.Check(state.Involved, c.By, UnavoidableReason);
        // The service renders what it had before it; without copies that was not what is approved.
        PolicyViolationException.ThrowIf(Copies.IsEmpty, Rules.ContentAsSeen);
        return [new DocumentApproved(Content, unavoidable, Copies, c.Origin)];
    }

    private static PolicyRule Wanted(PublicationCheck check) =>
        new($"publication-check:{check}", "19-6", $"公表前の確認「{Term.Of(check)}」が、この文面について済んでいません。", $"The check before publication “{Term.InEnglish(check)}” is not made for these words.");
}

/// <summary>取下げ: the document is given up, or what was filed is taken back; its words and bytes stay.</summary>
[Term("文書の取下げ", "Withdrawal of a document", "18-1"), By(Office.Administration, Office.CsirtLead, Office.CsirtMember)]
public sealed record WithdrawDocument(string Reason) : ICommand<CaseDocument, DocumentEvent>
{
    public DocumentEvent[] Decide(CaseDocument state, Circumstances c)
    {
        Check.Text(Reason, Rules.ReasonGiven);
        PolicyViolationException.ThrowIf(state.Stage is DocumentStage.Withdrawn, Rules.DocumentFrozen);

        return [new DocumentWithdrawn(Reason, c.Origin)];
    }
}

/// <summary>事後確認 (18-1): somebody who had no part in it looks at what one person did alone.</summary>
[Term("止むを得ない場合の事後確認", "Review of an unavoidable case", "18-1"), By(Office.Ciso, Office.SupervisingOfficer, Office.Auditor)]
public sealed record ReviewSeparation(string Remark) : ICommand<CaseDocument, DocumentEvent>
{
    public DocumentEvent[] Decide(CaseDocument state, Circumstances c)
    {
        Check.Text(Remark, Rules.TextGiven);
        PolicyViolationException.ThrowIf(!state.AwaitsReview, Rules.ReviewAwaited);
        PolicyViolationException.ThrowIf(state.TookPart(c.By.PersonId), Rules.TwoPersons);

        return [new SeparationReviewed(Remark, c.Origin)];
    }
}
