using System.Text;
using System.Text.Unicode;

namespace CsirtFlow.Notifications.Encodings;

/// <summary>文字に直したバイト列.</summary>
/// <param name="Guessed">The character set was not named, is unknown, or was named wrongly and another one fits. Bare ASCII is never a guess.</param>
/// <param name="Damaged">Something could not be read and became U+FFFD.</param>
public sealed record DecodedText(string Text, bool Guessed, bool Damaged);

/// <summary>
/// 文字コード: reads bytes in the character set that is declared, if they fit it, and otherwise in the one that fits best. Japanese mailers name none,
/// or name us-ascii or UTF-8 for シフトJIS and JIS, often enough.
/// </summary>
public static class JapaneseText
{
    private const int Trust = 6;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="declared">The name of the character set as the mail gives it (RFC 2978), or null.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? declared)
    {
        var charset = Charset.Of(declared);
        if (bytes.StartsWith("\uFEFF"u8)) return Read(bytes[3..], Charset.Utf8, guessed: charset != Charset.Utf8);
        if (bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] && charset is { Kind: CharsetKind.Unknown or CharsetKind.Utf16 })
            return Read(bytes[2..], Charset.Of(bytes[0] == 0xFE ? "utf-16be" : "utf-16le"), guessed: charset.Kind == CharsetKind.Unknown);

        if (!charset.IsAsciiBased) return Read(bytes, charset, guessed: false);

        var marked = Iso2022Jp.IsMarked(bytes);
        if (System.Text.Ascii.IsValid(bytes))
            return marked || charset.Kind == CharsetKind.Iso2022Jp ? Read(bytes, Charset.Iso2022Jp, guessed: charset.Kind != CharsetKind.Iso2022Jp) : new(Utf8.GetString(bytes), Guessed: false, Damaged: false);
        if (charset.Kind == CharsetKind.Iso2022Jp && marked) return Read(bytes, charset, guessed: false);

        return Best(bytes, charset);
    }

    private static DecodedText Best(ReadOnlySpan<byte> bytes, Charset declared)
    {
        if (Utf8Fits(bytes, declared) is { } utf8) return utf8;

        var best = declared.Kind == CharsetKind.Unknown ? null : Read(bytes, declared, guessed: false);
        if (best is { Damaged: false } && declared.Kind is not (CharsetKind.Japanese or CharsetKind.Western)) return best;

        var likeness = best is null ? int.MinValue : Likeness.Of(best.Text) + Trust;
        foreach (var other in Charset.Guesses)
        {
            if (other == declared || (other == Charset.Western && declared.Kind is CharsetKind.Utf8 or CharsetKind.Japanese)) continue;

            var read = Read(bytes, other, guessed: true);
            if (Likeness.Of(read.Text) is var fit && fit > likeness) (best, likeness) = (read, fit);
        }
        return best!;
    }

    // Bytes are hardly ever UTF-8 by chance; a name of another character set is then wrong, unless its reading is the better Japanese.
    private static DecodedText? Utf8Fits(ReadOnlySpan<byte> bytes, Charset declared)
    {
        if (!System.Text.Unicode.Utf8.IsValid(bytes)) return null;
        if (declared.Kind is CharsetKind.Foreign) return null;

        var read = new DecodedText(Utf8.GetString(bytes), Guessed: declared.Kind != CharsetKind.Utf8, Damaged: false);
        return declared.Kind == CharsetKind.Japanese && Likeness.Of(Read(bytes, declared, guessed: false).Text) >= Likeness.Of(read.Text) ? null : read;
    }

    private static DecodedText Read(ReadOnlySpan<byte> bytes, Charset charset, bool guessed)
    {
        var text = charset.Read(bytes);
        return new(text, guessed, Damaged: text.Contains('\uFFFD', StringComparison.Ordinal));
    }
}
