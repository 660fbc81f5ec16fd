using System.Text;
using static CsirtFlow.Domain.MailDoubt;

namespace CsirtFlow.Notifications.Tests.Incoming;

/// <summary>文字コード.</summary>
public static partial class SampleMails
{
    private const string Told = "不審なメールが届きました。髙﨑①";

    private static byte[] ToldInJis => [.. Jis.GetBytes("不審なメールが届きました。"), .. "\e$B\x7C\x62\x79\x75\x2D\x21\e(B"u8];
    private static byte[] ToldInEuc => [.. EucJp.GetBytes("不審なメールが届きました。"), 0xFC, 0xE2, 0xF9, 0xF5, 0xAD, 0xA1];

    private static SampleMail[] Encodings =>
    [
        Sample("JIS, declared", new(Text: Told), Head, "Content-Type: text/plain; charset=ISO-2022-JP\nContent-Transfer-Encoding: 7bit\n\n", ToldInJis),
        Sample("JIS without a charset", new(Text: Told, Guessed: true), Head, "\n", ToldInJis),
        Sample("JIS that calls itself us-ascii", new(Text: Told, Guessed: true), Head, "Content-Type: text/plain; charset=us-ascii\n\n", ToldInJis),
        Sample("JIS in quoted-printable", new(Text: Told), Head, "Content-Type: text/plain; charset=iso-2022-jp\nContent-Transfer-Encoding: quoted-printable\n\n", Quoted(ToldInJis)),
        Sample("JIS in base64", new(Text: Told), Head, "Content-Type: text/plain; charset=\"iso-2022-jp\"\nContent-Transfer-Encoding: BASE64\n\n", Base64(ToldInJis)),
        Sample("JIS in base64 without a charset", new(Text: Told, Guessed: true), Head, "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n", Base64(ToldInJis)),
        Sample("half-width katakana in JIS", new(Text: "ｶﾀｶﾅ ﾃｽﾄ"), Head, "Content-Type: text/plain; charset=iso-2022-jp\n\n\e(I6@6E\e(B \u000EC=D\u000F\n"),
        Sample("シフトJIS, declared", new(Text: Told), Head, "Content-Type: text/plain; charset=Shift_JIS\n\n", ShiftJis.GetBytes(Told)),
        Sample("シフトJIS without a charset", new(Text: Told, Guessed: true), Head, "\n", ShiftJis.GetBytes(Told)),
        Sample("シフトJIS that calls itself UTF-8", new(Text: Told, Guessed: true), Head, "Content-Type: text/plain; charset=utf-8\n\n", ShiftJis.GetBytes(Told)),
        Sample("EUC, declared", new(Text: Told), Head, "Content-Type: text/plain; charset=euc-jp\n\n", ToldInEuc),
        Sample("EUC without a charset", new(Text: Told, Guessed: true), Head, "\n", ToldInEuc),
        Sample("UTF-8 that calls itself シフトJIS", new(Text: Told, Guessed: true), Head, "Content-Type: text/plain; charset=shift_jis\n\n", Told),
        Sample("UTF-8 under a name that nobody knows", new(Text: Told, Guessed: true), Head, "Content-Type: text/plain; charset=x-no-such-thing\n\n", Told),
        Sample("UTF-8 with one wrong byte", new(Text: "不審なメール\uFFFDが届きました。", Doubts: [Damaged]), Head, "Content-Type: text/plain; charset=utf-8\n\n不審なメール", new byte[] { 0xFF }, "が届きました。\n"),
        Sample("UTF-16 in base64", new(Text: Told), Head, "Content-Type: text/plain; charset=utf-16\nContent-Transfer-Encoding: base64\n\n", Base64([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Told)])),
        Sample("Chinese", new(Text: "可疑邮件"), Head, "Content-Type: text/plain; charset=gb2312\n\n", CodePagesEncodingProvider.Instance.GetEncoding(936)!.GetBytes("可疑邮件")),
        Sample("a bare subject in シフトJIS", new("表示の不審なメール", Guessed: true), From, "Subject: ", ShiftJis.GetBytes("表示の不審なメール"), "\n\nhello\n"),
        Sample("a bare subject in EUC", new("表示の不審なメール", Guessed: true), From, "Subject: ", EucJp.GetBytes("表示の不審なメール"), "\n\nhello\n"),
        Sample("a bare subject in UTF-8", new("表示の不審なメール", Guessed: true), From, "Subject: 表示の不審なメール\n\nhello\n"),
        Sample("a bare subject in JIS", new("表示の不審なメール", Guessed: true), From, "Subject: ", Jis.GetBytes("表示の不審なメール"), "\n\nhello\n"),
        Sample("a character split over two words", new("佐藤花子より"), From, "Subject: =?utf-8?B?", Base64([.. Encoding.UTF8.GetBytes("佐藤花子より")[..4]]), "?=\n =?UTF-8?b?", Base64([.. Encoding.UTF8.GetBytes("佐藤花子より")[4..]]), "?=\n\nhello\n"),
        Sample("a character split over two words of Q", new("佐藤花子"), From, "Subject: =?utf-8?Q?=E4=BD=90=E8=97?= =?utf-8?Q?=A4=E8=8A=B1=E5=AD=90?=\n\nhello\n"),
        Sample("base64 split within its group", new("佐藤花子"), From, "Subject: =?utf-8?B?", Base64("佐藤花子")[..6], "?= =?utf-8?B?", Base64("佐藤花子")[6..], "?=\n\nhello\n"),
        Sample("NUL and half a pair", new("a b", "x\uFFFDy \uFFFD\uFFFD\uFFFD", Doubts: [Damaged]), From, "Subject: a\0b\nContent-Type: text/plain; charset=utf-8\n\nx\0y ", new byte[] { 0xED, 0xA0, 0x80 }, "\n"),
        Sample("half a pair in UTF-16", new(Text: "a\uFFFDb", Doubts: [Damaged]), Head, "Content-Type: text/plain; charset=utf-16be\nContent-Transfer-Encoding: base64\n\n", Base64([0, (byte)'a', 0xD8, 0x42, 0, (byte)'b'])),
        Sample("signs of direction in the text", new(Text: "請求書gpj.exe"), Head, "Content-Type: text/plain; charset=utf-8\n\n請求書\u202Egpj.exe\u202C\n"),
    ];
}
