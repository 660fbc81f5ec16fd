using CsirtFlow.Domain;
using CsirtFlow.Notifications.Documents;

namespace CsirtFlow.Notifications.Tests.Documents;

public sealed class FormTests
{
    public static TheoryData<string> Forms =>
    [
        "internal-first-report", "internal-follow-up", "internal-final", "prevention-report", "chronology", "evidence-inventory", "duty-sheet", "year-figures",
        "ppc-preliminary", "ppc-final", "my-number-preliminary", "my-number-final", "person-notice",
        "soumu-fukushima-incident-report", "police-consultation", "common-form-1", "common-form-2", "common-form-3",
        "press-release", "press-questions", "website-notice",
    ];

    [Fact]
    public void These_forms_come_with_the_product_and_stand_in_this_order() => Assert.Equal(Forms.Select(row => row.Data), FormDefinition.All.OrderBy(form => form.Order).Select(form => form.Id));

    [Theory]
    [MemberData(nameof(Forms))]
    public void Each_form_says_since_when_and_on_what_ground_it_stands(string id)
    {
        var form = FormDefinition.All.Single(f => f.Id == id);

        Assert.Equal(id.StartsWith("common-form-", StringComparison.Ordinal) ? new DateOnly(2026, 10, 1) : new DateOnly(2026, 4, 1), form.ValidFrom);
        Assert.NotEmpty(form.Sources);
        Assert.All(form.Rows.Where(row => row.Columns is not null), row => Assert.Null(row.Choices));
        Assert.Throws<FormException>(() => FormDefinition.Valid(id, form.ValidFrom.AddDays(-1)));
    }

    [Fact]
    public void A_form_serves_duties_towards_other_bodies_and_each_limit_of_law_has_its_form()
    {
        var served = FormDefinition.All.SelectMany(f => (f.Serves ?? []).Select(key => (f.Internal, Key: key))).ToList();

        Assert.All(served, s => Assert.True(!s.Internal && DutyTable.OfIncident.Single(d => d.Key == s.Key).TowardsOutside.Japanese.Length > 0, s.Key));
        Assert.Empty(PersonalDataLaw.DutyKeys.Except(served.Select(s => s.Key)));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Each_form_reads_as_approved(string form) => Approved.Matches(form, PlainTextRenderer.Render(Samples.Document(form)));

    [Fact]
    public void What_is_for_everybody_uses_no_word_that_was_written_for_the_house_or_for_an_authority() =>
        Assert.All(FormDefinition.All.Where(form => form.Audience is Audience.Public), form => Assert.Empty(form.Rows.Select(row => row.Key).Intersect(FormCheck.NotForEverybody)));

    [Fact]
    public void What_goes_to_everybody_keeps_its_answers_and_what_had_to_be_answered_and_no_heading_over_nothing()
    {
        static DocumentRow Row(string id, FormValueState state, bool required) => new(id, id, id, state, "", required);
        var whole = Samples.Document("press-release") with
        {
            Blocks =
            [
                new NoticeMarkBlock(), new HeadingBlock("1"), new RowsBlock([Row("answered", FormValueState.Confirmed, false), Row("open", FormValueState.Missing, false), Row("required", FormValueState.Missing, true)]),
                new HeadingBlock("2"), new RowsBlock([Row("open", FormValueState.Missing, false)]), new EndBlock(),
            ],
        };

        var answered = whole.Answered;

        Assert.Equal(["answered", "required"], answered.Rows.Select(r => r.Id));
        Assert.Equal("1", Assert.Single(answered.Blocks.OfType<HeadingBlock>()).Text);
    }

    [Fact]
    public void A_list_is_a_table_with_its_columns_and_loses_no_word()
    {
        TableBlock Table(string text) => DocumentComposer.Compose(FormDefinition.Valid("press-questions", Samples.Today), Samples.Head,
            new Dictionary<string, FormValue>(StringComparer.Ordinal) { ["press.questions"] = FormValue.Confirmed(text) }).Blocks.OfType<TableBlock>().Single();

        Assert.Equal(["問", "答"], Table("a｜b").Columns);
        Assert.Equal([["いつか", "今日｜明日"], ["なぜか", ""]], Table("いつか｜今日｜明日\r\nなぜか").Lines);
        Assert.Equal([["［未記入］", ""]], Table("").Lines);
    }

    [Fact]
    public void Every_key_is_asked_by_some_form_and_has_a_japanese_name()
    {
        Assert.Equal([FormKeys.DocumentNumber], FormKeys.All.Keys.Except(FormDefinition.All.SelectMany(form => form.Rows).Select(row => row.Key)));
        Assert.All(FormKeys.All.Values, label => Assert.Contains(label.Japanese, c => c > '\u3000'));
        Assert.All(FormKeys.All.Values, label => Assert.Matches("^[ -~]+$", label.English));
    }

    [Fact]
    public void What_is_not_known_stands_as_not_filled_in()
    {
        var form = FormDefinition.Valid("internal-first-report", Samples.Today);
        var document = DocumentComposer.Compose(form, Samples.Head, new Dictionary<string, FormValue>(StringComparer.Ordinal)
        {
            ["incident.number"] = FormValue.Confirmed("R8-0017"),
            ["incident.title"] = FormValue.Confirmed(" 　"),
            ["incident.summary"] = new("  ", FormValueState.Confirmed, ""),
            ["cause.detail"] = FormValue.Investigating(),
        });

        var rows = document.Blocks.OfType<RowsBlock>().SelectMany(block => block.Rows).ToDictionary(row => row.Id, row => row.Value, StringComparer.Ordinal);
        Assert.Equal(("R8-0017", "［未記入］", "［未記入］", "［調査中］"), (rows["number"], rows["title"], rows["summary"], rows["cause"]));
        Assert.Equal("確定 1・調査中 1・未記入 23", document.Completeness.ToString());
        Assert.Contains("件名", document.Completeness.MissingLabels);
        Assert.False(document.Completeness.IsComplete);
    }

    [Fact]
    public void Only_required_rows_block_approval()
    {
        var completeness = Samples.Document("ppc-preliminary").Completeness;

        Assert.Contains("その他参考となる事項", completeness.MissingLabels);
        Assert.True(completeness.IsComplete);
        Assert.Equal(["団体コード"], Samples.Document("soumu-fukushima-incident-report").Completeness.BlockingLabels);
    }

    [Fact]
    public void A_value_with_an_unknown_key_is_an_error_that_names_it()
    {
        var values = new Dictionary<string, FormValue>(StringComparer.Ordinal) { ["incident.notised_at"] = FormValue.Confirmed("x") };

        var error = Assert.Throws<FormException>(() => DocumentComposer.Compose(FormDefinition.All[0], Samples.Head, values));
        Assert.Contains("incident.notised_at", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "id": "r", "label": "欄", "key": "incident.notised_at", "required": true }""", "incident.notised_at")]
    [InlineData("""{ "id": "r", "label": "欄", "key": "incident.title", "required": true, "colour": "red" }""", "colour")]
    [InlineData("""{ "id": "r", "label": "欄", "key": "incident.title" }""", "required")]
    [InlineData("""{ "id": "r", "label": null, "key": "incident.title", "required": true }""", "label")]
    [InlineData("""{ "id": "r", "label": "欄", "key": "incident.title", "required": true }, { "id": "r", "label": "欄", "key": "incident.kind", "required": true }""", "'r'")]
    public void A_form_with_a_mistake_is_an_error_that_names_it(string rows, string named)
    {
        var json = $$"""
            { "id": "f", "version": 1, "validFrom": "2026-04-01", "sources": [], "officialNamesConfirmed": false, "title": "様式", "addressees": [], "classification": "自治体機密性1", "audience": "house", "order": 1,
              "lead": [], "notes": [], "sections": [ { "number": "1", "title": "節", "rows": [ {{rows}} ] } ] }
            """;

        Assert.Contains(named, Assert.Throws<FormException>(() => FormDefinition.Parse(json)).Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_title_that_asks_for_the_issue_gets_it_or_nothing_is_made()
    {
        var form = FormDefinition.Valid("soumu-fukushima-incident-report", Samples.Today);

        Assert.Equal("情報セキュリティインシデント報告書（第2報）", DocumentComposer.Compose(form, Samples.Head with { Issue = "第2報" }, Samples.Values).Title);
        Assert.Throws<FormException>(() => DocumentComposer.Compose(form, Samples.Head with { Issue = "" }, Samples.Values));
    }

    [Theory]
    [InlineData("漏えい、毀損", "■漏えい　□漏えいのおそれ　□滅失　□滅失のおそれ　■毀損　□毀損のおそれ")]
    [InlineData("漏えい（2件、確認済）", "■漏えい（2件、確認済）　□漏えいのおそれ　□滅失　□滅失のおそれ　□毀損　□毀損のおそれ")]
    [InlineData("漏えい（A）、漏えい（B）", "■漏えい（A）、漏えい（B）　□漏えいのおそれ　□滅失　□滅失のおそれ　□毀損　□毀損のおそれ")]
    [InlineData("不明である", "□漏えい　□漏えいのおそれ　□滅失　□滅失のおそれ　□毀損　□毀損のおそれ\n不明である")]
    public void Choices_are_marked_and_no_word_is_lost(string text, string shown)
    {
        var values = new Dictionary<string, FormValue>(StringComparer.Ordinal) { ["data.breach_kind"] = FormValue.Confirmed(text) };
        var document = DocumentComposer.Compose(FormDefinition.Valid("ppc-preliminary", Samples.Today), Samples.Head, values);

        Assert.Equal(shown, document.Blocks.OfType<RowsBlock>().SelectMany(block => block.Rows).Single(row => row.Id == "1c").Value);
    }

    [Fact]
    public void A_form_not_compared_with_the_official_one_says_so()
    {
        string[] unconfirmed =
        [
            "ppc-preliminary", "ppc-final", "my-number-preliminary", "my-number-final", "soumu-fukushima-incident-report", "police-consultation", "common-form-1", "common-form-2", "common-form-3",
        ];

        Assert.All(FormDefinition.All, form => Assert.Equal(unconfirmed.Contains(form.Id), Samples.Document(form.Id).Notes.Contains("公式欄名は未照合")));
    }

    [Fact]
    public void No_form_is_offered_before_its_first_day() => Assert.Throws<FormException>(() => FormDefinition.Valid("ppc-preliminary", new DateOnly(2026, 3, 31)));

    [Theory]
    [InlineData(2019, 5, 1, "令和元年5月1日")]
    [InlineData(2019, 12, 31, "令和元年12月31日")]
    [InlineData(2020, 2, 29, "令和2年2月29日")]
    [InlineData(2026, 11, 22, "令和8年11月22日")]
    public void Dates_are_written_in_reiwa(int year, int month, int day, string written) => Assert.Equal(written, Reiwa.Date(new DateOnly(year, month, day)));

    [Fact]
    public void There_is_no_reiwa_before_it_began() => Assert.Throws<ArgumentOutOfRangeException>(() => Reiwa.Date(new DateOnly(2019, 4, 30)));
}
