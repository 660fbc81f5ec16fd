using System.Text;

namespace CsirtFlow.Notifications.Encodings;

/// <summary>UTF-7 (RFC 2152): base64 of UTF-16 between + and -. The runtime no longer reads it.</summary>
internal static class Utf7
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// <summary>What is no part of the encoding becomes U+FFFD.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '+')
            {
                text.Append(bytes[i] < 0x80 ? (char)bytes[i] : '\uFFFD');
                continue;
            }

            var (start, bits, held) = (i + 1, 0u, 0);
            for (i = start; i < bytes.Length && Alphabet.IndexOf((char)bytes[i], StringComparison.Ordinal) is >= 0 and var six; i++)
            {
                (bits, held) = ((bits << 6) | (uint)six, held + 6);
                if (held < 16) continue;

                held -= 16;
                text.Append((char)((bits >> held) & 0xFFFF));
            }
            if (i == start && i < bytes.Length && bytes[i] == '-') text.Append('+');
            if (i >= bytes.Length || bytes[i] != '-') i--;
        }
        return text.ToString();
    }
}
