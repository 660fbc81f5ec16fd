using CsirtFlow.Domain;
using CsirtFlow.Notifications.Mail.Incoming;

namespace CsirtFlow.Notifications.Tests.Incoming;

/// <summary>添付ファイルの名前.</summary>
public static partial class SampleMails
{
    private static SampleMail[] FileNames =>
    [
        Attached("a name as encoded word", "様式1.docx", "Content-Disposition: attachment; filename=\"=?utf-8?B?5qeY5byPMS5kb2N4?=\"\n"),
        Attached("a name in two encoded words", "様式第一号の写し.docx", "Content-Type: application/octet-stream;\n name=\"=?iso-2022-jp?B?", Base64(Jis.GetBytes("様式第一号")), "?=\n =?iso-2022-jp?B?", Base64(Jis.GetBytes("の写し.docx")), "?=\"\n"),
        Attached("a name by RFC 2231", "様式1.docx", "Content-Disposition: attachment; filename*=utf-8'ja'%E6%A7%98%E5%BC%8F1.docx\n"),
        Attached("a name in sections that lost a byte", new MailReading(Text: "hello", Files: "\uFFFD第一号.docx (application/octet-stream, 2)", Doubts: [MailDoubt.Damaged]), "Content-Disposition: attachment;\n filename*1*=%E7%AC%AC%E4;\n filename*0*=utf-8''%E6%A7;\n filename*2*=%B8%80%E5%8F%B7;\n filename*3=.docx\n"),
        Attached("a name in sections, a character split", "様式第一号.docx", "Content-Disposition: attachment;\n filename*1*=%98%E5%BC%8F%E7%AC;\n filename*0*=utf-8''%E6%A7;\n filename*2*=%AC%E4%B8%80%E5%8F%B7;\n filename*3=.docx\n"),
        Attached("two names that differ", "様式.docx", "Content-Type: application/octet-stream; name=\"=?utf-8?B?", Base64("別名.exe"), "?=\"\nContent-Disposition: attachment; filename=\"=?utf-8?B?", Base64("別名.exe"), "?=\"; filename*=utf-8''%E6%A7%98%E5%BC%8F.docx\n"),
        Attached("the better name in the other header", "様式.docx", "Content-Type: application/octet-stream; name*=utf-8''%E6%A7%98%E5%BC%8F.docx\nContent-Disposition: attachment; filename=\"form.docx\"\n"),
        Attached("a way out of the folder", "../../../../etc/cron.d/x", "Content-Disposition: attachment; filename=\"../../../../etc/cron.d/x\"\n"),
        Attached("a way out, percent-encoded", "%2e%2e%2fx", "Content-Disposition: attachment; filename=\"%2e%2e%2fx\"\n"),
        Attached("a drive of Windows", @"C:\x", "Content-Disposition: attachment; filename=\"C:\\x\"\n"),
        Attached("a device of Windows", "CON", "Content-Disposition: attachment; filename=CON\n"),
        Attached("300 characters", new string('あ', 300), "Content-Disposition: attachment; filename*=utf-8''", string.Concat(Enumerable.Repeat("%E3%81%82", 300)), "\n"),
        Attached("a name that runs backwards", "請求書gpj.exe", "Content-Disposition: attachment; filename=\"=?utf-8?B?", Base64("請求書\u202Egpj.exe"), "?=\"\n"),
        Attached("a trailing dot", "x.exe.", "Content-Disposition: attachment; filename=\"x.exe.\"\n"),
        Attached("NUL and a line break in a name", "a b c.txt", "Content-Disposition: attachment; filename*=utf-8''a%00b%0D%0Ac.txt\n"),
        Attached("half a pair in a name", new MailReading(Text: "hello", Files: "a\uFFFD\uFFFD\uFFFD.txt (application/octet-stream, 2)", Doubts: [MailDoubt.Damaged]), "Content-Disposition: attachment; filename*=utf-8''a%ED%A0%80.txt\n"),
        Attached("a bare name in シフトJIS", new MailReading(Text: "hello", Files: "表示.txt (application/octet-stream, 2)", Guessed: true), "Content-Disposition: attachment; filename=\"", ShiftJis.GetBytes("表示.txt"), "\"\n"),
        Attached("a name without quotes and with blanks", "final report.docx", "Content-Disposition: attachment; filename=final report.docx\n"),
        Attached("no name", "", "Content-Disposition: attachment\n"),
    ];

    private static SampleMail Attached(string name, string file, params object[] header) => Attached(name, new MailReading(Text: "hello", Files: $"{file} (application/octet-stream, 2)"), header);

    private static SampleMail Attached(string name, MailReading reading, params object[] header) =>
        Sample(name, reading, [Mixed, header[0] is string text && text.StartsWith("Content-Type", StringComparison.Ordinal) ? "" : "Content-Type: application/octet-stream\n", .. header, "\nxy\n--b1--\n"]);
}
