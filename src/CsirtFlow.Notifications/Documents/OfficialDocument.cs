namespace CsirtFlow.Notifications.Documents;

/// <summary>
/// 公文書: one document as blocks, before it becomes Word, HTML or plain text. Texts are as people typed them; each renderer makes them safe for itself.
/// </summary>
/// <param name="Classification">区分の表示 on each page (policy 22-2): 「自治体機密性2」.</param>
/// <param name="Number">文書番号; may be empty for a draft.</param>
/// <param name="Date">Written in 令和.</param>
/// <param name="Lead">前文, one paragraph each.</param>
/// <param name="Contact">担当; lines as they are printed.</param>
/// <param name="Mark">「下書き」「訓練」: across each page; empty for none.</param>
/// <param name="Notes">Remarks about the document itself: 「公式欄名は未照合」.</param>
public sealed record OfficialDocument(
    string Classification, string Number, DateOnly Date, IReadOnlyList<Addressee> Addressees, string Sender, string Title,
    IReadOnlyList<string> Lead, IReadOnlyList<Block> Blocks, IReadOnlyList<string> Contact, string Mark, IReadOnlyList<string> Notes)
{
    /// <summary>Every row of the form, those that are lists too.</summary>
    public IEnumerable<DocumentRow> Rows => Blocks.SelectMany(IEnumerable<DocumentRow> (block) => block switch { RowsBlock rows => rows.Rows, TableBlock table => [table.Row], _ => [] });

    /// <summary>Without the rows that the form lets stand open and nobody filled in: to everybody outside a question of the house is none.</summary>
    public OfficialDocument Answered
    {
        get
        {
            var left = Blocks.Select(Block (block) => block is RowsBlock rows ? new RowsBlock([.. rows.Rows.Where(r => r.Required || r.State is not FormValueState.Missing)]) : block)
                .Where(block => block is not RowsBlock { Rows.Count: 0 }).ToList();
            return this with { Blocks = [.. left.Where((block, i) => block is not HeadingBlock || left[i + 1] is not (HeadingBlock or EndBlock))] };
        }
    }

    /// <summary>記入の状況 over all rows.</summary>
    public Completeness Completeness => Completeness.Of([.. Rows]);
}

/// <summary>宛先: name and 敬称 (御中 for a body, 様 for a person or an office holder; empty for a line of the address).</summary>
public sealed record Addressee(string Name, string Honorific)
{
    public string Line => CleanText.OneLine(Honorific is "" ? Name : $"{Name}　{Honorific}");
}

/// <summary>文書の部品, in reading order.</summary>
public abstract record Block;

/// <summary>見出し.</summary>
public sealed record HeadingBlock(string Text) : Block;

/// <summary>段落.</summary>
public sealed record ParagraphBlock(string Text) : Block;

/// <summary>箇条書き.</summary>
public sealed record ListBlock(IReadOnlyList<string> Items) : Block;

/// <summary>表: label and value.</summary>
public sealed record RowsBlock(IReadOnlyList<DocumentRow> Rows) : Block;

/// <summary>一覧表: one row of the form whose value is a list.</summary>
public sealed record TableBlock(DocumentRow Row, IReadOnlyList<string> Columns) : Block
{
    /// <summary>Between two cells; on every keyboard, and in no Japanese sentence.</summary>
    public const char Separator = '｜';

    /// <summary>The value of a list: one line for each, its cells set apart; 「なし」 where there is no line.</summary>
    public static string Written(IEnumerable<IEnumerable<string>> lines)
    {
        string[] written = [.. lines.Select(cells => string.Join(Separator, cells.Select(c => CleanText.OneLine(c).Replace(Separator, '|'))))];
        return written.Length > 0 ? string.Join('\n', written) : "なし";
    }

    /// <summary>One cell for each column. What is too much stays in the last one, so that no word is lost.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Lines =>
        [.. CleanText.Lines(Row.Value).Split('\n').Select(line => line.Split(Separator, Columns.Count)).Select(cells => (string[])[.. cells, .. Enumerable.Repeat("", Columns.Count - cells.Length)])];
}

/// <summary>「記」, centred.</summary>
public sealed record NoticeMarkBlock : Block;

/// <summary>「以上」, at the right.</summary>
public sealed record EndBlock : Block;

/// <summary>
/// 表の1行.
/// </summary>
/// <param name="Id">Of the form's row; also the anchor in HTML. Empty where several documents stand on one page.</param>
/// <param name="Value">Text as shown; line breaks are kept.</param>
/// <param name="Source">Where the value comes from: for the screen, never printed.</param>
public sealed record DocumentRow(string Id, string Label, string Value, FormValueState State, string Source, bool Required);
