using CsirtFlow.Notifications.Mail.Incoming;

namespace CsirtFlow.Notifications.Tests.Incoming;

/// <summary>What every mail keeps to, whatever came in.</summary>
internal static class Storable
{
    public static void Check(ReadMail mail)
    {
        foreach (var line in Lines(mail)) Assert.True(CleanText.OneLine(line) == line.Trim(' ') && line.Length <= 4000, line);
        Assert.True(mail.Text.Length <= 100_000 && CleanText.Lines(mail.Text) == mail.Text, mail.Text);
        Assert.True(mail.MessageId.Length <= 500 && mail.Subject.Length <= 500);
        Assert.True(mail.Files.Length <= 20 && mail.Files.All(file => file.Content.Length <= 20_000_000 && file.Name.Length <= 500));
        Assert.True(mail.From.Length <= 100 && mail.References.Length <= 50 && mail.AuthenticationResults.Length <= 20);
        Assert.Equal(mail.Doubts.Distinct().Order(), mail.Doubts);
    }

    private static IEnumerable<string> Lines(ReadMail mail) =>
    [
        mail.MessageId, mail.Subject, .. mail.References, .. mail.AuthenticationResults,
        .. mail.From.SelectMany(one => new[] { one.Name, one.Address }),
        .. mail.Files.SelectMany(file => new[] { file.Name, file.ContentType }),
        .. mail.Bounce is { } bounce ? new[] { bounce.OriginalMessageId, bounce.Recipient, bounce.Status, bounce.Diagnostic } : [],
    ];
}
