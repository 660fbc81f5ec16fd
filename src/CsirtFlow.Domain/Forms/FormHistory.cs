using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace CsirtFlow.Domain;

/// <summary>改定案, and after its approval a version.</summary>
/// <param name="Number">Version number, going on from the product's.</param>
/// <param name="Text">A form as JSON, or a template.</param>
/// <param name="Source">What it rests on, or what its labels were compared with.</param>
public sealed record FormRevision(string Title, int Number, string Text, string Reason, string Source, Actor ProposedBy, DateTimeOffset ProposedAt)
{
    /// <summary>Everybody who proposed since the last version: none of them may approve it.</summary>
    public ImmutableArray<string> Proposers { get; init; } = [];

    /// <summary>Why it was returned; empty while it awaits approval.</summary>
    public string ReturnedBecause { get; init; } = "";

    public Actor? ApprovedBy { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Hash of exactly this text: what an approval is given for. SHA-256, lower-case hexadecimal.</summary>
    public string Content => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    public bool AwaitsApproval => ApprovedAt is null && ReturnedBecause.Length == 0;
}

/// <summary>様式・ひな形の改定の経過: the versions that two persons made of one form or template, and the one that is proposed. The fold of its events.</summary>
public sealed record FormHistory(string Id)
{
    /// <summary>Longest text of a form or template, in characters.</summary>
    public const int LongestText = 60_000;

    /// <summary>Oldest first; none is ever taken away, because documents keep theirs.</summary>
    public ImmutableArray<FormRevision> Approved { get; init; } = [];

    public FormRevision? Proposal { get; init; }

    public long Version { get; init; }

    /// <summary><c>form/ppc-preliminary</c>.</summary>
    public static string FormKey(string id) => $"form/{id}";

    /// <summary><c>template/overdue</c>.</summary>
    public static string TemplateKey(string name) => $"template/{name}";

    public bool IsTemplate => Id.StartsWith("template/", StringComparison.Ordinal);

    /// <summary>Id of the form, name of the template.</summary>
    public string Name => Id[(Id.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>The fold. Only assignment: no rule, no clock.</summary>
    public static FormHistory Evolve(FormHistory? history, string id, FormEvent e) =>
        Fold(history ?? new(id), e) with { Version = (history?.Version ?? 0) + 1 };

    private static FormHistory Fold(FormHistory h, FormEvent e) => (h.Proposal, e) switch
    {
        (var before, FormRevisionProposed f) => h with
        {
            Proposal = new(f.Title, f.Number, f.Text, f.Reason, f.Source, f.Origin.By, f.Origin.RecordedAt) { Proposers = [.. (before?.Proposers ?? []).Union([f.Origin.By.PersonId])] },
        },
        ({ } p, FormRevisionApproved f) => h with { Approved = h.Approved.Add(p with { ApprovedBy = f.Origin.By, ApprovedAt = f.Origin.RecordedAt }), Proposal = null },
        ({ } p, FormRevisionReturned f) => h with { Proposal = p with { ReturnedBecause = f.Reason } },
        ({ }, FormRevisionWithdrawn) => h with { Proposal = null },
        _ => throw new InvalidOperationException($"{e.GetType().Name} cannot happen without a proposal."),
    };
}
