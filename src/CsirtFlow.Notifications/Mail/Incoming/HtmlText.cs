using MimeKit.Text;

namespace CsirtFlow.Notifications.Mail.Incoming;

/// <summary>HTMLの文字: what a person reads of an HTML mail, as plain text. Nothing is run and nothing is fetched; where a link leads stands beside it.</summary>
public static class HtmlText
{
    /// <summary>At most so many characters are given; <c>Cut</c> when there were more.</summary>
    public static (string Text, bool Cut) Of(string html, int most)
    {
        using var reader = new StringReader(html);
        var tokens = new HtmlTokenizer(reader) { DecodeCharacterReferences = true, IgnoreTruncatedTags = true };
        var page = new HtmlPage();
        while (page.Length <= most && tokens.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken tag) page.Tag(tag);
            else if (token is HtmlDataToken { Kind: HtmlTokenKind.Data } data) page.Text(data.Data);
        }

        var text = CleanText.Lines(page.ToString()).Trim();
        return (MailReader.Cut(text, most), text.Length > most);
    }
}
