using System.Diagnostics;

namespace CsirtFlow.Domain;

/// <summary>受信メール: one mail that came to a mailbox of the service, and what has become of it. The fold of its events.</summary>
public sealed record IncomingMail
{
    /// <summary>Stream key, <see cref="Key"/>.</summary>
    public required string Id { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>Bytes.</summary>
    public long Size { get; init; }

    public required string Mailbox { get; init; }

    public required MailHeading Heading { get; init; }

    /// <summary>The same mail that came twice has it twice.</summary>
    public required string Fingerprint { get; init; }

    public MailStanding Standing { get; init; }

    public MailReason? Reason { get; init; }

    /// <summary>受付番号 that it became, joined or names.</summary>
    public string? Number { get; init; }

    public string Detail { get; init; } = "";

    /// <summary>By its words 119番・指令 may be affected.</summary>
    public bool Emergency { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Who filed it or judged it to be no report; null as long as nobody had to.</summary>
    public Actor? DecidedBy { get; init; }

    public string Because { get; init; } = "";

    /// <summary>受付の返信, as far as it has come; null where none is owed.</summary>
    public Delivery? Answer { get; init; }

    public int AnswerAttempts { get; init; }

    public string AnswerReply { get; init; } = "";

    public DateTimeOffset? AnsweredAt { get; init; }

    public DateTimeOffset? NextAttempt { get; init; }

    /// <summary>Number of events; the version a person had on the screen.</summary>
    public long Version { get; init; }

    /// <summary>A person has to say what it is.</summary>
    public bool Waits => Standing == MailStanding.Held;

    /// <summary>It can still become a report or part of one: what was judged once stays so.</summary>
    public bool MayBeFiled => Standing is MailStanding.Held or MailStanding.Kept;

    /// <summary>In place of a 受付番号, for a notice that many mails wait.</summary>
    public const string NoNumber = "incoming-mail";

    public static string Key(string sha256) => $"incoming-mail/{sha256}";

    /// <summary>The fold. Only assignment: no rule, no clock.</summary>
    public static IncomingMail Evolve(IncomingMail? mail, string id, MailEvent e)
    {
        var next = Fold(mail, id, e);
        return next with { Version = next.Version + 1 };
    }

    private static IncomingMail Fold(IncomingMail? mail, string id, MailEvent e) => (mail, e) switch
    {
        (null, MailReceived f) => new IncomingMail
        {
            Id = id,
            Sha256 = f.Sha256,
            Size = f.Size,
            Mailbox = f.Mailbox,
            Heading = f.Heading,
            Fingerprint = f.Fingerprint,
            Standing = f.Standing,
            Reason = f.Reason,
            Number = f.Number,
            Detail = f.Detail,
            Emergency = f.Emergency,
            ReceivedAt = f.Origin.RecordedAt,
            Answer = f.ToAnswer ? Delivery.Queued : null,
        },
        ({ } m, MailTakenAsReport f) => m with { Standing = MailStanding.Report, Number = f.Number, DecidedBy = f.Origin.By, Answer = f.ToAnswer ? Delivery.Queued : null },
        ({ } m, MailAddedToReport f) => m with { Standing = MailStanding.Addition, Number = f.Number, DecidedBy = f.Origin.By },
        ({ } m, MailDismissed f) => m with { Standing = MailStanding.Dismissed, Because = f.Because, DecidedBy = f.Origin.By },
        ({ } m, MailAnswered f) => m with { Answer = Delivery.Accepted, AnswerAttempts = f.Attempt, AnswerReply = f.Reply, AnsweredAt = f.Origin.RecordedAt, NextAttempt = null },
        ({ } m, MailAnswerFailed f) => m with
        {
            Answer = f.NextAttempt is null ? Delivery.Undeliverable : Delivery.Retrying,
            AnswerAttempts = f.Attempt,
            AnswerReply = f.Reply,
            NextAttempt = f.NextAttempt,
        },
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow on {(mail is null ? "nothing" : "a mail")} ({id})"),
    };
}
