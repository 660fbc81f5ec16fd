using System.Text.Json;
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

/// <summary>What the gateway is told: nothing of the report itself (22-7, 34-15-3).</summary>
/// <param name="Text">The subject of the letter.</param>
/// <param name="At">When the notice was made.</param>
public sealed record RelayedNotice(string Id, string Number, NoticeReason Reason, Office Office, string PersonId, string PersonName, bool Emergency, string Text, string Link, DateTimeOffset At, bool Drill);

/// <summary>Passes notices to the 補助の連絡手段 and records what became of them, together: a receiver knows a repeated call by its id.</summary>
public sealed partial class NoticeRelay(Sessions sessions, NoticeList list, OrganisationDirectory directory, FormDirectory forms, NoticeWriter writer, SecondChannel channel, IWolverineRuntime messages, IOptions<MailOptions> mail, TimeProvider clock, ILogger<NoticeRelay> log)
{
    private const int Tries = 10;
    private const int AtOnce = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private static readonly RelayOutcome Withheld = new(false, NoticeSender.WithheldReply, Final: true);
    private static readonly RelayOutcome Held = new(false, NoticeSender.HeldReply, Final: true);

    public async Task Pass(RelayNotices message, string tenant, CancellationToken cancellation)
    {
        if (!channel.IsConfigured) return;

        var organisation = await directory.Get(tenant, cancellation);
        await using var reading = sessions.Read(tenant);
        var open = (await list.Of(tenant, [.. message.Notices], cancellation)).Where(n => IsAt(message.Attempt, n)).ToList();
        var duties = await DutiesOfCases.Read(reading, organisation.Settings, open, cancellation);
        var templates = await forms.Templates(tenant, cancellation);
        var restrictions = await Restrictions.Now(reading, open.Select(n => n.Case), cancellation);

        var outcomes = new List<(Notice Notice, RelayOutcome Outcome)>();
        foreach (var together in open.Chunk(AtOnce))
            outcomes.AddRange(await Task.WhenAll(together.Select(async n => (n, restrictions.Hides(n) ? Withheld : mail.Value.Hold ? Held : await Call(n, organisation, templates, duties, cancellation)))));

        foreach (var (notice, outcome) in outcomes.Where(o => !o.Outcome.Taken)) NotRelayed(log, notice.Id, message.Attempt, outcome.Reply);
        var now = clock.GetUtcNow();
        await Record([.. outcomes.Select(o => (o.Notice, After(o.Outcome, o.Notice.Id, message.Attempt, now)))], message.Attempt, Caller.Clock(tenant), cancellation);
    }

    private static bool IsAt(int attempt, Notice notice) => notice.Relay is { } relay ? relay is { Sent: false, NextAttempt: not null } && relay.Attempts == attempt - 1 : attempt == 1;

    private NoticeEvent After(RelayOutcome outcome, string notice, int attempt, DateTimeOffset now) => outcome.Taken
        ? new NoticeRelayed(attempt, outcome.Reply, now) { Notice = notice }
        : new NoticeRelayFailed(attempt, outcome.Reply, !outcome.Final && attempt <= mail.Value.Waits.Count ? now.AddMinutes(mail.Value.Waits[attempt - 1]) : null, now) { Notice = notice };

    private async Task<RelayOutcome> Call(Notice notice, Organisation organisation, NoticeTemplates templates, DutiesOfCases duties, CancellationToken cancellation)
    {
        Letter letter;
        try
        {
            letter = writer.Write(notice, organisation, templates, duties.Of(notice));
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException or NoticeTemplateException)
        {
            return new(false, e.GetType().Name, Final: true);
        }
        var id = StandardWebhook.Id(organisation.Id, notice.Id);
        var relayed = new RelayedNotice(id, notice.Number, notice.Reason, notice.Office, notice.PersonId, notice.PersonName, notice.Emergency, letter.MarkedSubject, letter.Link, notice.QueuedAt, letter.Drill);
        return await channel.Post(id, JsonSerializer.SerializeToUtf8Bytes(relayed, Json.Strict), cancellation);
    }

    // The mails of the same notices write into the same stream, and they go first.
    private async Task Record(IReadOnlyList<(Notice Notice, NoticeEvent Event)> happened, int attempt, Caller caller, CancellationToken cancellation)
    {
        for (var tried = 1; ; tried++)
        {
            var versions = await list.Versions(caller.Tenant, happened.Select(h => h.Notice.Stream), cancellation);
            var open = (await list.Of(caller.Tenant, [.. happened.Select(h => h.Notice.Id)], cancellation)).Where(n => IsAt(attempt, n)).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
            var fresh = happened.Where(h => open.Contains(h.Notice.Id)).ToList();
            if (fresh.Count == 0) return;

            await using var session = sessions.Open(caller);
            NoticeStreams.Append(session, versions, fresh.Select(h => (h.Notice.Stream, h.Event)));
            // The next attempt is arranged with the record of this one, or neither is.
            var outbox = new MartenOutbox(messages, session);
            foreach (var again in fresh.Select(h => h.Event).OfType<NoticeRelayFailed>().Where(f => f.NextAttempt is not null).GroupBy(f => f.NextAttempt!.Value, f => f.Notice!))
                await outbox.PublishAsync(new RelayNotices([.. again], attempt + 1), new DeliveryOptions { TenantId = caller.Tenant, ScheduledTime = again.Key });
            try
            {
                await session.SaveChangesAsync(cancellation);
                return;
            }
            catch (ConcurrencyException) when (tried < Tries)
            {
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notice {Notice} was not passed to the second channel at attempt {Attempt}: {Reply}")]
    private static partial void NotRelayed(ILogger log, string notice, int attempt, string reply);
}
