using System.Text;

namespace CsirtFlow.Notifications.Documents;

/// <summary>文書をテキストで: for copying into a web form and for mail. LF, no line is wrapped.</summary>
public static class PlainTextRenderer
{
    public static string Render(OfficialDocument document)
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        void Lines(IEnumerable<string> lines) { foreach (var line in lines) Line(CleanText.Lines(line)); }

        if (document.Mark is not "") Line($"【{CleanText.OneLine(document.Mark)}】");
        Line(CleanText.OneLine(document.Classification));
        if (document.Number is not "") Line(CleanText.OneLine(document.Number));
        Line(Reiwa.Date(document.Date));
        Line("");
        Lines(document.Addressees.Select(to => to.Line));
        Line("");
        Line(CleanText.OneLine(document.Sender));
        Line("");
        Line(CleanText.OneLine(document.Title));
        Line("");
        Lines(document.Lead);
        foreach (var block in document.Blocks) Lines(Of(block));
        if (document.Contact is not []) Lines(["", "担当", .. document.Contact.Select(line => $"　{CleanText.OneLine(line)}")]);
        if (document.Notes is not []) Lines(["", .. document.Notes.Select(note => $"※{CleanText.OneLine(note)}")]);
        return text.ToString();
    }

    private static IEnumerable<string> Of(Block block) => block switch
    {
        HeadingBlock heading => ["", CleanText.OneLine(heading.Text)],
        ParagraphBlock paragraph => [paragraph.Text],
        ListBlock list => list.Items.Select(item => $"・{CleanText.OneLine(item)}"),
        RowsBlock rows => rows.Rows.SelectMany(Row),
        TableBlock table => [$"{CleanText.OneLine(table.Row.Label)}：", .. table.Lines.Prepend(table.Columns).Select(cells => $"　{string.Join(TableBlock.Separator, cells.Select(CleanText.OneLine))}")],
        NoticeMarkBlock => ["", "記"],
        EndBlock => ["", "以上"],
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, message: null),
    };

    private static IEnumerable<string> Row(DocumentRow row)
    {
        var label = CleanText.OneLine(row.Label);
        var lines = CleanText.Lines(row.Value).Split('\n');
        return lines is [var only] ? [$"{label}：{only}"] : [$"{label}：", .. lines.Select(line => $"　{line}")];
    }
}
