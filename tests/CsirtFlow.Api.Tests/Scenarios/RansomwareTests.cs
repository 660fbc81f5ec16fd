using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Api.Tests.Scenarios;

/// <summary>S3, 石巻 2023: servers encrypted, work goes on from the backup, the way in is never found. Police, ministry, 60 days.</summary>
public sealed class RansomwareTests(AppFixture fixture)
{
    private static readonly PersonalDataFacts Facts = new()
    {
        HeldInformation = Answer.Yes,
        SensitiveInformation = Answer.Unknown,
        PropertyDamageFeared = Answer.No,
        ImproperPurposeFeared = Answer.Yes,
        Persons = new(),
        Loss = new() { Leak = LossState.Feared, Destruction = LossState.None, Damage = LossState.Occurred, DamageKind = DamageKind.Unusable, SameDataElsewhere = Answer.Yes },
        MyNumber = new() { Included = Answer.No },
    };

    [Fact]
    public async Task From_the_discovery_to_closing()
    {
        await using var app = await fixture.Own();
        var story = await Story.Begins(app, An.Occurrence with { Kinds = [OccurrenceKind.Ransom], EmergencyImpact = EmergencyImpact.Unknown, Description = "サーバのファイルが開けない。" },
            "ランサムウェア感染", new Nature(Attack: true, MayBeCrime: true));
        Assert.Contains((await app.As("tocho").Get($"/api/reports/{story.Number}")).Ok().Read<Board.ReportAnswer>().Duties, d => d is { Key: "37-3-7", Standing: Standing.Open });

        await story.Do("csirt", "personal-data-assessment", new AssessPersonalData(Facts));
        Assert.Equal(Story.EndOf(4, 5), (await story.Duty("32-1-4-appi-preliminary")).Due);
        Assert.Equal(Story.EndOf(5, 30), (await story.Duty("32-1-4-appi-final")).Due);

        await story.Filed("csirt3", "police-consultation", "38-3", "警察署");
        Assert.Equal(Standing.Open, (await story.Duty("38-3")).Standing);
        await story.Do("csirt3", "evidence", new PreserveEvidence("サーバのログ", "CSIRTの金庫"));
        Assert.Equal(Standing.Met, (await story.Duty("38-3")).Standing);
        await story.Do("madoguchi", "filings", new RecordFiling("soumu-fukushima-incident-report", ["19-5", "38-2"], "総務省・県", "電話", Reason: "電話で報告した"));
        (await app.As("tocho").Post($"/api/reports/{story.Number}/carried-out-duties", new CarryOutReportDuty("37-3-7", "LANケーブルを抜いた"))).Ok();
        await story.Do("tocho", "emergency-exemptions", new TakeExemption("第34条第14項第2号", "メールサーバーを止めず、外部への送信だけを止めた", "救急の連絡に使っているため"));
        await story.Do("tocho", "exemption-requests", new RequestExemption("第34条第14項第2号", "復旧まで外部への送信だけを止める", "救急の連絡に使っているため", new(2030, 4, 5)));
        await app.Quiet();
        Assert.Equal(["kanri"], (await NoticeTests.Notices(app, story.Number)).Where(n => n.Duties.Contains("43-1") || n.Duties.Contains("43-2")).Select(n => n.PersonId).Distinct());
        await story.Do("kanri", "exemption-decisions", new DecideExemption(2, Permitted: true, "毎日報告すること"));
        var page = (await app.As("kansa").Get($"/incidents/{story.Number}")).Ok().Text;
        foreach (var word in new[] { "守ることができない規定", "第34条第14項第2号", "緊急・事後報告済み", "許可" }) Assert.Contains(word, page, StringComparison.Ordinal);
        await story.Do("csirt", "usual-work", new AddUsualWork());
        await story.Do("csirt", "finished-work", new FinishWork(1, Account: "LANケーブルを抜いた"));
        await story.Do("csirt2", "notes", new AddNote("保守事業者が到着した", Kind: NoteKind.Observation, InCourse: true));
        await story.Do("csirt2", "corrections", new CorrectRecord(1, "暗号化されたサーバは2台", "台帳と照合した"));
        await story.Do("csirt", "links", new LinkIncident(await An.Incident(app), "同じ日に届いた不審なメール"));
        await story.Do("csirt", "undone-links", new UnlinkIncident((await story.State()).Incident.LinkedTo[0], "関係がなかった"));
        await story.Contained();
        await story.Filed("somu-shukan", "ppc-preliminary", "32-1-4-appi-preliminary", "個人情報保護委員会");

        (await story.Try("csirt", "cause", new EstablishCause(Determined: false))).Breaks("tried-given");
        await story.Learned(new EstablishCause(Determined: false, Tried: "通信記録、VPN装置、端末を調べたが侵入経路は特定できない。"));
        Assert.Contains("open-duty:32-1-4-appi-final", (await story.Try("csirt", "closure", new CloseIncident())).Is(409, "policy-refuses").Broken);

        story.On(5, 31, 9);
        Assert.Equal(Standing.Overdue, (await story.Duty("32-1-4-appi-final")).Standing);
        await story.Filed("somu-shukan", "ppc-final", "32-1-4-appi-final", "個人情報保護委員会");
        await story.Do("somu-shukan", "notified-persons", new NotifyPersons(Substitute: "ホームページで公表し窓口を設けた"));
        await story.Do("kanri", "publication-judgements", new JudgePublication(PublicationVerdict.Publish, "住民全体", "不正の目的による"));
        await story.Do("somu-shukan", "publications", new RecordPublication("報道機関", "ランサムウェア感染について", Reason: "会見で述べた"));
        await story.Do("csirt3", "shared-information", new ShareInformation("JPCERT/CC", Tlp.AmberStrict, "検体と通信先"));
        await story.Do("csirt", "closure", new CloseIncident());
        Assert.Empty(await story.Missing());
        await story.Do("shobocho", "reopening", new ReopenIncident("新しい通信先が見つかった"));
        Assert.False((await story.State()).Incident.IsClosed);
        await story.OnlyTheHouseHadMail();
        await Replay.Agrees(app);
        EventFiles.Keep(app);
    }
}
