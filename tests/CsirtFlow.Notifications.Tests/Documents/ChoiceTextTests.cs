using CsirtFlow.Notifications.Documents;

namespace CsirtFlow.Notifications.Tests.Documents;

/// <summary>選択肢の欄: what is ticked and written becomes the text that the composer marks, and comes back as it was.</summary>
public sealed class ChoiceTextTests
{
    private static readonly string[] Media = ["紙", "電子媒体", "その他"];

    [Theory]
    [InlineData("電子媒体", "電子媒体", "")]
    [InlineData("その他、紙", "紙/その他", "")]
    [InlineData("電子媒体（サーバー、端末）", "電子媒体", "電子媒体（サーバー、端末）")]
    [InlineData("紙\n写真、音声", "紙", "写真\n音声")]
    [InlineData("写真、音声\n", "", "写真、音声\n")]
    [InlineData("", "", "")]
    public void A_text_comes_apart_into_ticks_and_words(string text, string ticked, string beside)
    {
        Assert.Equal(ticked, string.Join('/', ChoiceText.Chosen(Media, text)));
        Assert.Equal(beside, ChoiceText.Beside(Media, text));
    }

    [Theory]
    [InlineData("紙/電子媒体", "", "紙、電子媒体", "■紙　■電子媒体　□その他")]
    [InlineData("紙/その他", "その他（写真）", "紙\nその他（写真）", "■紙　□電子媒体　■その他（写真）")]
    [InlineData("", "その他（写真）", "その他（写真）", "□紙　□電子媒体　■その他（写真）")]
    [InlineData("紙", "名簿の写し", "紙\n名簿の写し", "■紙　□電子媒体　□その他\n名簿の写し")]
    public void Ticks_and_words_make_one_text_and_it_is_marked_so(string ticked, string beside, string text, string printed)
    {
        var joined = ChoiceText.Joined(ticked.Split('/', StringSplitOptions.RemoveEmptyEntries), beside);

        Assert.Equal(text, joined);
        var values = new Dictionary<string, FormValue>(StringComparer.Ordinal) { ["data.media"] = FormValue.Confirmed(joined) };
        var document = DocumentComposer.Compose(FormDefinition.Valid("ppc-preliminary", Samples.Today), Samples.Head, values);
        Assert.Equal(printed, document.Blocks.OfType<RowsBlock>().SelectMany(block => block.Rows).Single(row => row.Id == "2a").Value);
    }
}
