using CsirtFlow.Api.Tests.Documents;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Api.Tests.Scenarios;

/// <summary>S4, 飯塚 2015: unauthorised access to the server of disaster mails; up to 1,798 of 2,156 addresses taken, the site closed, the police asked.</summary>
public sealed class PublicServerTests(AppFixture fixture)
{
    private static readonly PersonalDataFacts Facts = new()
    {
        HeldInformation = Answer.Yes,
        SensitiveInformation = Answer.No,
        PropertyDamageFeared = Answer.No,
        ImproperPurposeFeared = Answer.Yes,
        Persons = new() { PossibleMaximum = 1798 },
        Loss = new() { Leak = LossState.Feared, Destruction = LossState.None, Damage = LossState.None },
        MyNumber = new() { Included = Answer.No },
    };

    [Fact]
    public async Task From_the_report_to_the_filed_final_report()
    {
        await using var app = await fixture.Own();
        app.Clock.SetUtcNow(Story.At(7, 8, 14, 40));
        var story = await Story.Begins(app, An.Occurrence with { Kinds = [OccurrenceKind.Website], NoticedAt = Story.At(7, 8, 14, 21), Description = "災害情報メールのサーバに知らない人が入っている。" }, "災害情報メールのサーバへの不正アクセス",
            new Nature(Attack: true, MayBeCrime: true));
        await story.Stated(("incident.summary", "災害情報メールの配信サーバが不正アクセスを受け、登録者のメールアドレスが流出したおそれがある。"), ("incident.occurred_at", "令和12年7月8日　14時21分"),
            ("data.items", "メールアドレス"), ("data.media", "電子媒体（サーバー）"), ("data.categories", "住民情報"), ("cause.party", "不明"), ("cause.kind", "不正アクセス"), ("entrustment.from", "無"), ("entrustment.to", "無"));
        await story.Do("somu-shukan", "personal-data-assessment", new AssessPersonalData(Facts, Story.At(7, 8, 14, 21)));
        Assert.Equal((Story.EndOf(7, 12), Story.EndOf(9, 5)), ((await story.Duty("32-1-4-appi-preliminary")).Due, (await story.Duty("32-1-4-appi-final")).Due));

        var police = await story.Released("police-consultation", "警察署", "警-1", ("police.request", "相談、情報提供"));
        await story.Do("csirt3", "evidence", new PreserveEvidence("サーバのログ", "CSIRTの金庫"));
        await story.Released("soumu-fukushima-incident-report", "福島県（市町村担当課）", "福-1");
        Assert.All(new[] { await story.Duty("38-3"), await story.Duty("38-2"), await story.Duty("19-5") }, d => Assert.Equal(Standing.Met, d.Standing));
        Lines.Hold(await police.Frozen(), "福島県警察（サイバー犯罪相談窓口）　御中", "件名：災害情報メールのサーバへの不正アクセス");

        story.On(7, 9, 10);
        var preliminary = await (await story.Released("ppc-preliminary", "個人情報保護委員会", "PPC-401")).Frozen();
        Lines.Hold(preliminary, "報告種別：■速報　□確報", "発覚日：令和12年7月8日（月）午後2時21分", "発生事案：□漏えい　■漏えいのおそれ　□滅失　□滅失のおそれ　□毀損　□毀損のおそれ", "公表（予定）日：［未記入］");
        Approved.Matches("public-server-press-release", await story.Published("災害情報メールに登録された方、最大1,798人", "影響が組合の外に及び、配信を止めている", Story.At(7, 9, 14),
            ("publication.title", "災害情報メールの配信サーバへの不正アクセスについて"), ("public.summary", "災害情報メールの配信サーバが外部からの不正アクセスを受け、登録された方のメールアドレスが流出したおそれがあります。"),
            ("impact.resident_services", "災害情報メールの配信を停止しています。火災等の情報はホームページでお知らせします。"), ("harm.secondary", "不明"), ("harm.secondary_detail", "現在のところ、流出した情報が悪用されたという連絡はありません。"),
            ("public.cause", "詳しい原因を調査しています。"), ("persons.response_status", "対応予定"), ("public.prevention_planned", "調査の結果を踏まえ、再発防止策を講じます。"), ("publication.next_at", "調査の結果が分かり次第、お知らせします。")));

        story.On(8, 20, 10);
        await story.Contained();
        await story.Learned(new EstablishCause(Determined: true, "配信ソフトウェアの更新をしておらず、既知の弱点を突かれた。"));
        await story.Do("somu-shukan", "personal-data-assessment", new AssessPersonalData(Facts with { Persons = new() { Confirmed = 1798 }, Loss = Facts.Loss with { Leak = LossState.Occurred } }, Story.At(7, 8, 14, 21), "調査会社の報告による"));
        await story.Do("somu-shukan", "notified-persons", new NotifyPersons("電子メール", 1798));
        var final = await (await story.Released("ppc-final", "個人情報保護委員会", "PPC-402", ("harm.secondary", "無"), ("investigation.external", "実施済"))).Frozen();
        Assert.Equal(Standing.Met, (await story.Duty("32-1-4-appi-final")).Standing);
        Lines.Hold(final, "新規・続報の別：□新規　■続報（令和12年7月9日、PPC-401）", "発生事案：■漏えい　□漏えいのおそれ　□滅失　□滅失のおそれ　□毀損　□毀損のおそれ", "本人の数：1,798人", "確定・概数等の別：■確定　□概数　□最大　□不明",
            "主体：□報告者　□委託先　■不明", "日・方法・内容：令和12年8月20日　電子メール　1,798人", "公表（予定）日：令和12年7月9日（火）午後2時0分", "方法：■ホームページに掲載　□記者会見　■報道機関等への資料配布　□その他", "内容：災害情報メールの配信サーバへの不正アクセスについて");
        Assert.Contains("■第3号", final, StringComparison.Ordinal);
        Assert.Contains("■第4号", final, StringComparison.Ordinal);
        Approved.Matches("public-server-ppc-final", final);
        await story.OnlyTheHouseHadMail();
        await Replay.Agrees(app);
    }
}
