using CsirtFlow.Api.Tests.Documents;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Api.Tests.Scenarios;

/// <summary>S7, 長野: two notifications of LP gas lost on paper, 3 persons, handed in anew; no report is owed, one is made all the same, and what was not published at first has its reason.</summary>
public sealed class LostPaperTests(AppFixture fixture)
{
    private static readonly PersonalDataFacts Facts = new()
    {
        HeldInformation = Answer.Yes,
        SensitiveInformation = Answer.No,
        PropertyDamageFeared = Answer.No,
        ImproperPurposeFeared = Answer.No,
        Persons = new() { Confirmed = 3 },
        Loss = new() { Leak = LossState.Feared, Destruction = LossState.Occurred, Damage = LossState.None, SameDataElsewhere = Answer.No },
        Encryption = new() { KeySeparated = Answer.No },
        MyNumber = new() { Included = Answer.No },
    };

    [Fact]
    public async Task From_the_report_to_the_filed_final_report()
    {
        await using var app = await fixture.Own();
        app.Clock.SetUtcNow(Story.At(8, 30, 11));
        var story = await Story.Begins(app, An.Occurrence with { Kinds = [OccurrenceKind.Loss], NoticedAt = Story.At(8, 30, 10), Description = "業者に聞かれて、7月に受けた書類が見当たらない。" }, "届出書類の紛失");
        await story.Stated(("incident.summary", "7月14日に受理した液化石油ガスの届出書類2件（3人分）を紛失した。"), ("incident.occurred_at", "令和12年7月14日から8月30日まで"),
            ("data.items", "氏名、住所"), ("data.media", "紙"), ("data.categories", "住民情報"), ("cause.party", "報告者"), ("cause.kind", "紛失"), ("entrustment.from", "無"), ("entrustment.to", "無"));
        await story.Do("somu-shukan", "personal-data-assessment", new AssessPersonalData(Facts, Story.At(8, 30, 10)));
        Assert.DoesNotContain((await story.State()).Duties, d => d.Key is "32-1-4-appi-preliminary" or "32-1-4-appi-final");

        story.On(9, 5, 10);
        await story.Do("somu-shukan", "unnecessary-duties", new JudgeDutyUnnecessary("19-6", "再提出を受け、影響の有無を3人に確かめるまで公表しない"));
        await story.Do("somu-shukan", "notified-persons", new NotifyPersons("訪問して説明", 3));
        await story.Contained();
        await story.Learned(new EstablishCause(Determined: true, "受理した書類の置き場所を決めていなかった。"));

        // 任意報告: a form of the commission without a duty behind it.
        story.On(9, 10, 10);
        var final = await (await story.Released("ppc-final", "個人情報保護委員会", "PPC-701", ("harm.secondary", "無"), ("other.remarks", "9月5日に再提出を受けた。"))).Frozen();
        Lines.Hold(final, "新規・続報の別：■新規　□続報", "規則第43条各号該当性：□第1号　□第2号　□第3号　□第4号　□第5号　■非該当（任意報告）", "発生事案：□漏えい　■漏えいのおそれ　■滅失　□滅失のおそれ　□毀損　□毀損のおそれ",
            "媒体：■紙　□電子媒体　□その他", "本人の数：3人", "状況：□実施済　□実施予定　□検討中　■予定なし", "その他参考となる事項：9月5日に再提出を受けた。");
        Approved.Matches("lost-paper-ppc-final", final);
        Assert.Empty((await story.State()).Incident.Filings.Single().Recorded.Serves);

        story.On(10, 3, 9);
        Approved.Matches("lost-paper-press-release", await story.Published("届出をした3人", "3人に説明を終え、再提出により届出に影響がないことを確かめた", Story.At(10, 3, 10),
            ("publication.title", "液化石油ガスの届出書類の紛失について"), ("public.summary", "7月14日に受理した液化石油ガスの届出書類2件（3人分）を紛失しました。"),
            ("impact.resident_services", "ありません。届出をされた方から、書類を再提出していただきました。"), ("harm.secondary", "無"),
            ("public.cause", "受理した書類の置き場所を決めていませんでした。"), ("public.prevention_planned", "受理した書類の置き場所を決め、全職員に研修を行います。"), ("publication.next_at", "予定していません。")));
        Assert.Equal("実施済", (await (await Paper.Drafted(app, story.Number, "internal-final")).Now()).Document.Fields["publication.status"].Text);
        await story.OnlyTheHouseHadMail();
        await Replay.Agrees(app);
    }
}
