using System.Text;
using CsirtFlow.Domain;
using Marten;

namespace CsirtFlow.Api.PersonalData;

/// <summary>What the record says of who sent a mail: sealed before the mail is stored, opened for whoever may see it.</summary>
public sealed class MailHeadings(SubjectSeal seal, PersonalSeal keyed)
{
    private const string Kind = "mail";

    private sealed record Particulars(string Address, string Name, string Subject, string Detail);

    /// <summary>By which mails of one address are known, and nobody's address.</summary>
    public string Mark(string tenant, string address) => keyed.Fingerprint(tenant, "sender", Encoding.UTF8.GetBytes(address));

    /// <summary>The event as it is stored; its key goes into the same transaction.</summary>
    public MailReceived Sealed(IDocumentSession session, MailReceived received)
    {
        var (heading, sender) = (received.Heading, received.Heading.Sender);
        return received with
        {
            Detail = "",
            Heading = heading with
            {
                Subject = "",
                Sender = sender is null ? null : sender with { Address = "", Name = "" },
                SenderMark = sender is null ? null : Mark(session.TenantId, sender.Address),
                Sealed = seal.Sealed(session, IncomingMail.Key(received.Sha256), Kind, new Particulars(sender?.Address ?? "", sender?.Name ?? "", heading.Subject, received.Detail)),
            },
        };
    }

    public async Task<IncomingMail> Opened(string tenant, IncomingMail mail, CancellationToken cancellation) => (await Opened(tenant, [mail], cancellation))[0];

    /// <summary>Those whose key was destroyed come as they are stored.</summary>
    public async Task<IReadOnlyList<IncomingMail>> Opened(string tenant, IReadOnlyList<IncomingMail> mails, CancellationToken cancellation)
    {
        var opened = await seal.Opened<Particulars>(tenant, Kind, mails.Where(m => m.Heading.Sealed is not null).Select(m => (m.Id, m.Heading.Sealed!)), cancellation);
        return [.. mails.Select(m => opened.TryGetValue(m.Id, out var said) ? With(m, said) : m)];
    }

    private static IncomingMail With(IncomingMail mail, Particulars said) => mail with
    {
        Detail = said.Detail,
        Heading = mail.Heading with { Subject = said.Subject, Sender = mail.Heading.Sender is { } sender ? sender with { Address = said.Address, Name = said.Name } : null, Sealed = null },
    };
}
