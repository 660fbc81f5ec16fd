using System.Collections.Immutable;
using System.Text;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Marten;
using Npgsql;

namespace CsirtFlow.Api.PersonalData;

/// <summary>What the record says of who sent a mail: sealed before the mail is stored, opened for whoever may see it.</summary>
public sealed partial class MailHeadings(PersonalSeal seal, NpgsqlDataSource source, ILogger<MailHeadings> log)
{
    private const string Kind = "mail";

    private sealed record Particulars(string Address, string Name, string Subject, string Detail);

    /// <summary>By which mails of one address are known, and nobody's address.</summary>
    public string Mark(string tenant, string address) => seal.Fingerprint(tenant, "sender", Encoding.UTF8.GetBytes(address));

    /// <summary>The event as it is stored; its key goes into the same transaction.</summary>
    public MailReceived Sealed(IDocumentSession session, MailReceived received)
    {
        var (subject, heading) = (IncomingMail.Key(received.Sha256), received.Heading);
        var box = seal.Seal(session.TenantId, subject, Kind, new Particulars(heading.Sender?.Address ?? "", heading.Sender?.Name ?? "", heading.Subject, received.Detail));
        SubjectKeys.Keep(session, subject, box.Key);
        return received with
        {
            Detail = "",
            Heading = heading with
            {
                Subject = "",
                Sender = heading.Sender is { } sender ? sender with { Address = "", Name = "" } : null,
                SenderMark = heading.Sender is { } of ? Mark(session.TenantId, of.Address) : null,
                Sealed = Convert.ToBase64String(box.Content),
            },
        };
    }

    public async Task<IncomingMail> Opened(string tenant, IncomingMail mail, CancellationToken cancellation) => (await Opened(tenant, [mail], cancellation))[0];

    /// <summary>Those whose key was destroyed come as they are stored.</summary>
    public async Task<IReadOnlyList<IncomingMail>> Opened(string tenant, IReadOnlyList<IncomingMail> mails, CancellationToken cancellation)
    {
        var keys = await SubjectKeys.Load(source, tenant, [.. mails.Where(m => m.Heading.Sealed is not null).Select(m => m.Id)], cancellation);
        return [.. mails.Select(m => keys.TryGetValue(m.Id, out var key) ? Opened(tenant, m, key) : m)];
    }

    private IncomingMail Opened(string tenant, IncomingMail mail, byte[] key)
    {
        try
        {
            var opened = seal.Open<Particulars>(tenant, mail.Id, Kind, new(key, Convert.FromBase64String(mail.Heading.Sealed!)));
            return mail with
            {
                Detail = opened.Detail,
                Heading = mail.Heading with { Subject = opened.Subject, Sender = mail.Heading.Sender is { } sender ? sender with { Address = opened.Address, Name = opened.Name } : null, Sealed = null },
            };
        }
        catch (BadRequestException e)
        {
            NotOpened(log, e, mail.Id);
            return mail;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Who sent {Mail} could not be opened")]
    private static partial void NotOpened(ILogger log, Exception e, string mail);
}
