using CsirtFlow.Api.Documents;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using CsirtFlow.Notifications.Documents;
using static CsirtFlow.Api.Tests.Documents.Missent;

namespace CsirtFlow.Api.Tests.Documents;

public sealed class DocumentValuesTests
{
    private const string Inside = "internal-first-report";
    private const string Commission = "ppc-preliminary";
    private const string Government = "soumu-fukushima-incident-report";

    public static TheoryData<string> Forms =>
    [
        Inside, Commission, Government, "ppc-final", "internal-follow-up", "internal-final", "prevention-report", "chronology", "evidence-inventory", "person-notice", "press-release",
        "press-questions", "website-notice",
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Each_form_is_prefilled_as_approved(string form) => Approved.Matches(form, Text(File("22:00"), form));

    [Fact]
    public void As_of_an_earlier_moment_it_says_what_was_known_then()
    {
        Approved.Matches($"{Government}-at-11-30", Text(File("11:30"), Government));
        Assert.Equal(Text(CaseFile.Open(Association, Events.Take(6), [Reported], At("11:30"))!, Government), Text(File("11:30"), Government));
    }

    [Fact]
    public void Before_the_incident_there_is_no_file() => Assert.Null(CaseFile.Open(Association, Events, [Reported], At("10:39")));

    [Theory]
    [InlineData("incident.title", "インシデントの認定　11月22日（日）10:40　架空 鈴")]
    [InlineData("incident.severity", "重要度の決定　11月22日（日）10:45　架空 鈴")]
    [InlineData("incident.noticed_at", "個人情報の漏えい等の該当性判定　11月22日（日）17:00　見本 文子")]
    [InlineData("containment.actions", "完了の確認　11月22日（日）12:10　架空 鈴")]
    [InlineData("prevention.done", "再発防止策の実施　11月22日（日）21:30　仮名 署郎")]
    [InlineData("incident.summary", "事実の更新　11月22日（日）13:30　見本 文子")]
    [InlineData("organisation.name", "連絡網・設定")]
    public void A_value_says_where_it_comes_from(string key, string source) => Assert.Equal(source, Values("22:00", Commission)[key].Source);

    [Theory]
    [InlineData("11:30", "data.person_count", null)]
    [InlineData("14:00", "data.person_count", "最大1,780人（見込み1,500人）")]
    [InlineData("22:00", "data.person_count", "1,780人")]
    [InlineData("14:00", "data.person_count_certainty", "最大")]
    [InlineData("22:00", "data.person_count_certainty", "確定")]
    [InlineData("14:00", "data.breach_kind", "漏えい")]
    [InlineData("14:00", "law.rule43_grounds", "第4号（規則第43条第4号、本人の数が百人を超える：該当するおそれ）")]
    [InlineData("22:00", "law.rule43_grounds", "第4号（規則第43条第4号、本人の数が百人を超える：該当）")]
    [InlineData("14:00", "publication.status", null)]
    [InlineData("22:00", "publication.method", "ホームページに掲載、報道機関等への資料配布")]
    [InlineData("22:00", "persons.response_status", "対応済")]
    [InlineData("22:00", "incident.occurred_at", null)]
    [InlineData("22:00", "harm.secondary_detail", null)]
    [InlineData("22:00", "data.leak_count", null)]
    public void What_no_event_says_is_left_out(string time, string key, string? text) => Assert.Equal(text, Values(time, Commission).GetValueOrDefault(key)?.Text);

    [Theory]
    [InlineData(PublicationVerdict.Publish, "実施予定", "令和8年11月22日（日）午後6時0分")]
    [InlineData(PublicationVerdict.DoNotPublish, "予定なし", null)]
    public void The_judgement_says_whether_something_will_be_published(PublicationVerdict verdict, string status, string? date)
    {
        var judged = new PublicationJudged(verdict, Severity.High, "120人", [], "影響が及ぶ", date is null ? null : At("18:00"), By(Ciso, "12:30"));
        var values = DocumentValues.Of(File("14:00", judged), Wish(File("14:00"), Commission));

        Assert.Equal((status, date), (values["publication.status"].Text, values.GetValueOrDefault("publication.date")?.Text));
    }

    [Fact]
    public void What_was_withdrawn_is_published_no_more()
    {
        var file = File("22:00", new PublicationWithdrawn(1, "人数が誤っていた", "配布先へ電話した", At("20:30"), By(Fumiko, "20:30")));

        Assert.Null(DocumentValues.Of(file, Wish(file, Commission)).GetValueOrDefault("publication.status"));
        Assert.EndsWith("公表の取下げ", DocumentValues.Of(file, Wish(file, "press-release"))["public.course"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Under_investigation_stays_under_investigation()
    {
        Assert.Equal(FormValueState.Investigating, Values("22:00", Commission)["harm.secondary"].State);
        Assert.Equal(FormValueState.Investigating, Values("14:00", Commission)["data.person_count"].State);
        Assert.Contains("有無：［調査中］", Text(File("22:00"), Commission), StringComparison.Ordinal);
    }

    [Fact]
    public void A_recorded_fact_wins_over_what_was_derived_until_it_is_recorded_anew()
    {
        FactsRecorded Said(string time, string text) => new(Facts(("cause.detail", text, FactState.Confirmed), ("report.issue", "第9報", FactState.Confirmed)), By(Fumiko, time));
        var file = File("22:00", Said("21:40", "手順の不備"), Said("21:50", "手順の不備及び確認不足"));

        var values = DocumentValues.Of(file, Wish(file, Government));

        Assert.Equal("手順の不備及び確認不足", values["cause.detail"].Text);
        Assert.Equal("第2報", values["report.issue"].Text);
    }

    [Fact]
    public void The_words_of_the_reporter_stay_in_the_house()
    {
        Assert.Equal(Words, Values("11:30", Inside)["incident.summary"].Text);
        foreach (var form in FormDefinition.All.Where(f => f.Audience is not Audience.House).Select(f => f.Id))
        {
            Assert.False(Values("11:30", form).ContainsKey("incident.summary"));
            Assert.All([Words, "田中", "保管庫", "例示様", "仮名 署郎", "架空 鈴"], personal => Assert.DoesNotContain(personal, Text(File("22:00"), form), StringComparison.Ordinal));
        }

        Assert.All(["見本", "架空 ", "田中"], name => Assert.DoesNotContain(name, Values("22:00", Inside)["incident.course"].Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_cause_that_cannot_be_determined_says_what_was_tried()
    {
        var file = File("22:00", new CauseEstablished(Determined: false, "", "送信記録を調べた", By(Suzu, "21:40")));

        Assert.Equal("特定できず（調査した内容：送信記録を調べた）", DocumentValues.Of(file, Wish(file, Commission))["cause.detail"].Text);
    }

    [Fact]
    public void A_plan_without_instruction_is_a_proposal()
    {
        var planned = Values("20:45", Commission)["prevention.planned"];

        Assert.Equal(FormValueState.Investigating, planned.State);
        Assert.StartsWith("案（CISOの指示前）", planned.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_tells_what_is_missing_and_what_was_filed()
    {
        var listed = DocumentBinder.List(File("22:00"), "2026-11-22T13:00:00.0000000+00:00");

        Assert.Equal(FormDefinition.All.Where(f => f.Subject is FormSubject.Incident).OrderBy(f => f.Order).Select(f => f.Id), listed.Select(l => l.Form));
        var government = listed.Single(l => l.Form == Government);
        Assert.Equal("情報セキュリティインシデント報告書（第2報）", government.Title);
        Assert.False(government.OfficialNamesConfirmed);
        Assert.Contains("発生日時", government.Completeness!.BlockingLabels);
        Assert.Equal("福島県", Assert.Single(government.Filings).Addressee);
        Assert.Equal("/api/incidents/R8-0017/documents/soumu-fukushima-incident-report?format=docx&asOf=2026-11-22T13%3A00%3A00.0000000%2B00%3A00", government.Links["docx"]);
    }

    [Theory]
    [InlineData("22:00", "ppc-preliminary", "続報（令和8年11月22日、PPC-000）")]
    [InlineData("14:00", "ppc-preliminary", "新規")]
    [InlineData("22:00", "ppc-final", "続報（令和8年11月22日、PPC-000）")]
    [InlineData("14:00", "ppc-final", "新規")]
    public void A_later_report_names_the_one_before(string time, string form, string sequence)
    {
        Assert.Equal(sequence, Values(time, form)["ppc.report_sequence"].Text);
        Assert.Equal(form.EndsWith("-final", StringComparison.Ordinal) ? "確報" : "速報", Values(time, form)["ppc.report_kind"].Text);
    }

    [Fact]
    public void An_organisation_without_profile_leaves_its_rows_open()
    {
        var file = CaseFile.Open(Association with { Profile = new() }, Events, [Reported], At("22:00"))!;

        Assert.Contains("法人番号：［未記入］", Text(file, Commission), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("一行目\r\n二行目\0\u202Egpj.exe \uD842")]
    [InlineData("、、（（（有）")]
    public void Hostile_text_breaks_no_document(string hostile)
    {
        IncidentEvent[] said =
        [
            new FactsRecorded(Facts([.. FormKeys.All.Keys.Select(key => (key, hostile, FactState.Confirmed)), ("no.such_key", hostile, FactState.Confirmed)]), By(Suzu with { Name = hostile }, "21:40")),
            new FilingRecorded(hostile, [], hostile, hostile, hostile, hostile, At("21:40"), By(Suzu, "21:41")),
            new OrderGiven(2, OrderKind.Recovery, hostile, hostile, At("22:00"), By(Suzu, "21:42")),
        ];
        var file = File("22:00", said);

        Assert.All(DocumentBinder.Forms(file), form =>
        {
            var document = DocumentBinder.Document(file, Wish(file, form.Id));
            Assert.DoesNotContain("<script", HtmlRenderer.Page(document, "/x"), StringComparison.Ordinal);
            Assert.DoesNotContain(PlainTextRenderer.Render(document), c => (char.IsControl(c) && c is not '\n') || c is '\u202E');
            Assert.NotEmpty(WordRenderer.Render(document, file.AsOf));
        });
    }

    [Theory]
    [InlineData("情報セキュリティインシデント報告書（第1報）", "R8-0017_情報セキュリティインシデント報告書（第1報）.docx")]
    [InlineData("../..\\a:b*c?\"<>|\r\n\u202Eexe.", "R8-0017_....abcexe.docx")]
    public void A_file_name_is_safe_everywhere(string title, string name) => Assert.Equal(name, DocumentEndpoints.FileName(Number, title, "docx"));

    private static DocumentWish Wish(CaseFile file, string form)
    {
        var definition = FormDefinition.Valid(form, JapaneseCalendar.DayOf(file.AsOf));
        return new(definition, DocumentBinder.NextIssue(file, definition));
    }

    private static IReadOnlyDictionary<string, FormValue> Values(string time, string form) => DocumentValues.Of(File(time), Wish(File(time), form));

    private static string Text(CaseFile file, string form) => PlainTextRenderer.Render(DocumentBinder.Document(file, Wish(file, form)));
}
