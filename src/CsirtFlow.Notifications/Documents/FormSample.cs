namespace CsirtFlow.Notifications.Documents;

/// <summary>見本: a form as it will look, with a value in each row that says what will stand there. Pure.</summary>
public static class FormSample
{
    public static OfficialDocument Of(FormDefinition form, string sender, DateOnly date)
    {
        var values = form.Rows.Where(row => FormKeys.IsKnown(row.Key)).DistinctBy(row => row.Key).ToDictionary(row => row.Key, Value, StringComparer.Ordinal);
        return DocumentComposer.Compose(form, new DocumentHead("", date, sender, "第1報", ["担当の所属・氏名", "電話"], "見本"), values);
    }

    private static FormValue Value(FormRow row) => FormValue.Confirmed(row switch
    {
        { Choices: [var first, ..] } => first,
        { Columns: { Count: > 0 } columns } => string.Join(TableBlock.Separator, columns.Select(column => $"（{column}）")),
        _ => $"（{FormKeys.All[row.Key].Japanese}）",
    });
}
