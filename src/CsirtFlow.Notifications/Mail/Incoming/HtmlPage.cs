using System.Text;
using MimeKit.Text;

namespace CsirtFlow.Notifications.Mail.Incoming;

/// <summary>The text of an HTML page while it is read, tag by tag.</summary>
internal sealed class HtmlPage
{
    private const int LongestAddress = 2000;

    private readonly StringBuilder text = new();
    private HtmlTagId dropped;
    private int preformatted;
    private (string Address, int Start)? link;

    public int Length => text.Length;

    public void Text(string data)
    {
        if (dropped != HtmlTagId.Unknown) return;

        foreach (var c in data)
        {
            if (preformatted > 0) text.Append(c);
            else if (c is not (' ' or '\t' or '\r' or '\n' or '\f')) text.Append(c);
            else if (text.Length > 0 && text[^1] is not (' ' or '\n' or '\t')) text.Append(' ');
        }
    }

    public void Tag(HtmlTagToken tag)
    {
        if (dropped != HtmlTagId.Unknown)
        {
            // A body ends a head that nobody closed.
            if ((tag.Id == dropped && tag.IsEndTag) || (tag.Id == HtmlTagId.Body && dropped == HtmlTagId.Head)) dropped = HtmlTagId.Unknown;
            return;
        }
        if (!tag.IsEndTag && !tag.IsEmptyElement && IsUnread(tag.Id)) dropped = tag.Id;
        else if (tag.Id == HtmlTagId.A) Link(tag);
        else if (tag.Id == HtmlTagId.Image && Attribute(tag, HtmlAttributeId.Alt) is { } alt) Text(alt);
        else if (tag.Id == HtmlTagId.Br && !tag.IsEndTag) text.Append('\n');
        else Block(tag);
    }

    public override string ToString()
    {
        EndLink();
        return string.Join('\n', text.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd(' ')));
    }

    private static bool IsUnread(HtmlTagId tag) => tag is HtmlTagId.Head or HtmlTagId.Script or HtmlTagId.Style or HtmlTagId.Title or HtmlTagId.IFrame or HtmlTagId.Object
        or HtmlTagId.Applet or HtmlTagId.NoEmbed or HtmlTagId.NoFrames or HtmlTagId.TextArea or HtmlTagId.Select or HtmlTagId.Xml;

    private void Block(HtmlTagToken tag)
    {
        switch (tag.Id)
        {
            case HtmlTagId.Pre:
                preformatted = Math.Max(0, preformatted + (tag.IsEndTag ? -1 : 1));
                Break(1);
                break;
            case HtmlTagId.P or HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 or HtmlTagId.H4 or HtmlTagId.H5 or HtmlTagId.H6 or HtmlTagId.BlockQuote:
                Break(2);
                break;
            case HtmlTagId.Div or HtmlTagId.TR or HtmlTagId.Table or HtmlTagId.UL or HtmlTagId.OL or HtmlTagId.DT or HtmlTagId.DD or HtmlTagId.HR or HtmlTagId.Body or HtmlTagId.Center
                or HtmlTagId.Section or HtmlTagId.Article or HtmlTagId.Header or HtmlTagId.Footer or HtmlTagId.Form or HtmlTagId.Caption or HtmlTagId.Option:
                Break(1);
                break;
            case HtmlTagId.LI:
                Break(1);
                if (!tag.IsEndTag) text.Append('・');
                break;
            case HtmlTagId.TD or HtmlTagId.TH when tag.IsEndTag:
                text.Append('\t');
                break;
        }
    }

    private void Link(HtmlTagToken tag)
    {
        EndLink();
        if (!tag.IsEndTag && Attribute(tag, HtmlAttributeId.Href) is { } href && Reachable(href) is { } address) link = (address, text.Length);
    }

    private void EndLink()
    {
        if (link is not var (address, start)) return;

        link = null;
        var words = text.ToString(start, text.Length - start).Trim();
        if (words == address || words == address.TrimEnd('/') || "mailto:" + words == address) return;
        text.Append(words == "" || text[^1] is ' ' or '\n' ? "" : " ").Append('<').Append(address).Append('>');
    }

    // javascript:, data: and addresses within the sender's house lead a reader nowhere.
    private static string? Reachable(string href)
    {
        var address = string.Concat(CleanText.OneLine(href).Where(c => !char.IsWhiteSpace(c) && c is not ('<' or '>')));
        return address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? MailReader.Cut(address, LongestAddress) : null;
    }

    private void Break(int lines)
    {
        while (text.Length > 0 && text[^1] is ' ' or '\t') text.Length--;
        if (text.Length == 0) return;

        var there = text[^1] != '\n' ? 0 : text.Length > 1 && text[^2] == '\n' ? 2 : 1;
        text.Append('\n', Math.Max(0, lines - there));
    }

    private static string? Attribute(HtmlTagToken tag, HtmlAttributeId id) => tag.Attributes.FirstOrDefault(attribute => attribute.Id == id)?.Value;
}
