using CsirtFlow.Api.Tests.Documents;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Api.Tests.Scenarios;

/// <summary>S2, 守口市門真市 2018: a disk with ambulance records thrown away in a move, noticed weeks later; up to 35,000 persons, sensitive data.</summary>
public sealed class DiscardedDiskTests(AppFixture fixture)
{
    private static readonly PersonalDataFacts Facts = new()
    {
        HeldInformation = Answer.Yes,
        SensitiveInformation = Answer.Yes,
        PropertyDamageFeared = Answer.No,
        ImproperPurposeFeared = Answer.No,
        Persons = new() { PossibleMaximum = 35_000 },
        Loss = new() { Leak = LossState.Feared, Destruction = LossState.Occurred, Damage = LossState.None, SameDataElsewhere = Answer.No },
        Encryption = new() { KeySeparated = Answer.No },
        MyNumber = new() { Included = Answer.No },
    };

    [Fact]
    public async Task From_the_report_to_the_filed_final_report()
    {
        await using var app = await fixture.Own();
        app.Clock.SetUtcNow(Story.At(4, 23, 10));
        var story = await Story.Begins(app, An.Occurrence with { Kinds = [OccurrenceKind.Loss], NoticedAt = Story.At(4, 23, 9, 30), Description = "引越しのときに外付けディスクを捨てたらしい。" }, "外付け記憶装置の誤廃棄");
        await story.Stated(("incident.summary", "出張所の移転のとき、救急搬送の記録を保存した外付け記憶装置を誤って廃棄したとみられる。"), ("incident.occurred_at", "令和12年4月3日から5日まで"),
            ("data.items", "氏名、住所、要配慮個人情報（既往症）"), ("data.media", "電子媒体（HDD）"), ("data.categories", "住民情報"), ("cause.party", "報告者"), ("cause.kind", "誤廃棄"),
            ("entrustment.from", "無"), ("entrustment.to", "無"));
        await story.Do("somu-shukan", "personal-data-assessment", new AssessPersonalData(Facts, Story.At(4, 23, 9, 30)));
        Assert.Equal((Story.EndOf(4, 27), Story.EndOf(5, 22)), ((await story.Duty("32-1-4-appi-preliminary")).Due, (await story.Duty("32-1-4-appi-final")).Due));

        story.On(4, 25, 15);
        var preliminary = await (await story.Released("ppc-preliminary", "個人情報保護委員会", "PPC-201")).Frozen();
        Assert.Equal(Standing.Met, (await story.Duty("32-1-4-appi-preliminary")).Standing);
        Lines.Hold(preliminary, "報告種別：■速報　□確報", "新規・続報の別：■新規　□続報", "発生日：令和12年4月3日から5日まで", "発覚日：令和12年4月23日（火）午前9時30分",
            "発生事案：□漏えい　■漏えいのおそれ　■滅失　□滅失のおそれ　□毀損　□毀損のおそれ", "本人の数：［調査中］最大35,000人", "詳細：［未記入］", "状況：［調査中］");

        story.On(5, 20, 10);
        await story.Contained();
        await story.Learned(new EstablishCause(Determined: true, "廃棄する物を確かめる手順がなく、廃棄の記録もない。"));
        Approved.Matches("discarded-disk-press-release", await story.Published("救急搬送された方、最大35,000人", "要配慮個人情報を含み、住所が分からず本人に通知できない", Story.At(5, 20, 14),
            ("publication.title", "個人情報を保存した記憶装置の誤廃棄について"), ("public.summary", "出張所の移転のとき、救急搬送の記録を保存した外付けの記憶装置を誤って廃棄したとみられます。"),
            ("impact.resident_services", "ありません。"), ("harm.secondary", "無"), ("harm.secondary_detail", "現在のところ、情報が悪用されたという連絡はありません。"), ("public.cause", "廃棄する物を確かめる手順がありませんでした。"),
            ("public.response", "個人情報保護委員会へ報告しました（令和12年4月25日）。\nご本人の住所が分からないため、この公表をもってお知らせとし、問い合わせの窓口を設けました。"), ("persons.response_status", "対応中"),
            ("public.prevention_planned", "廃棄の手順を定め、全職員に研修を行います。"), ("publication.next_at", "予定していません。")));
        await story.Do("somu-shukan", "notified-persons", new NotifyPersons(Substitute: "住所が分からないためホームページで公表し、窓口を設けた"));
        var final = await (await story.Released("ppc-final", "個人情報保護委員会", "PPC-202", ("harm.secondary", "無"))).Frozen();
        Assert.Equal(Standing.Met, (await story.Duty("32-1-4-appi-final")).Standing);
        Lines.Hold(final, "報告種別：□速報　■確報", "新規・続報の別：□新規　■続報（令和12年4月25日、PPC-201）", "規則第43条各号該当性：■第1号（規則第43条第1号、要配慮個人情報：該当）　□第2号　□第3号　■第4号（規則第43条第4号、本人の数が百人を超える：該当するおそれ）　□第5号　□非該当（任意報告）",
            "類型：□不正アクセス　□内部不正　□誤交付　□誤送付　□誤送信　■誤廃棄　□紛失　□盗難　□誤表示・設定ミス　□その他", "詳細：廃棄する物を確かめる手順がなく、廃棄の記録もない。",
            "有無：□有　■無　□不明", "状況：■対応済　□対応中　□対応予定　□予定なし", "公表（予定）日：令和12年5月20日（月）午後2時0分", "今後実施予定の措置と完了予定時期：研修を行う（中央消防署、期限令和13年3月31日）");
        Approved.Matches("discarded-disk-ppc-final", final);
        await story.OnlyTheHouseHadMail();
        await Replay.Agrees(app);
    }
}
