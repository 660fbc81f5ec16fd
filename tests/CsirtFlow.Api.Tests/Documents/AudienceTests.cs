using System.Collections.Immutable;
using CsirtFlow.Api.Documents;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using CsirtFlow.Notifications.Documents;
using static CsirtFlow.Api.Tests.Documents.Missent;
using JapaneseCalendar = CsirtFlow.Domain.Statutory.JapaneseCalendar;

namespace CsirtFlow.Api.Tests.Documents;

/// <summary>読む人: what the house wrote for itself, for an authority and for everybody; and the lists that only the house has.</summary>
public sealed class AudienceTests
{
    /// <summary>Typed by somebody into some event.</summary>
    private const string Typed = "打込";

    public static TheoryData<string> ForEverybody => [.. FormDefinition.All.Where(f => f.Audience is Audience.Public).Select(f => f.Id)];

    [Theory]
    [MemberData(nameof(ForEverybody))]
    public void Nothing_that_was_typed_into_an_event_goes_to_everybody(string form)
    {
        var text = Text(Typing(), form);

        Assert.DoesNotContain(Typed, text, StringComparison.Ordinal);
        Assert.DoesNotContain("警察", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Association.Profile.ContactPerson, text, StringComparison.Ordinal);
        Assert.Contains(Typed, Text(Typing(), "internal-final"), StringComparison.Ordinal);
    }

    [Fact]
    public void Not_even_where_a_form_asks_for_it()
    {
        string[] asked = ["incident.title", "cause.detail", "containment.actions", "recovery.status", "evidence.preserved", "evidence.inventory", "incident.chronology",
            "external.contacts", "other.remarks", "persons.response_detail", "prevention.done", "prevention.planned", "prevention.measures", "police.reception", "system.checks"];
        var form = FormDefinition.Valid("press-release", new(2026, 11, 22));

        Assert.Empty(DocumentValues.Of(Typing(), new(form, 1)).Keys.Intersect(asked));
    }

    [Fact]
    public void The_service_says_for_the_public_what_was_done_and_the_police_decide_on_their_part()
    {
        var values = Values(Typing(), "press-release");

        Assert.Equal("個人情報保護委員会へ報告しました（令和8年11月22日）。\n福島県（市町村担当課）へ報告しました（令和8年11月22日）。\n対象となる方へ通知しました（令和8年11月22日）。", values["public.response"].Text);
        Assert.Contains("9時52分　認知", values["public.course"].Text, StringComparison.Ordinal);
        Assert.All(["重要度", "原因の究明", "CISO", "管理者", "責任者", "評価"], inner => Assert.DoesNotContain(inner, values["public.course"].Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_that_was_kept_stands_in_the_inventory_with_its_hash()
    {
        EvidenceFile file = new("a｜b.eml", "message/rfc822", 10, new string('0', 64));
        ImmutableArray<ReportEvent> reported = [((OccurrenceReported)Reported[0]) with { Files = [file] }, .. Reported.Skip(1)];
        var lines = Values(CaseFile.Open(Association, Events, [reported], At("22:00"))!, "evidence-inventory")["evidence.inventory"].Text.Split('\n');

        Assert.Equal(
            [
                $"1｜報告に添付されたファイル｜この記録システム｜a|b.eml SHA-256 {file.Sha256}｜令和8年11月22日（日）午前10時5分｜見本 太郎（職員等）",
                "2｜送信済みメール（ヘッダーを含む）｜CSIRTの保管庫｜｜令和8年11月22日（日）午前11時20分｜架空 鈴（CSIRT責任者）",
            ],
            lines);
    }

    [Fact]
    public void An_inventory_without_evidence_says_so_once_it_was_confirmed()
    {
        var none = CaseFile.Open(Association, Events.Take(4), [Reported], At("22:00"))!;
        var confirmed = CaseFile.Open(Association, [.. Events.Take(4), new EvidenceInventoryConfirmed("残すものがない", By(Suzu, "11:10"))], [Reported], At("22:00"))!;

        Assert.False(Values(none, "evidence-inventory").ContainsKey("evidence.inventory"));
        Assert.Equal("｜保全した証拠はない", Values(confirmed, "evidence-inventory")["evidence.inventory"].Text);
    }

    [Fact]
    public void The_chronology_has_every_event_in_the_order_in_which_it_happened()
    {
        var note = new NoteAdded("電話で確認した", By(Suzu, "21:40") with { OccurredAt = At("10:20") }, NoteKind.Telephone);
        var lines = Values(File("22:00", note), "chronology")["incident.chronology"].Text.Split('\n');

        Assert.StartsWith("令和8年11月22日（日）午前9時52分｜認知｜", lines[0], StringComparison.Ordinal);
        Assert.Equal("令和8年11月22日（日）午前10時20分｜電話：電話で確認した｜CSIRT責任者｜令和8年11月22日（日）午後9時40分", lines[3]);
        // The report is two lines: noticed and reported.
        Assert.Equal(Events.Length + Reported.Length + 2, lines.Length);
    }

    [Fact]
    public void That_no_other_system_needs_checking_is_an_answer_too()
    {
        var file = File("22:00", new DutyJudgedUnnecessary("32-3-3-others", "手作業の誤りで、システムによらない", By(Suzu, "21:40")));

        Assert.Equal("不要と判断：手作業の誤りで、システムによらない", Values(file, "internal-final")["system.checks"].Text);
    }

    [Fact]
    public void My_number_has_its_own_grounds_and_its_own_persons()
    {
        var facts = Data with { MyNumber = new() { Included = Answer.Yes, System = MyNumberSystem.RelatedAffairs, Persons = new() { Confirmed = 40 } } };
        var values = Values(File("22:00", new PersonalDataAssessed(facts, At("09:52"), false, "訂正", By(Fumiko, "21:40"))), "my-number-preliminary");

        Assert.Equal("第1号ハ（番号規則第2条第1号ハ、個人番号関係事務のシステム：該当）", values["law.my_number_grounds"].Text);
        Assert.Equal(("40人", "確定", "個人番号関係事務"), (values["my_number.person_count"].Text, values["my_number.person_count_certainty"].Text, values["my_number.affairs"].Text));
        Assert.Equal("最大1,780人（見込み1,500人）", values["data.person_count"].Text);
        Assert.DoesNotContain("my_number.person_count", Values(File("22:00"), "ppc-final").Keys);
    }

    private static CaseFile Typing() => CaseFile.Open(Association,
        [
            ((IncidentOpened)Events[0]) with { Title = Typed },
            .. Events.Skip(1),
            new OrderGiven(2, OrderKind.Recovery, "chuo", Typed, At("22:00"), By(Suzu, "21:40")),
            new OrderCarriedOut(2, Typed, By(Chief, "21:41")),
            new EvidencePreserved(Typed, Typed, null, By(Suzu, "21:41")),
            new CauseEstablished(Determined: true, Typed, "", By(Suzu, "21:42")),
            new PersonsNotified(Typed, 1, "", By(Fumiko, "18:00")),
            new InformationShared(Typed, Tlp.Red, Typed, By(Suzu, "21:43")),
            new NoteAdded(Typed, By(Suzu, "21:44")),
            new FilingRecorded("police-consultation", ["38-3"], "福島県警察", Typed, Typed, Typed, At("21:45"), By(Fumiko, "21:46")),
            new FilingRecorded("other", ["19-5"], Typed, Typed, Typed, Typed, At("21:45"), By(Fumiko, "21:47")),
        ],
        [Reported], At("22:00"))!;

    private static IReadOnlyDictionary<string, FormValue> Values(CaseFile file, string form) => DocumentValues.Of(file, Wish(file, form));

    private static string Text(CaseFile file, string form) => PlainTextRenderer.Render(DocumentBinder.Document(file, Wish(file, form)));

    private static DocumentWish Wish(CaseFile file, string form) => new(FormDefinition.Valid(form, JapaneseCalendar.DayOf(file.AsOf)), 1);
}
