using CsirtFlow.Domain;
using System.IO.Compression;
using CsirtFlow.Notifications.Mail.Incoming;

namespace CsirtFlow.Notifications.Tests.Incoming;

/// <summary>メールでないもの.</summary>
public static partial class SampleMails
{
    private static MailReading NotRead => new("", "", "", "", "", "", "", MailNature.NotMail, NoAnswer: true, Doubts: MailDoubt.NotMail);

    private static SampleMail[] NotMails =>
    [
        Sample("nothing", NotRead, ""),
        Sample("a blank line", NotRead, "\n"),
        Sample("JSON", NotRead, "{}"),
        Sample("a sentence", NotRead, "不審なメールが届きました。\n"),
        Sample("fields of another kind", NotRead, "Host: example.jp\nAccept: */*\n\n"),
        Sample("a page", NotRead, "<!DOCTYPE html>\n<html>From: x</html>\n"),
        new("a ZIP", Zip, NotRead),
        new("random bytes", () =>
        {
            var bytes = new byte[100_000];
            new Random(20260706).NextBytes(bytes);
            return bytes;
        }, NotRead),
    ];

    private static byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        using (var entry = new StreamWriter(zip.CreateEntry("From: x").Open()))
            entry.Write("Subject: x");
        return bytes.ToArray();
    }
}
