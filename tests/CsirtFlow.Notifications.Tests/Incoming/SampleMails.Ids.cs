using static CsirtFlow.Domain.MailDoubt;

namespace CsirtFlow.Notifications.Tests.Incoming;

/// <summary>メッセージIDと見出し.</summary>
public static partial class SampleMails
{
    private static SampleMail[] Ids =>
    [
        Sample("no Message-ID", new(MessageId: ""), From, "Subject: test\n\nhello\n"),
        Sample("a Message-ID of 2,000 characters", new(MessageId: ""), From, $"Message-ID: <{new string('a', 2000)}@example.jp>\nSubject: test\n\nhello\n"),
        Sample("a Message-ID without brackets", new(MessageId: "a1@example.jp"), From, "Message-ID: a1@example.jp\nSubject: test\n\nhello\n"),
        Sample("a Message-ID folded in the middle", new(MessageId: "a1long@example.jp"), From, "Message-ID: <a1\n long@example.jp>\nSubject: test\n\nhello\n"),
        Sample("a bare CR in the Message-ID", new("test", MessageId: "a1X-Evil:yes@example.jp"), From, "Message-ID: <a1\rX-Evil: yes@example.jp>\nSubject: test\n\nhello\n"),
        Sample("a line that is no field", new("test", "hello", MessageId: "a1@example.jp", Doubts: [Damaged]), From, "Message-ID: <a1@example.jp>\nthis is no field\nSubject: test\n\nhello\n"),
        Sample("an answer in a thread", new(References: "m3@example.jp m1@example.jp m2@example.jp"), Head, "In-Reply-To: <m3@example.jp>\nReferences: <m1@example.jp>\n <m2@example.jp> <m3@example.jp>\n\nhello\n"),
        Sample("an answer in the words of an old program", new(References: "m3@example.jp"), Head, "In-Reply-To: Your message of Mon, 6 Jul <m3@example.jp>\n\nhello\n"),
        Sample("200 references", new(References: string.Join(' ', Enumerable.Range(150, 50).Select(n => $"m{n}@example.jp"))), Head, "References: ", string.Join("\n ", Enumerable.Range(0, 200).Select(n => $"<m{n}@example.jp>")), "\n\nhello\n"),
        Sample("an answer by a stranger with a right number", new("Re: 【R8-0012】 test", "hello", " <evil@example.invalid>"), "From: evil@example.invalid\nSubject: Re: =?utf-8?B?", Base64("【R8-0012】"), "?= test\n\nhello\n"),
        Sample("a date that is none", new("test", "hello"), From, "Date: the other day\nSubject: test\n\nhello\n"),
        Sample("the line of an mbox file", new("test", "hello", "Sato Hanako <hanako@example.jp>"), "From hanako@example.jp Mon Jul  6 09:15:00 2026\n", Head, "\nhello\n"),
        Sample("empty lines first", new("test", "hello", "Sato Hanako <hanako@example.jp>"), "\n\n", Head, "\nhello\n"),
        Sample("line feeds alone", new("test", "hello\nworld"), System.Text.Encoding.ASCII.GetBytes(Head + "\nhello\nworld\n")),
        new("a header line of 10 MB", () => Bytes(From, "X-Long: ", new string('x', 10_000_000), "\nSubject: test\n\nhello\n"), new("test", "hello", "Sato Hanako <hanako@example.jp>")),
        new("a subject of 10 MB", () => Bytes(From, "Subject: ", new string('x', 10_000_000), "\n\nhello\n"), new(new string('x', 500), "hello")),
        new("a Content-Type of 10 MB", () => Bytes(From, "Subject: test\nContent-Type: text/plain", string.Concat(Enumerable.Repeat("; a=b", 2_000_000)), "\n\nhello\n"), new("test", "hello")),
        new("a million header lines", () => Bytes(From, "Subject: test\n", string.Concat(Enumerable.Repeat("X: y\n", 1_000_000)), "In-Reply-To: <late@example.jp>\n\nhello\n"), new("test", "hello", References: "")),
        new("a reference after 10 MB", () => Bytes(From, "Subject: test\nIn-Reply-To: <early@example.jp> ", new string('x', 10_000_000), " <late@example.jp>\n\nhello\n"), new("test", "hello", References: "early@example.jp")),
    ];
}
