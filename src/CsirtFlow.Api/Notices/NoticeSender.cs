using System.Collections.Immutable;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using CsirtFlow.Notifications.Mail;
using JasperFx;
using Marten;
using Microsoft.Extensions.Options;
using Wolverine;

namespace CsirtFlow.Api.Notices;

/// <summary>Hands one notice to the mail server and records the outcome before the next is touched, so that a crash repeats at most the one in hand.</summary>
public sealed partial class NoticeSender(Sessions sessions, OrganisationDirectory directory, NoticeWriter writer, IMailer mailer, IOptions<MailOptions> options, TimeProvider clock, ILogger<NoticeSender> log)
{
    private const int Tries = 5;

    /// <summary>Sends each; what has to be tried again or raised becomes a message.</summary>
    public async Task<OutgoingMessages> Send(IReadOnlyCollection<string> ids, Caller caller, CancellationToken cancellation)
    {
        var outgoing = new OutgoingMessages();
        var organisation = await directory.Get(caller.Tenant, cancellation);
        await using var reading = sessions.Read(caller.Tenant);
        var duties = new DutiesOfCases(reading, organisation.Settings);
        foreach (var notice in (await reading.LoadManyAsync<Notice>(cancellation, ids)).OrderBy(n => n.QueuedAt))
        {
            if (notice.Delivery is Delivery.Accepted or Delivery.Undeliverable) continue;

            var (again, raised) = notice.NextAttempt is { } planned && planned > clock.GetUtcNow()
                ? (planned, [])
                : await Send(notice, organisation, duties, caller, cancellation);
            if (again is { } at) outgoing.Schedule(new DeliverNotices([notice.Id]), at);
            if (!raised.IsEmpty) outgoing.Add(new DeliverNotices(raised));
        }
        return outgoing;
    }

    /// <returns>When to try again, if so; and the notices that call for a person, once it is given up.</returns>
    private async Task<(DateTimeOffset? Again, ImmutableArray<string> Raised)> Send(Notice notice, Organisation organisation, DutiesOfCases duties, Caller caller, CancellationToken cancellation)
    {
        var outcome = await Post(notice, organisation, duties, cancellation);
        var (now, attempt) = (clock.GetUtcNow(), notice.Attempts + 1);
        DateTimeOffset? again = outcome is Unavailable && attempt <= options.Value.Waits.Count ? now.AddMinutes(options.Value.Waits[attempt - 1]) : null;
        var givenUp = outcome is not Accepted && again is null;
        NoticeEvent happened = outcome is Accepted ? new NoticeAccepted(attempt, outcome.Reply, now) : new NoticeFailed(attempt, outcome.Reply, again, now);

        var raised = await Record(notice, happened, session => givenUp ? CallForAPerson(session, notice, organisation, now) : [], caller, cancellation);
        if (outcome is not Accepted) NotDelivered(log, notice.Id, attempt, outcome.Reply);
        return (again, raised);
    }

    // One notice that cannot be written must not hold up the others, nor be lost in silence.
    private async Task<MailOutcome> Post(Notice notice, Organisation organisation, DutiesOfCases duties, CancellationToken cancellation)
    {
        Letter letter;
        try
        {
            letter = writer.Write(notice, organisation, await duties.Of(notice, cancellation));
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException)
        {
            return new Refused($"{e.GetType().Name}: {e.Message}");
        }
        return await mailer.SendAsync(letter, cancellation);
    }

    // The mail is out: whoever opened the page meanwhile must not make it go out again.
    private async Task<ImmutableArray<string>> Record(Notice notice, NoticeEvent happened, Func<IDocumentSession, ImmutableArray<string>> besides, Caller caller, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var session = sessions.Open(caller);
            var stream = await session.Events.FetchForWriting<Notice>(notice.Id, cancellation);
            stream.AppendOne(happened);
            var raised = besides(session);
            try
            {
                await session.SaveChangesAsync(cancellation);
                return raised;
            }
            catch (ConcurrencyException) when (attempt < Tries)
            {
                continue;
            }
        }
    }

    // A failed mail asks the contact point to telephone. Its own failure does not ask again: the queue page shows both.
    private static ImmutableArray<string> CallForAPerson(IDocumentSession session, Notice failed, Organisation organisation, DateTimeOffset now)
    {
        if (failed.Reason == NoticeReason.MailUndelivered) return [];

        var raised = ImmutableArray.CreateBuilder<string>();
        foreach (var recipient in Holders.ToTell(organisation, Office.ContactPoint, Scope.Section(null), now).Where(r => r.Person.Id != failed.PersonId))
        {
            var id = NoticeIds.ForFailure(failed.Id, recipient.Person.Id);
            session.Events.StartStream<Notice>(id, new NoticeQueued(failed.Case, failed.Number, NoticeReason.MailUndelivered, recipient.Person.Id, recipient.Person.Name,
                recipient.Person.Mail, recipient.Office, failed.Duties, $"{Term.Of(failed.Office)}へのメールを送れませんでした。電話で伝えてください。", failed.Emergency, now));
            raised.Add(id);
        }
        return raised.ToImmutable();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notice {Notice} was not delivered at attempt {Attempt}: {Reply}")]
    private static partial void NotDelivered(ILogger log, string notice, int attempt, string reply);
}
