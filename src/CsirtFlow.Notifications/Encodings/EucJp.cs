namespace CsirtFlow.Notifications.Encodings;

/// <summary>日本語EUC (EUC-JP, CP51932): JIS X 0208 with the high bits set, half-width katakana after 8E, JIS X 0212 after 8F.</summary>
internal static class EucJp
{
    /// <summary>What is no part of the encoding becomes U+FFFD.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new JisText();
        for (var i = 0; i < bytes.Length; i++)
        {
            var rest = bytes[i..];
            switch (rest)
            {
                case [< 0x80 and var letter, ..]:
                    text.Ascii(letter);
                    break;
                case [0x8E, (>= 0xA1 and <= 0xDF) and var kana, ..]:
                    text.Katakana(kana);
                    i++;
                    break;
                case [0x8F, (>= 0xA1 and <= 0xFE) and var row, (>= 0xA1 and <= 0xFE) and var cell, ..]:
                    text.Supplement((byte)(row & 0x7F), (byte)(cell & 0x7F));
                    i += 2;
                    break;
                case [(>= 0xA1 and <= 0xFE) and var row, (>= 0xA1 and <= 0xFE) and var cell, ..]:
                    text.Pair((byte)(row & 0x7F), (byte)(cell & 0x7F));
                    i++;
                    break;
                default:
                    text.Lost();
                    break;
            }
        }
        return text.ToString();
    }
}
