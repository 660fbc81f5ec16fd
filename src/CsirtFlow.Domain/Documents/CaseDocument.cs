using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CsirtFlow.Domain;

/// <summary>How far a 文書 has come.</summary>
public enum DocumentStage
{
    [Term("下書き", "Draft")] Draft,
    [Term("許可待ち", "Waiting for permission", "22-9-2")] AwaitsPermission,
    [Term("承認待ち", "Waiting for approval", "18-1")] AwaitsApproval,
    [Term("承認済み", "Approved")] Approved,
    [Term("提出済み", "Filed")] Filed,
    [Term("取下げ", "Withdrawn")] Withdrawn,
}

/// <summary>One row of a form in a document.</summary>
/// <param name="Text">As it stands in the document; may be empty with <see cref="FactState.UnderInvestigation"/>.</param>
/// <param name="Source">「評価　11月22日（日）10:40　架空 鈴」, or who wrote it.</param>
/// <param name="Recorded">What the record said when somebody last compared; empty when it said nothing. Another text now means 「記録と違います」.</param>
public sealed record DocumentField(string Text, FactState State, string Source, string Recorded = "");

/// <summary>What a document is: its form, and what that demands.</summary>
/// <param name="Form">Id of the form.</param>
/// <param name="Issue">第n報, from 1.</param>
/// <param name="Final">最終報・確報.</param>
/// <param name="Internal">庁内の文書: does not leave the organisation.</param>
/// <param name="Publication">For the public: recorded as 公表 (19-6), not as a filing.</param>
/// <param name="Required">欄の鍵 without which it may not be submitted. 調査中 is an answer.</param>
/// <param name="SectionIds">Whose information it carries: their 情報セキュリティ管理者 permits (22-9-2).</param>
public sealed record DocumentBasis(string Form, int FormVersion, string Title, int Issue, bool Final, bool Internal, bool Publication, Confidentiality Confidentiality,
    ImmutableArray<string> Required, ImmutableArray<string> SectionIds);

/// <summary>文書: one issue (第n報) of one form for an incident. Approved it is frozen; what comes later (続報, 訂正) is a new issue. The fold of its events.</summary>
public sealed record CaseDocument
{
    public required string Id { get; init; }

    public required string Number { get; init; }

    public required DocumentBasis Basis { get; init; }

    public ImmutableDictionary<string, DocumentField> Fields { get; init; } = ImmutableDictionary<string, DocumentField>.Empty;

    public string Reason { get; init; } = "";

    public DocumentStage Stage { get; init; }

    /// <summary>Everybody who wrote in it or asked for its approval: none of them may permit or approve it.</summary>
    public ImmutableArray<string> Drafters { get; init; } = [];

    public string? PermittedBy { get; init; }

    public string? ApprovedBy { get; init; }

    /// <summary>Frozen with the approval; the approval of other words leaves them behind.</summary>
    public ImmutableArray<EvidenceFile> Copies { get; init; } = [];

    /// <summary>One person did alone what two should, and nobody has looked at it since.</summary>
    public bool AwaitsReview { get; init; }

    public DocumentFiled? Filing { get; init; }

    /// <summary>公表前の確認, the latest of each; those for other words count no more.</summary>
    public ImmutableArray<CheckedWords> Checks { get; init; } = [];

    public string ReturnedBecause { get; init; } = "";

    public DateTimeOffset ChangedAt { get; init; }

    public long Version { get; init; }

    /// <summary><c>document/R8-0017/ppc-preliminary/1</c>.</summary>
    public static string Key(string number, string form, int issue) => string.Create(CultureInfo.InvariantCulture, $"document/{number}/{form}/{issue}");

    /// <summary>機密性2以上の外部提供 (22-9-2).</summary>
    public bool NeedsPermission => Basis is { Internal: false, Confidentiality: not Confidentiality.C1 };

    /// <summary>Hash of exactly these words on this form: what a permission or approval is given for. SHA-256, lower-case hexadecimal.</summary>
    public string Content
    {
        get
        {
            var text = new StringBuilder().AppendJoin('\n', Number, Basis.Form, Basis.FormVersion.ToString(CultureInfo.InvariantCulture), Basis.Issue.ToString(CultureInfo.InvariantCulture), Basis.Final ? "final" : "");
            foreach (var (key, row) in Fields.OrderBy(f => f.Key, StringComparer.Ordinal)) text.Append(CultureInfo.InvariantCulture, $"\n{key}\u001f{row.State}\u001f{row.Text}");
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }
    }

    /// <summary>欄の鍵 that must be filled in before it can be submitted.</summary>
    public IEnumerable<string> Missing => Basis.Required.Where(key => !Fields.ContainsKey(key));

    /// <summary>公表前の確認 that these words still want; none for what is not for the public.</summary>
    public IEnumerable<PublicationCheck> OpenChecks
    {
        get
        {
            var content = Content;
            return Basis.Publication ? Enum.GetValues<PublicationCheck>().Except(Checks.Where(k => k.Content == content).Select(k => k.Check)) : [];
        }
    }

    /// <summary>Everybody who had a part in it before the approval: none of them may approve it.</summary>
    public ImmutableArray<string> Involved => PermittedBy is { } permitter ? Drafters.Add(permitter) : Drafters;

    /// <summary>Whoever drafted, permitted or approved it; they do not review it either.</summary>
    public bool TookPart(string personId) => Involved.Contains(personId) || ApprovedBy == personId;

    /// <summary>The fold. Only assignment: no rule, no clock.</summary>
    public static CaseDocument Evolve(CaseDocument? document, string id, DocumentEvent e) =>
        Fold(document, id, e) with { ChangedAt = e.Origin.RecordedAt, Version = (document?.Version ?? 0) + 1 };

    private static CaseDocument Fold(CaseDocument? document, string id, DocumentEvent e) => (document, e) switch
    {
        (null, DocumentDrafted f) => new CaseDocument { Id = id, Number = f.Number, Basis = f.Basis, Fields = f.Fields, Reason = f.Reason, Drafters = [f.Origin.By.PersonId] },
        ({ } d, DocumentRevised f) => d.Revised(f),
        ({ } d, DocumentSubmitted f) => d with { Stage = d.NeedsPermission ? DocumentStage.AwaitsPermission : DocumentStage.AwaitsApproval, Drafters = d.With(f), ReturnedBecause = "" },
        ({ } d, DocumentPermitted f) => d with { Stage = DocumentStage.AwaitsApproval, PermittedBy = f.Origin.By.PersonId, AwaitsReview = d.AwaitsReview || f.UnavoidableReason is not null },
        ({ } d, DocumentReturned f) => d.DraftAgain() with { ReturnedBecause = f.Reason },
        ({ } d, DocumentApproved f) => d with { Stage = DocumentStage.Approved, ApprovedBy = f.Origin.By.PersonId, Copies = f.Copies, AwaitsReview = d.AwaitsReview || f.UnavoidableReason is not null },
        ({ } d, DocumentFiled f) => d with { Stage = DocumentStage.Filed, Filing = f },
        ({ } d, PublicationChecked f) => d with { Checks = [.. d.Checks.Where(k => k.Check != f.Check), new(f.Check, f.Content, f.Remark, f.Origin.By.Name, f.Origin.RecordedAt)] },
        ({ } d, DocumentWithdrawn) => d with { Stage = DocumentStage.Withdrawn },
        ({ } d, SeparationReviewed) => d with { AwaitsReview = false },
        _ => throw new InvalidOperationException($"{e.GetType().Name} cannot happen to this document."),
    };

    // Whoever only compared with the record has not touched the words that were approved.
    private CaseDocument Revised(DocumentRevised e)
    {
        var fields = Fields.SetItems(e.Fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Key, f.Value!))).RemoveRange(e.Fields.Where(f => f.Value is null).Select(f => f.Key));
        var next = this with { Fields = fields };
        return next.Content == Content ? next : next.DraftAgain() with { Drafters = With(e) };
    }

    private CaseDocument DraftAgain() => this with { Stage = DocumentStage.Draft, PermittedBy = null, ApprovedBy = null, Copies = [], ReturnedBecause = "" };

    private ImmutableArray<string> With(DocumentEvent e) => Drafters.Contains(e.Origin.By.PersonId) ? Drafters : Drafters.Add(e.Origin.By.PersonId);
}
