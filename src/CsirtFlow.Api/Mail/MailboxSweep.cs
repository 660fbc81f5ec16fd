using CsirtFlow.Notifications.Mail.Incoming;

namespace CsirtFlow.Api.Mail;

/// <summary>受信箱を読む: stores each mail, takes it, then marks it. Whatever ends it in the middle, the next one goes on there; one bad mail holds up no other.</summary>
public sealed partial class MailboxSweep(MailStore store, MailIntake intake, ILogger<MailboxSweep> log)
{
    /// <summary>Takes what was stored before a crash. The mailbox need not answer for it, nor have the mail still.</summary>
    public async Task Left(string tenant, MailboxOptions mailbox, CancellationToken cancellation)
    {
        foreach (var (place, sha256) in await store.Left(tenant, mailbox.Name, cancellation)) await IsTaken(place, mailbox, sha256, cancellation);
    }

    /// <summary>Looks at every mail of the mailbox.</summary>
    /// <returns>The highest UID that was seen.</returns>
    public async Task<uint> All(string tenant, MailboxOptions mailbox, ImapMailbox box, CancellationToken cancellation)
    {
        var done = await store.Done(tenant, mailbox.Name, box.UidValidity, cancellation);
        var uids = await box.ListAsync(0, cancellation);
        foreach (var uid in uids.Where(u => !done.Contains(u))) await Fetch(new(tenant, mailbox.Name, box.UidValidity, uid), mailbox, box, cancellation);
        // What is in the mailbox no longer needs no mark.
        foreach (var (place, sha256) in await store.Left(tenant, mailbox.Name, cancellation))
            if (await IsTaken(place, mailbox, sha256, cancellation)) await store.MarkDone(place, cancellation);
        return uids.Count > 0 ? uids[^1] : 0;
    }

    /// <summary>Looks at what has come since.</summary>
    public async Task<uint> Since(uint seen, string tenant, MailboxOptions mailbox, ImapMailbox box, CancellationToken cancellation)
    {
        var uids = await box.ListAsync(seen, cancellation);
        foreach (var uid in uids) await Fetch(new(tenant, mailbox.Name, box.UidValidity, uid), mailbox, box, cancellation);
        return uids.Count > 0 ? uids[^1] : seen;
    }

    private async Task Fetch(MailPlace place, MailboxOptions mailbox, ImapMailbox box, CancellationToken cancellation)
    {
        if (await box.FetchAsync(place.Uid, MailIntake.LargestMail, cancellation) is not { } raw) return;

        if (!await IsTaken(place, mailbox, await store.Keep(place, raw, cancellation), cancellation)) return;

        await box.MarkAsync(place.Uid, cancellation);
        await store.MarkDone(place, cancellation);
    }

    // One that could not be taken is tried again with the next connection; the others go in meanwhile.
    private async Task<bool> IsTaken(MailPlace place, MailboxOptions mailbox, string sha256, CancellationToken cancellation)
    {
        try
        {
            await intake.Take(place.Tenant, mailbox, sha256, cancellation);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException && !Outage.Is(e))
        {
            NotTaken(log, e, sha256, place.Mailbox, place.Uid);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Mail} ({Mailbox}, UID {Uid}) is stored but could not be taken")]
    private static partial void NotTaken(ILogger log, Exception e, string mail, string mailbox, uint uid);
}
