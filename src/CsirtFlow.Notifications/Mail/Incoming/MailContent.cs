using CsirtFlow.Domain;
namespace CsirtFlow.Notifications.Mail.Incoming;

/// <summary>
/// 本文と添付: the parts of a mail sorted into text, files and the reports of mail servers. It goes through them with a list of what is still to be read, not by recursion,
/// to at most 50 levels and 500 parts.
/// </summary>
internal sealed class MailContent
{
    private const int Deepest = 50;
    private const int MostParts = 500;
    private const int MostFiles = 20;
    private const int LargestFile = 20_000_000;
    private const int LongestName = 500;

    private readonly Stack<MailPart> unread = new();
    private readonly MailText text = new();
    private int parts;

    public List<MailFile> Files { get; } = [];

    public SortedSet<MailDoubt> Doubts { get; } = [];

    public bool Guessed { get; private set; }

    /// <summary>message/delivery-status (RFC 3464 2.1).</summary>
    public MailPart? DeliveryStatus { get; private set; }

    /// <summary>message/disposition-notification (RFC 8098) is there.</summary>
    public bool IsReceipt { get; private set; }

    /// <summary>The header of the mail that came back: message/rfc822, or text/rfc822-headers (RFC 6522 4).</summary>
    public MailHeaders? Returned { get; private set; }

    public string Text { get; }

    public MailContent(MailPart mail)
    {
        unread.Push(mail);
        while (unread.TryPop(out var part)) Sort(part);

        var (joined, guessed) = text.Join(Doubts);
        (Text, Guessed) = (joined, Guessed || guessed);
        if (Text == "") Doubts.Add(MailDoubt.NoText);
    }

    private void Sort(MailPart part)
    {
        parts++;
        if (part.Headers.Junk || (!part.IsMultipart && part.Type.StartsWith("multipart/", StringComparison.Ordinal))) Doubts.Add(MailDoubt.Damaged);
        if (Protection(part) is { } protection) Doubts.Add(protection);

        if (part.IsMultipart) Open(part);
        else if (part.Type == "message/delivery-status") DeliveryStatus ??= part;
        else if (part.Type is "message/disposition-notification") IsReceipt = true;
        else if (part.Type is "text/rfc822-headers" or "message/rfc822-headers") Returned ??= MailHeaders.Split(part.Content()).Headers;
        else if (IsText(part)) text.Add(part);
        else Keep(part);
    }

    private void Open(MailPart part)
    {
        if (part.Depth >= Deepest)
        {
            Doubts.Add(MailDoubt.TooDeep);
            Doubts.Add(MailDoubt.FilesLeftOut);
            return;
        }

        var (children, more, closed) = part.Children(MostParts - parts - unread.Count);
        if (more) Doubts.Add(MailDoubt.FilesLeftOut);
        if (!closed) Doubts.Add(MailDoubt.Damaged);
        var typeByDefault = part.Type == "multipart/digest" ? "message/rfc822" : "text/plain";
        var alternative = part.Type == "multipart/alternative" ? parts : part.Alternative;
        for (var i = children.Count - 1; i >= 0; i--) unread.Push(MailPart.Of(children[i], typeByDefault, part.Depth + 1, alternative));
    }

    // A mail that is nothing but a named text is still a letter; some programs name the body.
    private static bool IsText(MailPart part) =>
        !part.IsAttached && (part.Depth == 0 || part.Name is null) && (part.Type is "text/plain" or "text/html" || part.Type.StartsWith("multipart/", StringComparison.Ordinal));

    private static MailDoubt? Protection(MailPart part) => part.Type switch
    {
        "multipart/encrypted" => MailDoubt.Encrypted,
        "multipart/signed" => MailDoubt.SignatureUnverified,
        "application/pkcs7-mime" or "application/x-pkcs7-mime" => part.ContentType["smime-type"].ToLowerInvariant() switch
        {
            "signed-data" => MailDoubt.SignatureUnverified,
            "certs-only" => null,
            _ => MailDoubt.Encrypted,
        },
        "application/octet-stream" when part.Name is { } name && name.Text.EndsWith(".p7m", StringComparison.OrdinalIgnoreCase) => MailDoubt.Encrypted,
        _ => null,
    };

    private void Keep(MailPart part)
    {
        var content = part.Content();
        if (part.Type is "message/rfc822" or "message/global") Returned ??= MailHeaders.Split(content).Headers;
        if (Files.Count >= MostFiles || content.Length > LargestFile)
        {
            Doubts.Add(MailDoubt.FilesLeftOut);
            return;
        }

        Guessed |= part.Name is { Guessed: true };
        if (part.Name is { Damaged: true }) Doubts.Add(MailDoubt.Damaged);
        Files.Add(new(MailReader.Cut(Name(part, content), LongestName), part.Type, content));
    }

    private static string Name(MailPart part, byte[] content)
    {
        var given = part.Name?.Text ?? "";
        return part.Type switch
        {
            "message/rfc822" or "message/global" when given.EndsWith(".eml", StringComparison.OrdinalIgnoreCase) => given,
            "message/rfc822" or "message/global" => MailReader.Cut(given != "" ? given : Subject(content), LongestName - 4) + ".eml",
            _ when given != "" => given,
            "text/calendar" => "invite.ics",
            "application/pkcs7-mime" or "application/x-pkcs7-mime" => "smime.p7m",
            "application/pkcs7-signature" or "application/x-pkcs7-signature" => "smime.p7s",
            "application/pgp-signature" => "signature.asc",
            "application/ms-tnef" => "winmail.dat",
            _ => "",
        };
    }

    private static string Subject(byte[] mail) => MailHeaders.Split(mail).Headers.Text("subject") is { Length: > 0 } subject ? subject : "message";
}
