using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Api.Tests.Scenarios;

/// <summary>S17, 鹿嶋市 2024: 1,780 addresses in the open. 第1報 to ministry and prefecture the same day, 速報 to the commission on the third.</summary>
public sealed class MissentMailTests(AppFixture fixture)
{
    private static readonly PersonalDataFacts Facts = new()
    {
        HeldInformation = Answer.Yes,
        SensitiveInformation = Answer.No,
        PropertyDamageFeared = Answer.No,
        ImproperPurposeFeared = Answer.No,
        Persons = new() { PossibleMaximum = 1780 },
        Loss = new() { Leak = LossState.Occurred, Destruction = LossState.None, Damage = LossState.None },
        MyNumber = new() { Included = Answer.No },
    };

    [Fact]
    public async Task From_the_report_to_closing()
    {
        await using var app = await fixture.Own();
        var story = await Story.Begins(app, An.Occurrence with { Description = "案内メールを1,780件、全員に見える形で送った。" }, "メールの誤送信（1,780件）");
        await app.Quiet();
        Assert.Contains("kanri", app.Mails(story.Number).Select(m => m.To.Mailboxes.Single().Address.Split('@')[0]));

        story.On(4, 1, 11);
        await story.Contained();
        await story.Do("somu-shukan", "personal-data-assessment", new AssessPersonalData(Facts, AppFixture.Start));
        var preliminary = await story.Duty("32-1-4-appi-preliminary");
        Assert.Equal((true, Story.EndOf(4, 5), Standing.Open), (preliminary.IsLegal, preliminary.Due, preliminary.Standing));
        Assert.Equal(Story.EndOf(4, 30), (await story.Duty("32-1-4-appi-final")).Due);
        await app.Quiet();
        Assert.Contains(await NoticeTests.Notices(app, story.Number), n => n.PersonId == "csirt" && n.Duties.Contains("32-1-4-appi-preliminary"));

        story.On(4, 1, 16);
        var evening = story.Now;
        await story.Filed("madoguchi", "soumu-fukushima-incident-report", "19-5", "総務省・県");
        Assert.Equal(Standing.Met, (await story.Duty("19-5")).Standing);

        story.On(4, 2, 10);
        await story.Filed("madoguchi", "soumu-fukushima-incident-report", "19-5", "総務省・県（第2報）");
        await story.Do("kanri", "publication-judgements", new JudgePublication(PublicationVerdict.Publish, "案内を受けた方、1,780人", "100人を超える"));
        await story.Do("somu-shukan", "publications", new RecordPublication("ホームページ", "メールの誤送信について", Reason: "会見で述べた"));
        await story.Do("csirt3", "shared-information", new ShareInformation("県内市町村", Tlp.Amber, "BCCの誤り"));

        story.On(4, 3, 10);
        await story.Filed("somu-shukan", "ppc-preliminary", "32-1-4-appi-preliminary", "個人情報保護委員会");
        await story.Learned(new EstablishCause(Determined: true, "宛先欄の取違え"));

        var refused = (await story.Try("csirt", "closure", new CloseIncident())).Is(409, "policy-refuses");
        Assert.Equal(["open-duty:32-1-4-appi-final", "open-duty:32-1-4-persons"], refused.Broken.Order());
        Assert.Equal(refused.Broken, await story.Missing());

        story.On(4, 20, 10);
        await story.Do("somu-shukan", "notified-persons", new NotifyPersons("電子メール", 1780));
        await story.Filed("somu-shukan", "ppc-final", "32-1-4-appi-final", "個人情報保護委員会");
        await story.Do("csirt", "closure", new CloseIncident("完了"));

        Assert.True((await story.State()).Incident.IsClosed);
        (await story.Try("csirt", "facts", new RecordFacts(System.Collections.Immutable.ImmutableDictionary<string, Fact>.Empty.Add("incident.overview", new("x", FactState.Confirmed))))).Breaks("still-open");
        await story.Do("tocho", "done-measures", new ReportMeasureDone(1, "実施した"));
        await story.Do("csirt", "verified-measures", new VerifyMeasure(1));

        // As it stood on the first evening, before anything had been filed.
        var then = await story.State(evening.AddMinutes(-1));
        Assert.False(then.Incident.IsClosed);
        Assert.Equal(Standing.Open, then.Duties.Single(d => d.Key == "19-5").Standing);
        Assert.Equal(Standing.Open, then.Duties.Single(d => d.Key == "32-1-4-appi-preliminary").Standing);
        (await app.As("csirt").Get($"/api/incidents/{story.Number}/documents/soumu-fukushima-incident-report?format=txt")).Ok();
        await story.OnlyTheHouseHadMail();
        await Replay.Agrees(app);
        EventFiles.Keep(app);
    }
}
