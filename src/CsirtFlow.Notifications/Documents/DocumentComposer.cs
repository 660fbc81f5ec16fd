namespace CsirtFlow.Notifications.Documents;

/// <summary>
/// 文書の頭書き: what differs from one document of a form to the next.
/// </summary>
/// <param name="Issue">「第1報」; required where the form's title asks for it.</param>
/// <param name="Contact">担当, line by line.</param>
/// <param name="Addressees">Instead of the form's, where the organisation's settings name others.</param>
/// <param name="Classification">Instead of the form's.</param>
public sealed record DocumentHead(
    string Number, DateOnly Date, string Sender, string Issue, IReadOnlyList<string> Contact, string Mark,
    IReadOnlyList<Addressee>? Addressees = null, string? Classification = null);

/// <summary>文書の作成: puts values into a form. Nothing is invented: what is not known stands as 未記入.</summary>
public static class DocumentComposer
{
    private const string NotConfirmed = "公式欄名は未照合";

    /// <param name="values">By key of <see cref="FormKeys"/>; keys that this form does not use are left alone.</param>
    /// <exception cref="FormException">A value has an unknown key, or the title asks for an issue that is not given.</exception>
    public static OfficialDocument Compose(FormDefinition form, DocumentHead head, IReadOnlyDictionary<string, FormValue> values)
    {
        if (values.Keys.Where(key => !FormKeys.IsKnown(key)).Order(StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw new FormException($"Unknown key '{unknown}'.");

        string Issued(string text) => !text.Contains("{issue}", StringComparison.Ordinal) ? text
            : head.Issue is "" ? throw new FormException($"{form.Id}: the issue (第n報) is missing.") : text.Replace("{issue}", head.Issue, StringComparison.Ordinal);

        IEnumerable<Block> Section(FormSection section) =>
            [new HeadingBlock(section.Number is "" ? section.Title : $"{section.Number}　{section.Title}"), .. Blocks(section.Rows, values)];

        return new OfficialDocument(
            head.Classification ?? form.Classification, head.Number, head.Date, head.Addressees ?? form.Addressees, head.Sender, Issued(form.Title),
            [.. form.Lead.Select(Issued)], [new NoticeMarkBlock(), .. form.Sections.SelectMany(Section), new EndBlock()],
            head.Contact, head.Mark, form.OfficialNamesConfirmed ? form.Notes : [.. form.Notes, NotConfirmed]);
    }

    // Rows that follow each other are one table of label and value; a list is a table of its own.
    private static IEnumerable<Block> Blocks(IReadOnlyList<FormRow> rows, IReadOnlyDictionary<string, FormValue> values)
    {
        var run = new List<DocumentRow>();
        foreach (var row in rows)
        {
            if (row.Columns is not { Count: > 0 } columns)
            {
                run.Add(Row(row, values));
                continue;
            }

            if (run.Count > 0) yield return new RowsBlock([.. run]);
            run.Clear();
            yield return new TableBlock(Row(row, values), columns);
        }

        if (run.Count > 0) yield return new RowsBlock(run);
    }

    private static DocumentRow Row(FormRow row, IReadOnlyDictionary<string, FormValue> values)
    {
        var value = values.GetValueOrDefault(row.Key, FormValue.Missing).Honest;
        var text = value.State is FormValueState.Missing ? "" : row.Choices is { Count: > 0 } choices ? Marked(choices, value.Text) : value.Text;
        var shown = value.State switch
        {
            FormValueState.Missing => "［未記入］",
            FormValueState.Investigating => string.IsNullOrWhiteSpace(text) ? "［調査中］" : $"［調査中］{text}",
            _ => text,
        };
        return new DocumentRow(row.Id, row.Label, shown, value.State, value.Source, row.Required);
    }

    /// <summary>「■漏えい　□滅失」; 「その他（サーバー）」 marks その他; whatever is no choice follows on its own line and is not lost.</summary>
    private static string Marked(IReadOnlyList<string> choices, string text)
    {
        var said = ChoiceText.Entries(text);
        if (said is []) return "";

        var marks = choices.Select(choice => said.Where(one => ChoiceText.IsFor(one, choice)).ToList() is [_, ..] chosen ? $"■{string.Join('、', chosen)}" : $"□{choice}");
        var rest = said.Where(one => !choices.Any(choice => ChoiceText.IsFor(one, choice)));
        return string.Join('\n', [string.Join('　', marks), .. rest]);
    }
}
