using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CsirtFlow.Notifications.Mail;

/// <summary>
/// メッセージID: derived from the notice, so that a resend is recognisably the same mail (RFC 5322 3.6.4). Written without the angle brackets.
/// </summary>
public static partial class MessageIds
{
    /// <summary>
    /// The id of one notice: <c>{notice}@{domain}</c>. A notice id that is no dot-atom of at most 100 characters is replaced by its SHA-256 in hexadecimal.
    /// </summary>
    /// <exception cref="ArgumentException">The domain is no host name in ASCII.</exception>
    public static string For(string noticeId, string domain)
    {
        var left = noticeId.Length <= 100 && Atom().IsMatch(noticeId) ? noticeId : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(noticeId)));
        var id = $"{left}@{domain}";

        return IsValid(id) ? id : throw new ArgumentException($"No domain for a Message-ID: '{CleanText.OneLine(domain)}'.", nameof(domain));
    }

    /// <summary>True for <c>dot-atom@dot-atom</c> of at most 200 characters; such an id is also a safe file name.</summary>
    public static bool IsValid(string id) => id.Length <= 200 && Id().IsMatch(id);

    /// <summary>Whether an id that somebody else made can stand between angle brackets in a header.</summary>
    internal static bool IsQuotable(string id) => id.Length is > 0 and <= 250 && id.All(c => c is > ' ' and < (char)127 and not ('<' or '>'));

    [GeneratedRegex(@"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Atom();

    [GeneratedRegex(@"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();
}
