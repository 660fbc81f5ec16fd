using CsirtFlow.Api.Platform;
using System.Collections.Concurrent;
using CsirtFlow.Notifications.Mail.Incoming;

namespace CsirtFlow.Api.Mail;

/// <summary>受信箱を読む: stores each mail, takes it, then marks it. Whatever ends it in the middle, the next one goes on there; one bad mail holds up no other.</summary>
public sealed partial class MailboxSweep(MailStore store, MailIntake intake, MailboxStates states, ILogger<MailboxSweep> log)
{
    private readonly ConcurrentDictionary<MailPlace, int> broke = new();

    /// <summary>Takes what was stored and not yet dealt with, by a crash or because it could not be taken. The mailbox need not have it still.</summary>
    /// <param name="box">Null where the mailbox does not answer yet: then nothing is marked.</param>
    public async Task Left(string tenant, MailboxOptions mailbox, ImapMailbox? box, CancellationToken cancellation)
    {
        foreach (var stored in await store.Left(tenant, mailbox.Place, cancellation))
        {
            if (!await IsTaken(stored, mailbox, cancellation) || box is null) continue;

            if (stored.Place.UidValidity == box.UidValidity) await Mark(stored.Place, box, cancellation);
            await store.MarkDone(stored.Place, cancellation);
        }
    }

    /// <summary>Looks at every mail of the mailbox.</summary>
    /// <returns>The highest UID that was seen, and how many the server would not hand out.</returns>
    public async Task<(uint Seen, int Withheld)> All(string tenant, MailboxOptions mailbox, ImapMailbox box, CancellationToken cancellation)
    {
        var done = await store.Done(tenant, mailbox.Place, box.UidValidity, cancellation);
        var uids = await box.ListAsync(0, cancellation);
        // What has broken the line before comes last, so that the others go in first.
        var places = uids.Where(u => !done.Contains(u)).Select(u => new MailPlace(tenant, mailbox.Place, box.UidValidity, u)).OrderBy(p => broke.GetValueOrDefault(p)).ToList();
        return (uids.Count > 0 ? uids[^1] : 0, await Fetch(places, mailbox, box, cancellation));
    }

    /// <summary>Looks at what has come since.</summary>
    public async Task<(uint Seen, int Withheld)> Since(uint seen, string tenant, MailboxOptions mailbox, ImapMailbox box, CancellationToken cancellation)
    {
        var uids = await box.ListAsync(seen, cancellation);
        return (uids.Count > 0 ? uids[^1] : seen, await Fetch([.. uids.Select(u => new MailPlace(tenant, mailbox.Place, box.UidValidity, u))], mailbox, box, cancellation));
    }

    private async Task<int> Fetch(IReadOnlyList<MailPlace> places, MailboxOptions mailbox, ImapMailbox box, CancellationToken cancellation)
    {
        var withheld = 0;
        foreach (var place in places)
        {
            try
            {
                await Fetch(place, mailbox, box, cancellation);
            }
            catch (MailboxException e) when (e.Refused)
            {
                withheld++;
                NotHandedOut(log, e, mailbox.Name, place.Uid);
            }
            catch (MailboxException)
            {
                broke.AddOrUpdate(place, 1, (_, times) => times + 1);
                throw;
            }
        }
        return withheld;
    }

    private async Task Fetch(MailPlace place, MailboxOptions mailbox, ImapMailbox box, CancellationToken cancellation)
    {
        if (await box.ArrivedAsync(place.Uid, cancellation) is not { } arrived || await box.FetchAsync(place.Uid, MailIntake.LargestMail, cancellation) is not { } raw) return;

        var old = arrived < await states.Begun(place.Tenant, mailbox.Name, cancellation) - MailboxStates.BeforeBegun;
        if (!await IsTaken(await store.Keep(place, raw, old, cancellation), mailbox, cancellation)) return;

        await Mark(place, box, cancellation);
        await store.MarkDone(place, cancellation);
    }

    // The mark is for people alone; a shared mailbox may not allow it.
    private async Task Mark(MailPlace place, ImapMailbox box, CancellationToken cancellation)
    {
        try
        {
            await box.MarkAsync(place.Uid, cancellation);
        }
        catch (MailboxException e) when (e.Refused)
        {
            NotMarked(log, e, place.Mailbox, place.Uid);
        }
    }

    // One that could not be taken is tried again; the others go in meanwhile.
    private async Task<bool> IsTaken(StoredMail stored, MailboxOptions mailbox, CancellationToken cancellation)
    {
        try
        {
            await intake.Take(stored.Place.Tenant, mailbox, stored.Sha256, stored.Old, cancellation);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException && !Outage.Is(e))
        {
            NotTaken(log, e, stored.Sha256, mailbox.Name, stored.Place.Uid);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Mail} ({Mailbox}, UID {Uid}) is stored but could not be taken; it is tried again")]
    private static partial void NotTaken(ILogger log, Exception e, string mail, string mailbox, uint uid);

    [LoggerMessage(Level = LogLevel.Error, Message = "The server of {Mailbox} does not hand out the mail of UID {Uid}; it is asked again")]
    private static partial void NotHandedOut(ILogger log, Exception e, string mailbox, uint uid);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The server of {Mailbox} does not mark UID {Uid} as read")]
    private static partial void NotMarked(ILogger log, Exception e, string mailbox, uint uid);
}
