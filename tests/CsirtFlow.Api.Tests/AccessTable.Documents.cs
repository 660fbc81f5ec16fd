using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests;

internal static partial class AccessTable
{
    /// <summary>The commands to a 文書, as they stand in an address of the API.</summary>
    internal static string[] DocumentSteps { get; } = ["revision", "submission", "permission", "return", "approval", "filing", "withdrawal", "review"];

    /// <summary>Whether a command is open in a state, for whom the offices let in. Written by hand, as the rest of the table.</summary>
    internal static bool IsOpen(string step, DocumentStage stage) => step switch
    {
        "revision" => stage is not (DocumentStage.Filed or DocumentStage.Withdrawn),
        "submission" => stage is DocumentStage.Draft,
        "permission" => stage is DocumentStage.AwaitsPermission,
        "return" => stage is DocumentStage.AwaitsPermission or DocumentStage.AwaitsApproval,
        "approval" => stage is DocumentStage.AwaitsApproval,
        "filing" => stage is DocumentStage.Approved,
        "withdrawal" => stage is not DocumentStage.Withdrawn,
        // Of what two persons did nothing is left to review.
        "review" => false,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    /// <summary>What is posted in a state, and the rule that refuses it; null where nothing does. What is open is refused for what it says, so that the document stays in its state.</summary>
    internal static (string Body, string? Rule) Asked(string step, DocumentStage stage) => (step, IsOpen(step, stage)) switch
    {
        ("revision", true) => ("""{"fields":{}}""", null),
        ("revision", false) => ("""{"fields":{}}""", "document-frozen"),
        ("submission" or "permission" or "approval", true) => ("""{"content":"other words"}""", "content-as-seen"),
        ("submission", false) => ("""{"content":"other words"}""", "document-is-draft"),
        ("permission", false) => ("""{"content":"other words"}""", "permission-awaited"),
        ("approval", false) => ("""{"content":"other words"}""", "approval-awaited"),
        ("return" or "withdrawal", true) => ("""{"reason":""}""", "reason-given"),
        ("return", false) => ("""{"reason":"誤りがあるため"}""", "approval-awaited"),
        ("withdrawal", false) => ("""{"reason":"誤りがあるため"}""", "document-frozen"),
        ("filing", true) => ("""{"addressee":"","filingChannel":""}""", "text-given"),
        ("filing", false) => ("""{"addressee":"福島県","filingChannel":"電話"}""", "approved-before"),
        ("review", _) => ("""{"remark":"確かめた"}""", "review-awaited"),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    /// <summary>Form of the command on the page of the document; null where it has none of its own.</summary>
    internal static string? Slug(string step) => step switch
    {
        "submission" => "submit-document",
        "permission" => "permit-document",
        "return" => "return-document",
        "approval" => "approve-document",
        "filing" => "file-document",
        "withdrawal" => "withdraw-document",
        _ => null,
    };
}
