using System.Collections.Immutable;
using System.Diagnostics;

namespace CsirtFlow.Domain;

/// <summary>How far a notice has come.</summary>
public enum Delivery
{
    [Term("送信待ち", "Waiting to be sent")] Queued,
    [Term("送信を再試行中", "Being sent again")] Retrying,
    [Term("メールを送りました", "Mail sent")] Accepted,
    [Term("メールを送れませんでした", "Mail could not be sent")] Undeliverable,
}

/// <summary>補助の連絡手段: how far a notice has come there, whatever became of its mail.</summary>
/// <param name="At">Of the last attempt.</param>
public sealed record Relay(int Attempts, string LastReply, DateTimeOffset At, bool Sent, DateTimeOffset? NextAttempt);

/// <summary>通知 to one person. The fold of its events.</summary>
public sealed record Notice
{
    public required string Id { get; init; }

    /// <summary>Key of the stream that its events are in.</summary>
    public required string Stream { get; init; }

    public required string Case { get; init; }

    public required string Number { get; init; }

    public NoticeReason Reason { get; init; }

    public required string PersonId { get; init; }

    public required string PersonName { get; init; }

    public required string Address { get; init; }

    public Office Office { get; init; }

    public ImmutableArray<string> Duties { get; init; } = [];

    public string Remark { get; init; } = "";

    /// <summary>119番・指令への影響あり.</summary>
    public bool Emergency { get; init; }

    public Delivery Delivery { get; init; }

    public int Attempts { get; init; }

    public string LastReply { get; init; } = "";

    public required DateTimeOffset QueuedAt { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }

    public DateTimeOffset? NextAttempt { get; init; }

    /// <summary>Null where it has not been passed on.</summary>
    public Relay? Relay { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Neither taken over by the mail server nor confirmed otherwise: somebody may have to act.</summary>
    public bool IsPending => Delivery is not Delivery.Accepted && AcknowledgedAt is null;

    /// <summary>Stream of the notices of one 受付番号: its report, its incident and their documents.</summary>
    public static string Key(string number) => $"notices/{number}";

    /// <summary>The notices of a stream after some of its events.</summary>
    public static ImmutableDictionary<string, Notice> After(ImmutableDictionary<string, Notice> notices, string stream, IEnumerable<NoticeEvent> events) =>
        events.Aggregate(notices, (known, e) => known.SetItem(e.Notice ?? stream, Evolve(known.GetValueOrDefault(e.Notice ?? stream), stream, e)));

    public static Notice Evolve(Notice? notice, string stream, NoticeEvent e) => (notice, e) switch
    {
        (null, NoticeQueued f) => new Notice
        {
            Id = f.Notice ?? stream,
            Stream = stream,
            Case = f.Case,
            Number = f.Number,
            Reason = f.Reason,
            PersonId = f.PersonId,
            PersonName = f.PersonName,
            Address = f.Address,
            Office = f.Office,
            Duties = f.Duties,
            Remark = f.Remark,
            Emergency = f.Emergency,
            QueuedAt = f.At,
        },
        ({ } n, NoticeAccepted f) => n with { Delivery = Delivery.Accepted, Attempts = f.Attempt, LastReply = f.Reply, AcceptedAt = f.At, NextAttempt = null },
        ({ } n, NoticeFailed f) => n with
        {
            Delivery = f.NextAttempt is null ? Delivery.Undeliverable : Delivery.Retrying,
            Attempts = f.Attempt,
            LastReply = f.Reply,
            NextAttempt = f.NextAttempt,
        },
        ({ } n, NoticeRelayed f) => n with { Relay = new(f.Attempt, f.Reply, f.At, Sent: true, NextAttempt: null) },
        ({ } n, NoticeRelayFailed f) => n with { Relay = new(f.Attempt, f.Reply, f.At, Sent: false, f.NextAttempt) },
        ({ } n, NoticeResendOrdered) => n with { Delivery = Delivery.Queued, Attempts = 0, NextAttempt = null },
        ({ } n, NoticeOpened f) => n with { OpenedAt = n.OpenedAt ?? f.At },
        ({ } n, NoticeAcknowledged f) => n with { OpenedAt = n.OpenedAt ?? f.At, AcknowledgedAt = n.AcknowledgedAt ?? f.At },
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow on {(notice is null ? "nothing" : "a notice")} ({e.Notice ?? stream})"),
    };
}
