using static CsirtFlow.Domain.MailDoubt;

namespace CsirtFlow.Notifications.Tests.Incoming;

/// <summary>差出人と宛先.</summary>
public static partial class SampleMails
{
    private static SampleMail[] Senders =>
    [
        Sample("a plain letter", new("test", "hello", "Sato Hanako <hanako@example.jp>", "a1@example.jp", "", "", SentAt: new(2026, 7, 6, 0, 15, 0, TimeSpan.Zero)), Head, "\nhello\n"),
        Sample("From missing", new("test", "hello", "", Doubts: [NoSender]), "To: csirt@example.jp\nSubject: test\n\nhello\n"),
        Sample("From empty", new("test", "hello", "", Doubts: [NoSender]), "From:\nSubject: test\n\nhello\n"),
        Sample("From with a bracket that nobody closed", new(From: "佐藤花子 <hanako@example.jp>"), "From: =?utf-8?B?", Base64("佐藤花子"), "?= <hanako@example.jp\nSubject: test\n\nhello\n"),
        Sample("two From lines", new(From: "Sato Hanako <hanako@example.jp>; 情報課長 <chief@example.invalid>", Guessed: true, Doubts: [SeveralSenders]), From, "From: 情報課長 <chief@example.invalid>\nSubject: test\n\nhello\n"),
        Sample("the same From line twice", new(From: "Sato Hanako <hanako@example.jp>"), From, From, "Subject: test\n\nhello\n"),
        Sample("a name alone as sender", new(From: "佐藤花子 <>", Guessed: true, Doubts: [NoSender]), "From: 佐藤花子\nSubject: test\n\nhello\n"),
        Sample("two brackets in one sender", new(From: "Sato <hanako@example.jp>; Sato <evil@example.invalid>", Doubts: [SeveralSenders]), "From: Sato <hanako@example.jp> <evil@example.invalid>\nSubject: test\n\nhello\n"),
        Sample("an address as name", new(From: "ciso@example.jp <evil@example.invalid>"), "From: \"ciso@example.jp\" <evil@example.invalid>\nSubject: test\n\nhello\n"),
        Sample("an encoded word with bracket and comma", new(From: "ciso@example.jp>, <x <evil@example.invalid>"), "From: =?utf-8?Q?ciso=40example.jp=3E,_=3Cx?= <evil@example.invalid>\nSubject: test\n\nhello\n"),
        Sample("a name in a comment", new(From: "佐藤花子 <hanako@example.jp>"), "From: Hanako@Example.JP (=?iso-2022-jp?B?", Base64(Jis.GetBytes("佐藤花子")), "?=)\nSubject: test\n\nhello\n"),
        Sample("a name in bare JIS with a comma among its bytes", new(From: "戴口和 <hanako@example.jp>", Guessed: true), "From: ", Jis.GetBytes("戴口和"), " <hanako@example.jp>\nSubject: test\n\nhello\n"),
        Sample("an encoded word in quotes", new(From: "髙﨑一郎 <ichiro@example.jp>"), "From: \"=?utf-8?B?", Base64("髙﨑一郎"), "?=\" <ichiro@example.jp>\nSubject: test\n\nhello\n"),
        Sample("signs of direction in a name", new(From: "hanakojpg <hanako@example.jp>", Guessed: true), "From: hanako\u202Ejpg <hanako@example.jp>\nSubject: te\u2066st\n\nhello\n"),
        Sample("a mobile address with dots", new(From: " <ha..na.@docomo.example.jp>"), "From: <ha..na.@docomo.example.jp>\nSubject: test\n\nhello\n"),
        Sample("a group of senders", new(From: " <a@example.jp>; B <b@example.jp>", Doubts: [SeveralSenders]), "From: CSIRT: a@example.jp, B <b@example.jp>;\nFrom: nobody:;\nSubject: test\n\nhello\n"),
        Sample("a route in the address", new(From: " <a@example.jp>"), "From: <@relay.example.jp,@other.example.jp:a@example.jp>\nSubject: test\n\nhello\n"),
        Sample("results of a check, from outside", new(Results: "mx.example.jp; spf=fail smtp.mailfrom=evil@example.invalid|mx.example.invalid; dkim=pass; spf=pass"),
            "Authentication-Results: mx.example.jp;\n spf=fail smtp.mailfrom=evil@example.invalid\nReceived: from x by y\nAuthentication-Results: mx.example.invalid; dkim=pass; spf=pass\n", Head, "\nhello\n"),
        Sample("a result within an encoded word", new(Results: "mx.example.jp; spf=pass smtp.mailfrom=\"=?a?q?=3Bdmarc=3Dpass?=\"@x"), "Authentication-Results: mx.example.jp; spf=pass smtp.mailfrom=\"=?a?q?=3Bdmarc=3Dpass?=\"@x\n", Head, "\nhello\n"),
        Sample("results with bytes of all kinds", new(Results: "mx.example.jp; \uFFFD\uFFFD\uFFFD \uFFFD\uFFFDdkim\uFFFD=none\uFFFD", Guessed: false), "Authentication-Results:\n \t mx.example.jp;\n\t \u4F50\t\0\u001Bdkim\u007F=\rnone", new byte[] { 0x80 }, " \n \n", Head, "\nhello\n"),
        Sample("a result of 10,000 characters", new(Results: "a " + new string('x', 3998)), "Authentication-Results: a ", new string('x', 10_000), "\n", Head, "\nhello\n"),
        Sample("an order by a false chief", new("approve", "承認する。", "ciso@csirt.example.jp <evil@example.invalid>", Guessed: true), "From: ciso@csirt.example.jp <evil@example.invalid>\nSubject: approve\nAuto-Submitted: no\n\n承認する。\n"),
        new("100,000 addresses", () => Bytes(From, "To: ", string.Join(",\n ", Enumerable.Range(0, 100_000).Select(n => $"p{n}@example.jp")), "\nSubject: test\n\nhello\n"), new("test", "hello")),
        new("100,000 senders", () => Bytes("From: ", string.Join(",", Enumerable.Range(0, 100_000).Select(n => $"p{n}@example.jp")), "\nSubject: test\n\nhello\n"), new("test", "hello", Doubts: [SeveralSenders])),
    ];
}
