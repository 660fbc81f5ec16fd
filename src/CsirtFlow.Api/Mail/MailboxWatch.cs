using CsirtFlow.Api.Platform;
using CsirtFlow.Notifications.Mail.Incoming;
using Medallion.Threading.Postgres;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CsirtFlow.Api.Mail;

/// <summary>受信箱の見張り: one node looks into each mailbox, waits for new mail, and begins anew after whatever has gone wrong.</summary>
public sealed partial class MailboxWatch(IReadOnlyList<MailboxOptions> mailboxes, IConfiguration configuration, AccessTokens tokens, MailboxSweep sweep, MailboxStates states, Tenants tenants, TimeProvider clock, ILogger<MailboxWatch> log) : BackgroundService
{
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(5);

    // Then everything is looked at again: what the server has refused to hand out, and what has come with a lower UID than it should.
    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(1);

    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    // While the lock is watched, its session sleeps in a query: PostgreSQL would notice the death of the node, and of the line to it, when that ends, a minute or more later.
    private const string NoticesDeath = "-c client_connection_check_interval=2000 -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(mailboxes.Select(m => Watch(m, stoppingToken)));

    private async Task Watch(MailboxOptions mailbox, CancellationToken stopping)
    {
        var tenant = mailbox.Organisation.Length > 0 ? mailbox.Organisation : tenants.Default;
        var failures = 0;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await Alone(tenant, mailbox, () => failures = 0, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Failed(log, e, mailbox.Name);
                await Note(tenant, mailbox, e, stopping);
            }
            await Pause(Waits[Math.Min(failures++, Waits.Length - 1)], stopping);
        }
    }

    // The lock is a database session's: it ends with the node that holds it.
    private async Task Alone(string tenant, MailboxOptions mailbox, Action succeeded, CancellationToken stopping)
    {
        var key = new PostgresAdvisoryLockKey($"csirtflow mailbox {tenant} {mailbox.Place}", allowHashing: true);
        var turn = new PostgresDistributedLock(key, new NpgsqlConnectionStringBuilder(configuration.GetConnectionString(EventStore.ConnectionName)!) { Options = NoticesDeath }.ConnectionString);
        await using var mine = await turn.AcquireAsync(timeout: null, stopping);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, mine.HandleLostToken);
        try
        {
            await sweep.Left(tenant, mailbox, null, ending.Token);
            await using var box = await ImapMailbox.OpenAsync(mailbox.Settings, await tokens.For(mailbox, ending.Token), ending.Token);
            var (seen, withheld) = await sweep.All(tenant, mailbox, box, ending.Token);
            for (var begun = clock.GetTimestamp(); clock.GetElapsedTime(begun) < LongestSession;)
            {
                await sweep.Left(tenant, mailbox, box, ending.Token);
                if (withheld == 0) await states.Contacted(tenant, mailbox.Name, ending.Token);
                else await states.Failed(tenant, mailbox.Name, $"The server does not hand out {withheld} of the mails.", ending.Token);
                succeeded();
                await Wait(mailbox, box, ending.Token);
                (seen, var more) = await sweep.Since(seen, tenant, mailbox, box, ending.Token);
                withheld += more;
            }
        }
        catch (OperationCanceledException e) when (!stopping.IsCancellationRequested)
        {
            throw new MailboxException("The lock on the mailbox was lost.", e);
        }
    }

    private async Task Wait(MailboxOptions mailbox, ImapMailbox box, CancellationToken cancellation)
    {
        if (box.CanWait)
        {
            await box.WaitAsync(LongestIdle, cancellation);
            return;
        }

        await Pause(TimeSpan.FromSeconds(mailbox.PollSeconds), cancellation);
        await box.CheckAsync(cancellation);
    }

    // What keeps a mailbox from being read may keep the database from being written.
    private async Task Note(string tenant, MailboxOptions mailbox, Exception e, CancellationToken stopping)
    {
        try
        {
            await states.Failed(tenant, mailbox.Name, MailReading.Brief(e.Message), stopping);
        }
        catch (Exception unwritten) when (unwritten is not OperationCanceledException)
        {
            Failed(log, unwritten, mailbox.Name);
        }
    }

    private Task Pause(TimeSpan time, CancellationToken cancellation) => Task.Delay(time, clock, cancellation);

    [LoggerMessage(Level = LogLevel.Error, Message = "The mailbox {Mailbox} cannot be read; it is tried again")]
    private static partial void Failed(ILogger log, Exception e, string mailbox);
}
