using MimeKit;

namespace CsirtFlow.Notifications.Mail;

/// <summary>送信箱の1通, as a person reads it.</summary>
public sealed record EmlLetter(string Id, string ToName, string ToAddress, string Subject, DateTimeOffset Date, string Text);

/// <summary>送信箱を見る: reads what <see cref="PickupMailer"/> wrote, for a page of the development environment.</summary>
public sealed class EmlFolder(string directory)
{
    /// <summary>All letters, newest first. Files that are no mail, or vanish meanwhile, are left out.</summary>
    public IReadOnlyList<EmlLetter> List()
    {
        if (!Directory.Exists(directory)) return [];

        return [.. Directory.EnumerateFiles(directory, "*.eml").Select(Read).OfType<EmlLetter>()
            .OrderByDescending(letter => letter.Date).ThenBy(letter => letter.Id, StringComparer.Ordinal)];
    }

    /// <summary>One letter by its Message-ID without brackets; null if there is none, or if the id is none.</summary>
    public EmlLetter? Find(string id) => MessageIds.IsValid(id) ? Read(Path.Combine(directory, id + ".eml")) : null;

    private static EmlLetter? Read(string path)
    {
        try
        {
            using var message = MimeMessage.Load(path);
            var to = message.To.Mailboxes.FirstOrDefault();
            return new EmlLetter(Path.GetFileNameWithoutExtension(path), to?.Name ?? "", to?.Address ?? "", message.Subject ?? "", message.Date, message.TextBody ?? "");
        }
        catch (Exception e) when (e is IOException or FormatException or UnauthorizedAccessException) { return null; }
    }
}
