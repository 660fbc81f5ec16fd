using System.Text;
using CsirtFlow.Notifications.Encodings;

namespace CsirtFlow.Notifications.Mail.Incoming;

/// <summary>
/// ヘッダーの文字 (RFC 2047): encoded words as Japanese mailers write them too, that is inside quotes, without a space beside them, and with one character split over two words;
/// and bytes that nobody encoded.
/// </summary>
public static class HeaderText
{
    /// <summary>The value of a header as text on one line.</summary>
    public static DecodedText Decode(ReadOnlySpan<byte> raw)
    {
        var unfolded = Unfold(raw);
        var words = Words(unfolded.Text);
        return new(CleanText.OneLine(words.Text), unfolded.Guessed || words.Guessed, unfolded.Damaged || words.Damaged);
    }

    /// <summary>折返しを戻した値 (RFC 5322 2.2.3): encoded words stand in it as they are, so that their content is never taken for a bracket or a comma.</summary>
    internal static DecodedText Unfold(ReadOnlySpan<byte> raw)
    {
        var read = JapaneseText.Decode(raw, declared: null);
        var line = new StringBuilder(read.Text.Length);
        for (var i = 0; i < read.Text.Length; i++)
        {
            if (read.Text[i] == '\n' && Blanks(read.Text, i + 1) is > 0 and var blanks)
            {
                line.Append(' ');
                i += blanks;
            }
            else if (read.Text[i] is not ('\r' or '\n')) line.Append(read.Text[i]);
        }
        return read with { Text = line.ToString().Trim() };
    }

    /// <summary>The value as it was sent, unfolded: no encoded word is read, so that nobody's words become syntax. Control characters and bytes that are no ASCII become U+FFFD: dropped, one behind a backslash would let it quote what follows.</summary>
    internal static string Verbatim(ReadOnlySpan<byte> raw, int most)
    {
        var (line, folded) = (new StringBuilder(), true);
        foreach (var letter in raw)
        {
            if (line.Length == most) break;
            if (letter == '\n') folded = true;
            else if (letter is (byte)' ' or (byte)'\t')
            {
                if (!(folded && line is [] or [.., ' '])) line.Append(' ');
            }
            else if (letter != '\r')
            {
                line.Append(letter is > (byte)' ' and < 0x7F ? (char)letter : '\uFFFD');
                folded = false;
            }
        }
        return line.ToString().TrimEnd(' ');
    }

    private static int Blanks(string text, int from) => text.AsSpan(from).IndexOfAnyExcept(' ', '\t') is >= 0 and var length ? length : text.Length - from;

    /// <summary>Text in which each run of encoded words is decoded. What is no whole encoded word stays as it is.</summary>
    internal static DecodedText Words(string text)
    {
        if (!text.Contains("=?", StringComparison.Ordinal)) return new(text, Guessed: false, Damaged: false);

        var (decoded, guessed, damaged, read) = (new StringBuilder(), false, false, 0);
        while (EncodedWord.Find(text, read) is { } word)
        {
            var run = new EncodedRun(word);
            decoded.Append(text, read, word.Start - read);
            read = word.End;
            while (EncodedWord.Find(text, read) is { } next && string.IsNullOrWhiteSpace(text[read..next.Start]))
            {
                if (!run.Continues(next))
                {
                    Take(run);
                    run = new(next);
                }
                else run.Add(next);
                read = next.End;
            }
            Take(run);
        }
        return new(decoded.Append(text, read, text.Length - read).ToString(), guessed, damaged);

        void Take(EncodedRun run)
        {
            var words = run.Decode();
            decoded.Append(words.Text);
            (guessed, damaged) = (guessed || words.Guessed, damaged || words.Damaged);
        }
    }
}
