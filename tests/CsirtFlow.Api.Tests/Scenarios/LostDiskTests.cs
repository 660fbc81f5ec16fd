using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Api.Tests.Scenarios;

/// <summary>S1, 弘前 2020: a private disk lost, told days late; 6 persons certain, 30 at most; when it was known is corrected.</summary>
public sealed class LostDiskTests(AppFixture fixture)
{
    private static PersonalDataFacts Facts(Answer sensitive) => new()
    {
        HeldInformation = Answer.Yes,
        SensitiveInformation = sensitive,
        PropertyDamageFeared = Answer.No,
        ImproperPurposeFeared = Answer.No,
        Persons = new() { Confirmed = 6, PossibleMaximum = 30 },
        Loss = new() { Leak = LossState.Feared, Destruction = LossState.None, Damage = LossState.None },
        Encryption = new() { KeySeparated = Answer.No },
        MyNumber = new() { Included = Answer.No },
    };

    [Fact]
    public async Task From_the_late_report_to_closing()
    {
        await using var app = await fixture.Own();
        app.Clock.Advance(TimeSpan.FromDays(8));
        var lost = AppFixture.Start.AddDays(2);
        var story = await Story.Begins(app, An.Occurrence with { Kinds = [OccurrenceKind.Loss, OccurrenceKind.PolicyBreach], NoticedAt = lost, Description = "私物の外付けHDDをなくした。" }, "私物HDDの紛失");
        Assert.Equal(lost, (await story.State()).Incident.NoticedAt);

        // Known, as was first thought, when the superior was told.
        await story.Do("somu-shukan", "personal-data-assessment", new AssessPersonalData(Facts(Answer.Yes), AppFixture.Start.AddDays(8)));
        Assert.Equal(Story.EndOf(4, 13), (await story.Duty("32-1-4-appi-preliminary")).Due);
        Assert.Equal(Standing.Open, (await story.Duty("32-1-4-appi-preliminary")).Standing);
        var before = story.Now;

        // Corrected: the section knew on the third. A correction says why.
        app.Clock.Advance(TimeSpan.FromHours(1));
        (await story.Try("somu-shukan", "personal-data-assessment", new AssessPersonalData(Facts(Answer.Yes), lost))).Breaks("reason-given");
        await story.Do("somu-shukan", "personal-data-assessment", new AssessPersonalData(Facts(Answer.Yes), lost, "本人が気付いた日に改める"));
        Assert.Equal((Story.EndOf(4, 7), Standing.Overdue), ((await story.Duty("32-1-4-appi-preliminary")).Due, (await story.Duty("32-1-4-appi-preliminary")).Standing));
        Assert.Equal(Story.EndOf(4, 13), (await story.Duty("32-1-4-appi-preliminary", before)).Due);

        await story.Filed("somu-shukan", "ppc-preliminary", "32-1-4-appi-preliminary", "個人情報保護委員会");
        await story.Contained();
        await story.Learned(new EstablishCause(Determined: true, "無許可の持ち出し"));
        await story.Do("csirt", "unnecessary-duties", new JudgeDutyUnnecessary("19-7", "他団体に及ばない"));
        await story.Do("kanri", "publication-judgements", new JudgePublication(PublicationVerdict.Publish, "火災の関係者、最大30人", "要配慮個人情報を含む"));
        await story.Do("somu-shukan", "publications", new RecordPublication("記者会見", "HDDの紛失について", Reason: "会見で述べた"));
        await story.Filed("madoguchi", "soumu-fukushima-incident-report", "19-5", "総務省・県");
        Assert.Equal(["open-duty:32-1-4-appi-final", "open-duty:32-1-4-persons", $"open-report-duty:{story.Number}:33-1-2"], (await story.Missing()).Order());
        (await app.As("shocho").Post($"/api/reports/{story.Number}/unnecessary-duties", new JudgeReportDutyUnnecessary("33-1-2", "カードはなくしていない"))).Ok();

        await story.Do("somu-shukan", "notified-persons", new NotifyPersons("訪問して説明", 6));
        await story.Filed("somu-shukan", "ppc-final", "32-1-4-appi-final", "個人情報保護委員会");
        await story.Do("csirt", "closure", new CloseIncident());
        Assert.True((await story.State()).Incident.IsClosed);
        await Replay.Agrees(app);
        EventFiles.Keep(app);
    }

    [Fact]
    public async Task A_limit_of_law_lapses_when_the_facts_take_its_ground_away()
    {
        await using var app = await fixture.Own();
        var story = await Story.Begins(app, An.Occurrence with { Kinds = [OccurrenceKind.Loss] }, "書類の紛失");
        await story.Do("csirt", "personal-data-assessment", new AssessPersonalData(Facts(Answer.Yes)));
        Assert.Equal(Standing.Open, (await story.Duty("32-1-4-appi-final")).Standing);

        await story.Do("csirt", "personal-data-assessment", new AssessPersonalData(Facts(Answer.No), Reason: "要配慮個人情報は含まれないと判明"));

        Assert.Equal(Standing.Lapsed, (await story.Duty("32-1-4-appi-final")).Standing);
        Assert.DoesNotContain("open-duty:32-1-4-appi-final", await story.Missing());
    }
}
