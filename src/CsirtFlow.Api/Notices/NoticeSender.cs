using System.Collections.Immutable;
using CsirtFlow.Api.Forms;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using CsirtFlow.Notifications;
using CsirtFlow.Notifications.Mail;
using JasperFx;
using Marten;
using Microsoft.Extensions.Options;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace CsirtFlow.Api.Notices;

/// <summary>
/// Hands notices to the mail server and records what became of them. Where a second copy would reach a reader, the outcome of one is recorded before
/// the next is touched, so that a crash repeats at most the one in hand.
/// </summary>
public sealed partial class NoticeSender(Sessions sessions, NoticeList list, OrganisationDirectory directory, FormDirectory forms, NoticeWriter writer, IMailer mailer, SecondChannel channel, IWolverineRuntime messages, IOptions<MailOptions> options, TimeProvider clock, ILogger<NoticeSender> log)
{
    private const int Tries = 5;

    /// <summary>Sends each; what has to be tried again or raised becomes a message.</summary>
    public async Task<OutgoingMessages> Send(IReadOnlyCollection<Notice> notices, Caller caller, CancellationToken cancellation)
    {
        var outgoing = new OutgoingMessages();
        var organisation = await directory.Get(caller.Tenant, cancellation);
        await using var reading = sessions.Read(caller.Tenant);
        var open = notices.Where(n => n.Delivery is not (Delivery.Accepted or Delivery.Undeliverable)).OrderBy(n => n.QueuedAt).ToList();
        var duties = await DutiesOfCases.Read(reading, organisation.Settings, open, cancellation);
        var templates = await forms.Templates(caller.Tenant, cancellation);
        var restrictions = await Restrictions.Now(reading, open.Select(n => n.Case), cancellation);
        var stamped = open.Exists(n => n.Case == RecordHistory.Key) ? await reading.LoadAsync<RecordHistory>(RecordHistory.Key, cancellation) : null;
        var early = open.ToLookup(n => options.Value.IsTooEarly(n.NextAttempt, clock.GetUtcNow()));
        foreach (var notice in early[true]) outgoing.Schedule(new DeliverNotices([notice.Id]), notice.NextAttempt!.Value);

        foreach (var together in early[false].Chunk(mailer.RepeatsHarmlessly ? Math.Max(1, open.Count) : 1))
        {
            var attempts = new List<Attempt>();
            foreach (var notice in together)
                attempts.Add(restrictions.Hides(notice) ? Withheld(notice) : After(await Post(notice, organisation, templates, duties, stamped, cancellation), notice));

            var raised = await Record(attempts, restrictions, organisation, caller, cancellation);
            foreach (var attempt in attempts.Where(a => a.Again is not null)) outgoing.Schedule(new DeliverNotices([attempt.Notice.Id]), attempt.Again!.Value);
            if (!raised.IsEmpty) outgoing.Add(new DeliverNotices(raised));
        }
        return outgoing;
    }

    /// <summary>不達の知らせ (RFC 3464): the mail server had taken the notice over, and later said that it did not arrive. A person is asked to telephone.</summary>
    public async Task<OutgoingMessages> Bounced(string id, string reply, Caller caller, CancellationToken cancellation)
    {
        var outgoing = new OutgoingMessages();
        if (await list.Of(caller.Tenant, [id], cancellation) is not [{ Delivery: Delivery.Accepted, AcknowledgedAt: null } notice]) return outgoing;

        var organisation = await directory.Get(caller.Tenant, cancellation);
        await using var reading = sessions.Read(caller.Tenant);
        var restrictions = await Restrictions.Now(reading, [notice.Case], cancellation);
        var raised = await Record([new Attempt(notice, new NoticeFailed(notice.Attempts, reply, null, clock.GetUtcNow()) { Notice = notice.Id }, null)], restrictions, organisation, caller, cancellation);
        if (!raised.IsEmpty) outgoing.Add(new DeliverNotices(raised));
        return outgoing;
    }

    /// <param name="Again">When to try again, if so.</param>
    private sealed record Attempt(Notice Notice, NoticeEvent Happened, DateTimeOffset? Again)
    {
        public bool GivenUp => Happened is NoticeFailed { Reply: not (WithheldReply or HeldReply) } && Again is null;
    }

    internal const string HeldReply = "復元の前に送られたかもしれないため、送らずに保留しました。";

    internal const string WithheldReply = "閲覧を制限した件のため、送りませんでした。";

    // Made before the restriction (34-2-3), and not to be told by telephone either.
    private Attempt Withheld(Notice notice) => new(notice, new NoticeFailed(notice.Attempts, WithheldReply, null, clock.GetUtcNow()) { Notice = notice.Id }, null);

    private Attempt After(MailOutcome outcome, Notice notice)
    {
        var (now, attempt) = (clock.GetUtcNow(), notice.Attempts + 1);
        if (outcome is Accepted) return new Attempt(notice, new NoticeAccepted(attempt, outcome.Reply, now) { Notice = notice.Id }, null);

        NotDelivered(log, notice.Id, attempt, outcome.Reply);
        DateTimeOffset? again = outcome is Unavailable && attempt <= options.Value.Waits.Count ? now.AddMinutes(options.Value.Waits[attempt - 1]) : null;
        return new Attempt(notice, new NoticeFailed(attempt, outcome.Reply, again, now) { Notice = notice.Id }, again);
    }

    // One notice that cannot be written must not hold up the others, nor be lost in silence.
    private async Task<MailOutcome> Post(Notice notice, Organisation organisation, NoticeTemplates templates, DutiesOfCases duties, RecordHistory? stamped, CancellationToken cancellation)
    {
        Letter letter;
        try
        {
            letter = writer.Write(notice, organisation, templates, duties.Of(notice)) with { File = TokenOf(notice, stamped?.Last) };
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException or NoticeTemplateException)
        {
            return new Refused($"{e.GetType().Name}: {e.Message}");
        }
        return await mailer.SendAsync(letter, cancellation);
    }

    // 時刻認証 goes with the head that it is of.
    private static LetterFile? TokenOf(Notice notice, RecordVerified? verified) =>
        verified is { Timestamp.Token: { } token } && notice.Case == RecordHistory.Key && notice.Remark.Contains(verified.Head, StringComparison.Ordinal) ? new($"timestamp-{RecordHead.Parse(verified.Head)!.Position}.tst", Convert.FromBase64String(token)) : null;

    // The mail is out: whoever opened the page meanwhile must not make it go out again.
    /// <returns>The notices that call for a person, where it was given up.</returns>
    private async Task<ImmutableArray<string>> Record(IReadOnlyList<Attempt> attempts, Restrictions restrictions, Organisation organisation, Caller caller, CancellationToken cancellation)
    {
        var raised = attempts.Where(a => a.GivenUp).SelectMany(a => CallForAPerson(a.Notice, restrictions.Of(a.Notice.Case), organisation, clock.GetUtcNow())).ToList();
        var happened = attempts.Select(a => (a.Notice.Stream, a.Happened)).Concat(raised.Select(n => (n.Stream, (NoticeEvent)n.Event))).ToList();
        for (var attempt = 1; ; attempt++)
        {
            var versions = await list.Versions(caller.Tenant, happened.Select(h => h.Stream), cancellation);
            await using var session = sessions.Open(caller);
            NoticeStreams.Append(session, versions, happened);
            if (channel.For(raised) is { } relay) await new MartenOutbox(messages, session).PublishAsync(relay, new DeliveryOptions { TenantId = caller.Tenant });
            try
            {
                await session.SaveChangesAsync(cancellation);
                return [.. raised.Select(n => n.Id)];
            }
            catch (ConcurrencyException) when (attempt < Tries)
            {
                // Somebody opened the page meanwhile.
            }
        }
    }

    // A failed mail asks the contact point to telephone. Its own failure does not ask again: the queue page shows both.
    private static IEnumerable<PlannedNotice> CallForAPerson(Notice failed, ImmutableArray<string> restrictedTo, Organisation organisation, DateTimeOffset now) =>
        failed.Reason == NoticeReason.MailUndelivered
            ? []
            : from recipient in Holders.ToTell(organisation, Office.ContactPoint, Scope.Section(null), restrictedTo, now)
              where recipient.Person.Id != failed.PersonId
              select new PlannedNotice(NoticeIds.ForFailure(failed.Id, now, recipient.Person.Id), new NoticeQueued(failed.Case, failed.Number, NoticeReason.MailUndelivered, recipient.Person.Id, recipient.Person.Name,
                  recipient.Person.Mail, recipient.Office, failed.Duties, $"{Term.Of(failed.Office)}へのメールを送れませんでした。電話で伝えてください。", failed.Emergency, now));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notice {Notice} was not delivered at attempt {Attempt}: {Reply}")]
    private static partial void NotDelivered(ILogger log, string notice, int attempt, string reply);
}
