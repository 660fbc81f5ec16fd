using static CsirtFlow.Domain.MailDoubt;

namespace CsirtFlow.Notifications.Tests.Incoming;

/// <summary>部分と入れ子.</summary>
public static partial class SampleMails
{
    private const string Alternative = Head + "Content-Type: multipart/alternative; boundary=b1\n\n--b1\nContent-Type: text/plain\n\nthe text\n--b1\nContent-Type: text/html\n\n<p>the page</p>\n--b1--\n";

    private static SampleMail[] Structures =>
    [
        Sample("text and HTML", new(Text: "the text", Files: ""), Alternative),
        Sample("an empty text and HTML", new(Text: "the page", Files: ""), Alternative.Replace("the text", " ", StringComparison.Ordinal)),
        Sample("HTML alone, with everything bad", new(Text: "こんにちは 図 ここ <https://example.invalid/a> 押す", Files: ""), Head, "Content-Type: text/html; charset=utf-8\n\n",
            "<html><head><title>x</title><meta http-equiv=refresh content='0;url=https://example.invalid'><style>p{background:url(https://example.invalid/c)}</style></head><body onload=alert(1)>こんにちは<script>alert(1)</script> <img src=https://example.invalid/pixel alt=図> <a href='https://example.invalid/a'>ここ</a> <a href='javascript:alert(1)'>押す</a><svg onload=alert(1)></svg></body></html>\n"),
        Sample("several text parts", new(Text: "one\n\ntwo"), Head, "Content-Type: multipart/mixed; boundary=b1\n\n--b1\n\none\n--b1\nContent-Type: text/plain\n\ntwo\n--b1--\n"),
        Sample("a text that is a file", new(Text: "hello", Files: "log.txt (text/plain, 3)"), Mixed, "Content-Type: text/plain; name=log.txt\nContent-Disposition: attachment\n\nlog\n--b1--\n"),
        Sample("a letter that has a name", new(Text: "hello", Files: ""), Head, "Content-Type: text/plain; name=body.txt\n\nhello\n"),
        Sample("no text at all", new(Text: "", Doubts: [NoText]), Head, "\n"),
        Sample("a forwarded mail as file", new(Text: "hello", Files: "Re: 不審なメール.eml (message/rfc822, 36)"), Mixed, "Content-Type: message/rfc822\n\nSubject: Re: 不審なメール\n\nx\n--b1--\n"),
        Sample("winmail.dat, .msg, .ics and a locked ZIP", new(Text: "hello", Files: "winmail.dat (application/ms-tnef, 4); 転送.msg (application/vnd.ms-outlook, 2); invite.ics (text/calendar, 43); locked.zip (application/zip, 2)"), Mixed,
            "Content-Type: application/ms-tnef\nContent-Transfer-Encoding: base64\n\neJ8+Ig==\n--b1\nContent-Type: application/vnd.ms-outlook; name*=utf-8''%E8%BB%A2%E9%80%81.msg\n\nxy\n--b1\nContent-Type: text/calendar; method=REQUEST\n\nLOCATION:https://example.invalid/join?x=yyy\n--b1\nContent-Type: application/zip; name=locked.zip\n\nPK\n--b1--\n"),
        Sample("a picture within the page", new(Text: "see", Files: "logo.png (image/png, 2)"), Head, "Content-Type: multipart/related; boundary=b1\n\n--b1\nContent-Type: text/html\n\nsee<img src=cid:1>\n--b1\nContent-Type: image/png; name=logo.png\nContent-ID: <1>\nContent-Disposition: inline\n\nxy\n--b1--\n"),
        Sample("a boundary that nobody closed", new(Text: "hello", Files: "x.bin (application/octet-stream, 4)", Doubts: [Damaged]), Mixed, "Content-Type: application/octet-stream; name=x.bin\n\nxy\n"),
        Sample("no boundary", new(Text: "--b1\n\nhello", Files: "", Doubts: [Damaged]), Head, "Content-Type: multipart/mixed\n\n--b1\n\nhello\n"),
        Sample("a boundary that begins like another", new(Text: "hello\n\ninner", Files: ""), Mixed, "Content-Type: multipart/mixed; boundary=b12\n\n--b12\n\ninner\n--b12--\n--b1--\n"),
        Sample("broken base64", new(Text: "hello"), Head, "Content-Transfer-Encoding: base64\n\naGVs!!bG8=\n"),
        Sample("a digest", new(Text: "hello", Files: "one.eml (message/rfc822, 17)"), Mixed, "Content-Type: multipart/digest; boundary=b2\n\n--b2\n\nSubject: one\n\nx\n--b2--\n--b1--\n"),
        Sample("a text of 200,000 characters", new(Text: new string('あ', 100_000), Doubts: [TextCut]), Head, "Content-Type: text/plain; charset=utf-8\n\n", new string('あ', 200_000), "\n"),
        Sample("a text of 2 MB in quoted-printable", new(Text: new string('あ', 100_000), Doubts: [TextCut]), Head, "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n", string.Concat(Enumerable.Repeat("=E3=81=82", 222_222)), "\n"),
        new("25 files", () => Bytes(Mixed, string.Join("--b1\n", Enumerable.Range(0, 25).Select(n => $"Content-Type: application/pdf; name=f{n}.pdf\n\nxy\n")), "--b1--\n"),
            new(Text: "hello", Files: string.Join("; ", Enumerable.Range(0, 20).Select(n => $"f{n}.pdf (application/pdf, 2)")), Doubts: [FilesLeftOut])),
        new("a file of 21 MB", () => Bytes(Mixed, "Content-Type: application/pdf; name=large.pdf\n\n", new byte[21_000_000], "\n--b1--\n"), new(Text: "hello", Files: "", Doubts: [FilesLeftOut])),
        new("10,000 levels", () => Bytes(Head, string.Concat(Enumerable.Range(0, 10_000).Select(n => $"Content-Type: multipart/mixed; boundary=b{n}x\n\n--b{n}x\n")), "\nhello\n"), new(Text: "", Doubts: [NoText, FilesLeftOut, TooDeep, Damaged])),
        new("10,000 parts", () => Bytes(Mixed, string.Join("--b1\n", Enumerable.Repeat("Content-Type: application/pdf\n\nxy\n", 9_999)), "--b1--\n"), new(Text: "hello", Doubts: [FilesLeftOut])),
        new("five million empty parts", () => Bytes(Mixed, string.Concat(Enumerable.Repeat("--b1\n", 5_000_000)), "--b1--\n"), new(Text: "hello", Doubts: [FilesLeftOut])),
    ];
}
