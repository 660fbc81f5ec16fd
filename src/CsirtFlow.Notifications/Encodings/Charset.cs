using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace CsirtFlow.Notifications.Encodings;

internal enum CharsetKind { Unknown, Ascii, Utf8, Utf16, Utf7, Iso2022Jp, Japanese, Western, Foreign }

/// <summary>文字集合の名前 (RFC 2978), with the names that mailers use beside the registered ones.</summary>
internal sealed partial record Charset(CharsetKind Kind, string Name, Func<byte[], string> Decode)
{
    // For a name that it does not know the runtime throws, which takes long where a mail names thousands.
    private static readonly FrozenSet<string> OfRuntime = Encoding.GetEncodings().Select(known => known.Name)
        .Concat(["utf-16le", "utf-32le", "unicode", "unicodefffe", "ucs-2", "iso-10646-ucs-2", "us", "csascii", "iso-ir-6", "cp367", "ibm367", "latin1", "l1", "iso-ir-100", "csisolatin1", "cp819", "ibm819"])
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static readonly Charset Utf8 = new(CharsetKind.Utf8, "utf-8", Encoding.UTF8.GetString);
    public static readonly Charset Iso2022Jp = new(CharsetKind.Iso2022Jp, "iso-2022-jp", bytes => Encodings.Iso2022Jp.Decode(bytes));
    public static readonly Charset ShiftJis = new(CharsetKind.Japanese, "shift_jis", Cp932.DecodeTolerantly);
    public static readonly Charset EucJp = new(CharsetKind.Japanese, "euc-jp", bytes => Encodings.EucJp.Decode(bytes));
    public static readonly Charset Western = Named(CharsetKind.Western, "windows-1252")!;

    private static readonly Charset Ascii = Named(CharsetKind.Ascii, "us-ascii")!;
    private static readonly Charset Utf7 = new(CharsetKind.Utf7, "utf-7", bytes => Encodings.Utf7.Decode(bytes));
    private static readonly Charset Unknown = new(CharsetKind.Unknown, "", Encoding.UTF8.GetString);

    /// <summary>What bytes may be that do not fit their name. The first of two that fit alike wins.</summary>
    public static readonly Charset[] Guesses = [Utf8, ShiftJis, EucJp, Iso2022Jp, Western];

    /// <summary>Bytes below 80 mean ASCII, so that other character sets can be compared with it.</summary>
    public bool IsAsciiBased => Kind is not (CharsetKind.Utf16 or CharsetKind.Utf7) && Name is not ("hz-gb-2312" or "iso-2022-kr" or "iso-2022-cn");

    public static Charset Of(string? name) => (name ?? "").Trim().Trim('"', '\'').ToLowerInvariant() switch
    {
        "utf-8" or "utf8" or "x-utf-8" or "unicode-1-1-utf-8" or "utf8mb4" or "utf-8n" => Utf8,
        "us-ascii" or "ascii" or "iso646-us" or "ansi_x3.4-1968" or "646" => Ascii,
        "utf-7" or "utf7" or "unicode-1-1-utf-7" => Utf7,
        var japanese when japanese.StartsWith("iso-2022-jp", StringComparison.Ordinal)
            || japanese is "iso2022jp" or "csiso2022jp" or "jis" or "x-jis" or "cp50220" or "cp50221" or "cp50222" or "x-iso-2022-jp-ms" => Iso2022Jp,
        "shift_jis" or "shift-jis" or "shiftjis" or "x-sjis" or "sjis" or "x-shift-jis" or "ms_kanji" or "csshiftjis" or "cp932" or "ms932" or "windows-932"
            or "windows-31j" or "cswindows31j" or "x-ms-cp932" or "shift_jisx0213" or "shift_jis-2004" => ShiftJis,
        "euc-jp" or "euc_jp" or "eucjp" or "x-euc-jp" or "x-euc" or "x-eucjp" or "cseucpkdfmtjapanese" or "eucjp-ms" or "eucjp-win" or "cp51932" or "euc-jisx0213" => EucJp,
        "iso-8859-1" or "iso8859-1" or "latin1" or "iso_8859-1" or "windows-1252" or "cp1252" => Western,
        "" => Unknown,
        var other => Find(other),
    };

    public string Read(ReadOnlySpan<byte> bytes) => Decode(bytes.ToArray());

    private static Charset Find(string name)
    {
        var page = Page().Match(name) is { Success: true } numbered ? int.Parse(numbered.Groups["page"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : 0;
        return Named(name.StartsWith("utf-16", StringComparison.Ordinal) || name.StartsWith("utf-32", StringComparison.Ordinal) ? CharsetKind.Utf16 : CharsetKind.Foreign, name, page) ?? Unknown;
    }

    private static Charset? Named(CharsetKind kind, string name, int page = 0)
    {
        var replacement = new DecoderReplacementFallback("\uFFFD");
        var encoding = page == 0
            ? CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, replacement)
            : CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ReplacementFallback, replacement);
        if (encoding is null && OfRuntime.Contains(name)) encoding = Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, replacement);
        return encoding is null ? null : new(kind, name, encoding.GetString);
    }

    [GeneratedRegex("^(cp|ms|x-ms-cp|windows-|ibm)(?<page>[0-9]{3,5})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Page();
}
