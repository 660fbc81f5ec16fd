using System.Text;
using CsirtFlow.Notifications.Encodings;

namespace CsirtFlow.Notifications.Tests.Encodings;

public sealed class JapaneseTextTests
{
    private const string Told = "昨日、不審なメールが届きました。";

    [Theory]
    [InlineData("iso-2022-jp", 50220, false)]
    [InlineData("CP50221", 50220, false)]
    [InlineData("iso-2022-jp-ms", 50220, false)]
    [InlineData("us-ascii", 50220, true)]
    [InlineData("utf-8", 50220, true)]
    [InlineData("shift_jis", 50220, true)]
    [InlineData("euc-jp", 50220, true)]
    [InlineData("iso-8859-1", 50220, true)]
    [InlineData(null, 50220, true)]
    [InlineData("Windows-31J", 932, false)]
    [InlineData("x-sjis", 932, false)]
    [InlineData("cp932", 932, false)]
    [InlineData("iso-2022-jp", 932, true)]
    [InlineData("us-ascii", 932, true)]
    [InlineData("utf-8", 932, true)]
    [InlineData("iso-8859-1", 932, true)]
    [InlineData("euc-jp", 932, true)]
    [InlineData("", 932, true)]
    [InlineData("unknown-8bit", 932, true)]
    [InlineData("EUC-JP", 51932, false)]
    [InlineData("us-ascii", 51932, true)]
    [InlineData("utf-8", 51932, true)]
    [InlineData("iso-8859-1", 51932, true)]
    [InlineData("iso-2022-jp", 51932, true)]
    [InlineData(null, 51932, true)]
    [InlineData("utf8", 65001, false)]
    [InlineData("\"UTF-8\"", 65001, false)]
    [InlineData("shift_jis", 65001, true)]
    [InlineData("euc-jp", 65001, true)]
    [InlineData("iso-2022-jp", 65001, true)]
    [InlineData("windows-1252", 65001, true)]
    [InlineData("us-ascii", 65001, true)]
    [InlineData(null, 65001, true)]
    public void A_sentence_is_read_whatever_it_calls_itself(string? declared, int page, bool guessed) =>
        Assert.Equal(new DecodedText(Told, guessed, Damaged: false), JapaneseText.Decode(Encoded(page, Told), declared));

    [Theory]
    [InlineData("表", 932)]
    [InlineData("ソフトの表示", 932)]
    [InlineData("件名", 932)]
    [InlineData("件名", 51932)]
    [InlineData("訓練の通知", 51932)]
    [InlineData("ﾃｽﾄ", 932)]
    [InlineData("é", 65001)]
    [InlineData("Müller", 1252)]
    public void Few_characters_are_enough_for_a_guess(string text, int page) => Assert.Equal(new DecodedText(text, Guessed: true, Damaged: false), JapaneseText.Decode(Encoded(page, text), null));

    [Theory]
    [InlineData(null)]
    [InlineData("us-ascii")]
    [InlineData("x-no-such-thing")]
    [InlineData("shift_jis")]
    public void Bare_ascii_is_no_guess(string? declared) => Assert.Equal(new DecodedText(@"C:\temp ~", Guessed: false, Damaged: false), JapaneseText.Decode(@"C:\temp ~"u8, declared));

    [Theory]
    [InlineData("\e$B\x7C\x62\x79\x75\e(B", "髙﨑")]
    [InlineData("\e$@F|K\\\e(J", "日本")]
    [InlineData("\e$(BF|K\\\e(B", "日本")]
    [InlineData("\e&@\e$BF|K\\\e(B", "日本")]
    [InlineData("\e$(QF|K\\\e(B", "日本")]
    [InlineData("\e$B-!\e(B", "①")]
    [InlineData("\e(I6@6E\e(B", "ｶﾀｶﾅ")]
    [InlineData("\u000E6@6E\u000F!", "ｶﾀｶﾅ!")]
    [InlineData("\e$(D0!\e(B", "丂")]
    [InlineData("\e$(?!!\e(B", "\uE000")]
    [InlineData("\e$AVPND\e(B", "中文")]
    [InlineData("\e$(CGQ1[\e(B", "한글")]
    [InlineData("\e.Aa\eNi\e(B", "aé")]
    [InlineData("\e$BF|K\\\nabc", "日本\nabc")]
    [InlineData("\e$BF|K", "日\uFFFD")]
    [InlineData("\e$(P!!\e(B", "\uFFFD")]
    public void Every_form_of_jis_is_read(string bytes, string text) => Assert.Equal(new DecodedText(text, Guessed: false, text.Contains('\uFFFD', StringComparison.Ordinal)), JapaneseText.Decode(Encoding.Latin1.GetBytes(bytes), "iso-2022-jp"));

    [Fact]
    public void Katakana_of_eight_bits_stand_among_jis() => Assert.Equal("ｶ日", JapaneseText.Decode([0xB6, .. "\e$BF|\e(B"u8], "iso-2022-jp").Text);

    [Fact]
    public void Euc_has_its_own_places_for_rare_characters() => Assert.Equal("髙﨑丂ｶ①", JapaneseText.Decode([0xFC, 0xE2, 0xF9, 0xF5, 0x8F, 0xB0, 0xA1, 0x8E, 0xB6, 0xAD, 0xA1], "euc-jp").Text);

    [Fact]
    public void One_wrong_byte_makes_utf8_no_other_encoding()
    {
        byte[] bytes = [.. "不審なメール"u8, 0xFF, .. "が届きました。"u8];

        foreach (var declared in new[] { "utf-8", null })
            Assert.Equal(new DecodedText("不審なメール\uFFFDが届きました。", Guessed: declared is null, Damaged: true), JapaneseText.Decode(bytes, declared));
        Assert.Equal(new DecodedText("abc\uFFFDdef", Guessed: false, Damaged: true), JapaneseText.Decode([.. "abc"u8, 0xFF, .. "def"u8], "utf-8"));
    }

    [Fact]
    public void One_wrong_byte_makes_shift_jis_no_other_encoding() =>
        Assert.Equal(new DecodedText("不審\uFFFDなメール", Guessed: false, Damaged: true), JapaneseText.Decode([.. Encoded(932, "不審"), 0xFF, .. Encoded(932, "なメール")], "shift_jis"));

    [Fact]
    public void A_byte_order_mark_says_more_than_a_name()
    {
        Assert.Equal(new DecodedText(Told, Guessed: true, Damaged: false), JapaneseText.Decode([0xEF, 0xBB, 0xBF, .. Encoded(65001, Told)], "shift_jis"));
        Assert.Equal(new DecodedText(Told, Guessed: false, Damaged: false), JapaneseText.Decode([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Told)], "utf-16"));
        Assert.Equal(new DecodedText(Told, Guessed: true, Damaged: false), JapaneseText.Decode([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Told)], null));
    }

    [Theory]
    [InlineData("gb2312", 936, "可疑邮件")]
    [InlineData("big5", 950, "可疑郵件")]
    [InlineData("euc-kr", 51949, "의심스러운")]
    [InlineData("iso-8859-1", 1252, "Müller à côté")]
    [InlineData("cp936", 936, "可疑邮件")]
    public void Other_languages_are_read_as_declared(string declared, int page, string text) => Assert.Equal(new DecodedText(text, Guessed: false, Damaged: false), JapaneseText.Decode(Encoded(page, text), declared));

    [Fact]
    public void Utf7_is_read() => Assert.Equal("日本語 +a-b", JapaneseText.Decode("+ZeVnLIqe +-a-b"u8, "utf-7").Text);

    private static byte[] Encoded(int page, string text) => (CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page)).GetBytes(text);
}
