using System.Text;
using System.Text.RegularExpressions;
using MimeKit;

namespace CsirtFlow.Notifications.Mail;

/// <summary>
/// 宛先: exactly one mailbox (policy 34-15-3: one mail per recipient). Narrower than RFC 5322 3.4 on purpose: ASCII only, no list, no group,
/// no comment, no route. Wider in one point: dots may stand side by side or at the end of the local part, because mobile carriers in Japan gave such
/// addresses out; they travel as quoted strings (RFC 5321 4.1.2).
/// </summary>
public static partial class MailboxAddresses
{
    /// <summary>The problem of an address as a Japanese sentence, or null if it is one usable mailbox.</summary>
    public static string? Problem(string? address) => address switch
    {
        null or "" => "メールアドレスが空です。",
        _ when address.Any(char.IsControl) => "メールアドレスに改行などの制御文字があります。",
        _ when address.Length > 254 => "メールアドレスが長すぎます（254文字まで）。",
        _ when address.Contains('＠') => "メールアドレスの「＠」が全角です。半角の「@」にしてください。",
        _ when address.Any(c => !char.IsAscii(c)) => "メールアドレスに半角の英数字と記号以外の文字があります。",
        _ when Mailbox().IsMatch(address) => null,
        _ when address.Contains(',') => "メールアドレスに「,」があります。宛先は1件だけにしてください。",
        _ when address.Contains(';') => "メールアドレスに「;」があります。宛先は1件だけにしてください。",
        _ when address.Contains(':') => "メールアドレスに「:」があります。グループの書き方は使えません。",
        _ when address.AsSpan().ContainsAny('<', '>') => "メールアドレスに「<」「>」があります。アドレスだけにしてください。",
        _ when address.Contains(' ') => "メールアドレスに空白があります。",
        _ when address.Count(c => c == '@') != 1 => "メールアドレスの「@」は1つにしてください。",
        _ => "メールアドレスの形になっていません。",
    };

    /// <summary>One mailbox with a display name on one line.</summary>
    /// <exception cref="MailAddressException">The address is not exactly one mailbox; the message is the Japanese sentence of <see cref="Problem"/>.</exception>
    public static MailboxAddress One(string? name, string? address) =>
        Problem(address) is { } problem ? throw new MailAddressException(problem) : new MailboxAddress(Encoding.UTF8, HeaderText(name), Quoted(address!));

    /// <summary>Text for a header: one line, and nothing that a reader would decode a second time (RFC 2047 2).</summary>
    internal static string HeaderText(string? text) => CleanText.OneLine(text).Replace("=?", "= ?", StringComparison.Ordinal);

    private static string Quoted(string address)
    {
        var at = address.LastIndexOf('@');
        var irregular = address[0] != '"' && (address.Contains("..", StringComparison.Ordinal) || address[at - 1] == '.');
        return irregular ? $"\"{address[..at]}\"{address[at..]}" : address;
    }

    [GeneratedRegex("""
        ^([A-Za-z0-9!#$%&'*+/=?^_`{|}~-][A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{0,63}|"([\x20\x21\x23-\x5B\x5D-\x7E]|\\[\x20-\x7E]){1,62}")@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\z
        """, RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mailbox();
}

/// <summary>宛先の不備: the message is a Japanese sentence for the person who keeps the address book.</summary>
public sealed class MailAddressException : FormatException
{
    public MailAddressException() { }

    public MailAddressException(string message) : base(message) { }

    public MailAddressException(string message, Exception innerException) : base(message, innerException) { }
}
