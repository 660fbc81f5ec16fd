using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>第32条 from 報告 to 終結, and the ways that leave the chain. Add an event and this fails until a story tells it.</summary>
public sealed class Article32Tests
{
    private static readonly EvaluateReport Incident = new(Verdict.Incident, "身代金を要求する画面を確認した", "当直室の端末のランサムウェア感染");

    [Fact]
    public void The_whole_chain()
    {
        var report = TheReport();
        var incident = TheIncident(report);

        Assert.True(incident.State.IsClosed);
        Assert.DoesNotContain(incident.Duties, d => d.IsOpen);
        Assert.DoesNotContain(report.Duties, d => d.IsOpen);
    }

    [Fact]
    public void Every_event_of_both_streams_is_told()
    {
        var report = TheReport();
        var told = report.Events.Concat(NoIncidentAfterAll().Events).Concat<CaseEvent>(TheIncident(report).Events).Concat(TwoReportsOfOneThing().Events).Concat(FalseAlarm().Events).Select(e => e.GetType()).ToHashSet();

        Assert.Empty(typeof(CaseEvent).Assembly.GetTypes().Where(t => !t.IsAbstract && (t.IsSubclassOf(typeof(ReportEvent)) || t.IsSubclassOf(typeof(IncidentEvent)))).Except(told).Select(t => t.Name));
    }

    [Fact]
    public void A_report_that_was_none_is_judged_again_and_answered() => NoIncidentAfterAll();

    [Fact]
    public void A_false_alarm_ends_what_is_owed() => Assert.DoesNotContain(FalseAlarm().Duties, d => d.IsOpen);

    [Fact]
    public void Two_reports_of_one_thing_are_one_incident_for_the_named() => TwoReportsOfOneThing();

    /// <summary>09:00 a firefighter tells that a ransom note stands on the screen; 09:40 the CSIRT judges.</summary>
    private static Story<Report, ReportEvent> TheReport() =>
        Given(Report(OccurrenceKind.Ransom, OccurrenceKind.AccountMisuse))
            .ThenMet("32-1-1", "33-3-4").ThenOpen("32-1-2", "32-1-3", "14-3", "32-3-1", "37-3-7", "33-3-4-change")
            .At(Monday9.AddMinutes(5)).When(new SupplementReport(ImmutableDictionary<string, string>.Empty.Add("電源は", "入れたまま")), Yamamoto).Then<ReportSupplemented>()
            .When(new CarryOutReportDuty("37-3-7", "LANケーブルを抜いた。指令系の端末ではない。"), Miura).Then<ReportDutyCarriedOut>().ThenMet("37-3-7")
            .At(Monday9.AddMinutes(15)).ThenOpen("32-1-2")
            .When(new PassReportUp([SecurityOfficer]), Miura).Then<ReportPassedUp>().ThenMet("32-1-2").ThenOpen("14-3", "32-1-3")
            .At(Monday9.AddMinutes(20)).When(new GiveInstruction("電源を切らずCSIRTを待つこと"), Okada).Then<InstructionGiven>().ThenMet("14-3")
            .When(new PassReportUp([Ciso]), Miura).Then<ReportPassedUp>().ThenMet("32-1-3")
            .When(new JudgeReportDutyUnnecessary("33-3-4-change", "共用の端末で、保存したパスワードはない"), Miura).Then<ReportDutyJudgedUnnecessary>().ThenUnnecessary("33-3-4-change")
            .When(new AddReportNote("折り返して状況を聞いた"), Takahashi).Then<ReportNoteAdded>()
            .At(Monday9.AddMinutes(40)).ThenOpen("32-3-1").When(Incident, Suzuki).Then<ReportEvaluated>().ThenMet("32-3-1")
            .At(Monday9.AddMinutes(60)).ThenMet("32-3-1");

    /// <summary>What the judgement opened, until the last measure has been checked.</summary>
    private static Story<Incident, IncidentEvent> TheIncident(Story<Report, ReportEvent> report)
    {
        var opened = Assert.Single(Incident.Consequences(report.State, new(Suzuki.As(CsirtMember, Monday9.AddMinutes(40)), Demo.Organisation)));
        Assert.True(opened is { Opens: true, Number: Number });

        return TheEnd(TheLaw(TheContainment(Given(opened.Event)))).With(report.State)
            .When(new CloseIncident(), Tanaka).Then<IncidentClosed>().ThenOpen("32-3-5-measures")
            .At(Monday9.AddDays(60)).When(new ReportMeasureDone(1, "導入した"), Noguchi).Then<MeasureDone>()
            .When(new ReturnMeasure(1, "署の端末が残っている", new(2026, 10, 31)), Katayama).Then<MeasureReturned>().ThenOpen("32-3-5-measures")
            .When(new ReportMeasureDone(1, "署の端末にも導入した"), Noguchi).Then<MeasureDone>()
            .When(new VerifyMeasure(1), Suzuki).Then<MeasureVerified>().ThenMet("32-3-5-measures");
    }

    private static Story<Incident, IncidentEvent> TheContainment(Story<Incident, IncidentEvent> opened) =>
        opened.ThenOpen("32-3-2", "32-3-3", "32-3-3-recovery", "32-3-3-others", "32-3-4-cause", "32-3-4-record", "32-1-4", "19-5", "19-6", "19-7").ThenNotOwed("38-2", "38-3", "32-1-5", "32-3-3-done")
            .At(Monday9.AddMinutes(45)).When(new StateNature(new(Attack: true, MayBeCrime: true, Cloud: true), "外部からの侵入と見られる"), Suzuki).Then<NatureStated>().ThenOpen("38-2", "38-3", "32-1-5")
            .When(new DecideSeverity(new(Confidentiality.C3A, Persons: 350)), Suzuki).Then<SeverityDecided>().ThenOpen("12-8")
            .When(new CarryOutDuty("12-8", "CISOへ電話した"), Katayama).Then<DutyCarriedOut>().ThenMet("12-8")
            .At(Monday9.AddMinutes(50)).When(new InformCiso("当直室の端末1台が感染。指令系に影響なし。"), Suzuki).Then<CisoInformed>().ThenOpen("32-3-2").ThenMet("19-3")
            .At(Monday9.AddMinutes(60)).When(new AcknowledgeReport(), Katayama).Then<ReportAcknowledged>().ThenOpen("32-3-2")
            .At(Monday9.AddMinutes(70)).ThenOverdue("32-3-2")
            .When(new AcknowledgeReport(Ciso, "出張先"), Suzuki).Then<ReportAcknowledged>().ThenMet("32-3-2")
            .When(new GiveOrder(OrderKind.Containment, Station, "端末を切り離すこと", Monday9.AddHours(2)), Suzuki).Then<OrderGiven>().ThenMet("32-3-3").ThenOpen("32-3-3-done")
            .When(new ReportOrderCarriedOut(1, "有線を抜いた"), Okada).Then<OrderCarriedOut>()
            .When(new VerifyOrder(1, false, "無線がつながったまま"), Suzuki).Then<OrderReturned>().ThenOpen("32-3-3-done")
            .At(Monday9.AddHours(2)).ThenOverdue("32-3-3-done")
            .When(new ReportOrderCarriedOut(1, "無線も切った"), Miura).Then<OrderCarriedOut>()
            .When(new VerifyOrder(1, true), Suzuki).Then<OrderVerified>().ThenMet("32-3-3-done")
            .When(new OrderSystemsCheck([Archive], "同じ通信の記録がないか", Monday9.AddDays(1)), Suzuki).Then<SystemsCheckOrdered>().ThenOpen("32-3-3-others")
            .When(new AnswerSystemsCheck(Archive, false, "ない"), Mori).Then<SystemsCheckAnswered>().ThenMet("32-3-3-others")
            .When(new TakeExemption("第34条第14項第2号", "メールサーバーを止めず、外部への送信だけを止めた", "救急の連絡に使っているため"), Ueda).Then<ExemptionTaken>().ThenMet("43-2")
            .When(new RequestExemption("第34条第14項第2号", "復旧まで外部への送信だけを止める", "救急の連絡に使っているため", new(2026, 6, 5)), Miura).Then<ExemptionRequested>().ThenOpen("43-1")
            .When(new DecideExemption(2, Permitted: true, "1日ごとに報告すること"), Asano).Then<ExemptionDecided>().ThenMet("43-1")
            .When(new JudgeDutyUnnecessary("32-3-3-recovery", "端末は廃棄し、予備機に替えた"), Suzuki).Then<DutyJudgedUnnecessary>().ThenUnnecessary("32-3-3-recovery")
            .When(new CarryOutDuty("32-1-5", "クラウド事業者の窓口に電話した"), Okada).Then<DutyCarriedOut>().ThenMet("32-1-5");

    private static Story<Incident, IncidentEvent> TheLaw(Story<Incident, IncidentEvent> contained) =>
        contained.At(Monday9.AddHours(3)).When(new RecordFacts(ImmutableDictionary<string, Fact>.Empty.Add("incident.overview", new("端末1台が感染", FactState.Confirmed))), Suzuki).Then<FactsRecorded>()
            .When(new AssessPersonalData(FewNames), Ogawa).Then<PersonalDataAssessed>().ThenOpen("32-1-4-not-reportable")
            .When(new JudgeNotReportable("3人分の氏名だけで、各号に当たらない"), Katayama).Then<NotReportableJudged>().ThenMet("32-1-4-not-reportable")
            .When(new AssessPersonalData(Leak, Reason: "侵入の跡が見つかった"), Ogawa).Then<PersonalDataAssessed>().ThenMet("32-1-4").ThenOpen("32-1-4-appi-preliminary", "32-1-4-appi-final", "32-1-4-persons")
            .When(new RecordFiling("mic", ["19-5", "38-2"], "総務省・福島県", "LGWANメール", Reason: "先方の用紙に書いた"), Suzuki).Then<FilingRecorded>().ThenMet("19-5", "38-2").ThenOverdue("38-3")
            .When(new PreserveEvidence("感染した端末", "CSIRTの保管庫、鈴木"), Suzuki).Then<EvidencePreserved>()
            .When(new RecordFiling("police", ["38-3"], "福島県警察", "電話", Reason: "電話で相談した"), Suzuki).Then<FilingRecorded>().ThenMet("38-3")
            .At(Monday9.AddDays(3)).When(new RecordFiling("ppc-preliminary", ["32-1-4-appi-preliminary"], "個人情報保護委員会", "Webフォーム", "", "第123号", Reason: "フォームに直接入力した"), Ogawa).Then<FilingRecorded>().ThenMet("32-1-4-appi-preliminary")
            .When(new CorrectFiling(3, "受付票と照合した", ReceiptNumber: "第132号"), Ogawa).Then<FilingCorrected>()
            .When(new KeepFiledCopy(3) { Files = [new("受付票.pdf", "application/pdf", 1, new string('a', 64))] }, Ogawa).Then<FiledCopyKept>()
            .ThenOverdue("19-6-judgement").When(new JudgePublication(PublicationVerdict.Publish, "登録者350人", "要配慮個人情報はないが、不正の目的による"), Asano).Then<PublicationJudged>().ThenMet("19-6-judgement")
            .When(new RecordPublication("報道機関への資料配布", "不正アクセスについて", Reason: "会見で述べた"), Ogawa).Then<PublicationRecorded>().ThenMet("19-6")
            .When(new PlanFollowUp(FollowUpTo.Public, "原因と再発防止策", Monday9.AddDays(10)), Ogawa).Then<FollowUpPlanned>().ThenOpen("19-6-follow-up")
            .When(new WithdrawPublication(1, "人数が誤っていた", "配布先の7社へ電話した"), Ogawa).Then<PublicationWithdrawn>().ThenOpen("19-6")
            .When(new RecordPublication("報道機関への資料配布", "不正アクセスについて（訂正）", Reason: "会見で述べた"), Ogawa).Then<PublicationRecorded>().ThenMet("19-6", "19-6-follow-up")
            .When(new ShareInformation("近隣の消防本部", Tlp.Amber, "送信元の一覧"), Suzuki).Then<InformationShared>().ThenMet("19-7")
            .At(Monday9.AddDays(20)).When(new NotifyPersons("郵送", 350), Ogawa).Then<PersonsNotified>().ThenMet("32-1-4-persons")
            .When(new RecordFiling("ppc-final", ["32-1-4-appi-final"], "個人情報保護委員会", "Webフォーム", "", "第124号", Reason: "フォームに直接入力した"), Ogawa).Then<FilingRecorded>().ThenMet("32-1-4-appi-final");

    private static Story<Incident, IncidentEvent> TheEnd(Story<Incident, IncidentEvent> filed) =>
        filed.ThenOverdue("32-3-4-cause").ThenNotOwed("32-3-4-prevention")
            .When(new EstablishCause(true, "使い回しのパスワード"), Suzuki).Then<CauseEstablished>().ThenMet("32-3-4-cause").ThenOpen("32-3-4-prevention")
            .When(new ConfirmEvidenceInventory("全1点"), Suzuki).Then<EvidenceInventoryConfirmed>().ThenMet("32-3-4-record")
            .When(new PlanPrevention("多要素認証を入れる", [new("多要素認証を入れる", General, new(2026, 9, 30))]), Suzuki).Then<PreventionPlanned>().ThenMet("32-3-4-prevention").ThenOpen("32-3-5")
            .When(new InstructMeasures(Instruction.AsPlanned), Asano).Then<MeasuresInstructed>().ThenMet("32-3-5").ThenOpen("32-3-5-measures")
            .When(new AddNote("全ての義務を確かめた"), Tanaka).Then<NoteAdded>()
            .When(new CorrectRecord(1, "端末は2台", "台帳と照合した"), Tanaka).Then<RecordCorrected>()
            .When(new PlaceInCourse(1, true, "不正プログラムの感染を確認"), Tanaka).Then<CourseEntryPlaced>()
            .When(new AddWork("県警へ提出する記録をまとめる"), Tanaka).Then<WorkAdded>().When(new FinishWork(1), Ogawa).Then<WorkFinished>()
            .When(new HandOverWork(Sato.Id, "終結を待つだけ"), Suzuki).Then<WorkHandedOver>().When(new ReceiveHandover(1), Sato).Then<HandoverReceived>()
            .When(new LinkIncident("R8-0002", "同じ送信元"), Tanaka).Then<IncidentLinked>().When(new UnlinkIncident("R8-0002", "別の送信元"), Tanaka).Then<IncidentUnlinked>();

    private static Story<Report, ReportEvent> NoIncidentAfterAll() =>
        Given(Reported)
            .When(new EvaluateReport(Verdict.Joined, "同じ不審メール", JoinTo: "R8-0002"), Suzuki).Then<ReportEvaluated>().ThenMet("32-3-1")
            .When(new UndoJoin("別の送信元だった"), Suzuki).Then<JoinUndone>().ThenOpen("32-3-1")
            .When(new AssignSection(Guard, "警防課の端末だった"), Takahashi).Then<SectionAssigned>().ThenOpen("32-1-2")
            .When(new EvaluateReport(Verdict.NotIncident, "迷惑メール"), Suzuki).Then<ReportEvaluated>().ThenMet("32-3-1").ThenLapsed("32-1-3", "14-3").ThenOpen("32-3-1-answer")
            .When(new AnswerReporter("迷惑メールでした"), Suzuki).Then<ReporterAnswered>().ThenMet("32-3-1-answer");

    private static Story<Incident, IncidentEvent> FalseAlarm()
    {
        var wish = new RevokeIncident("訓練のメールだった", "総務課が訓練の実施を確認した");
        Given(Reported, Judged).Reaching(Opened).When(wish, Tanaka).Then<ReportEvaluated>();
        return Given(Opened, (IncidentEvent)Assert.Single(wish.Consequences(Given(Reported, Judged).State, new(Tanaka.As(CsirtLead, Monday9.AddHours(2)), Demo.Organisation))).Event);
    }

    private static Story<Incident, IncidentEvent> TwoReportsOfOneThing()
    {
        var later = Suzuki.As(CsirtMember, Monday9.AddHours(2));
        var story = Given(Opened, new ReportAttached("R8-0003", Opened.NoticedAt.AddHours(-5), EmergencyImpact.None, later), new ReportDetached("R8-0003", "別の端末だった", later));
        Assert.Equal((Opened.NoticedAt, 0), (story.State.NoticedAt, story.State.JoinedReports.Length));
        Assert.Equal(Opened.NoticedAt.AddHours(-5), Given(Opened, (IncidentEvent)story.Events[1]).State.NoticedAt);

        var closed = Given([.. story.Events, new IncidentSectionAssigned(Guard, "警防課の端末だった", later), Closed])
            .When(new RestrictIncident([Suzuki.Id], "内部不正の疑い"), Tanaka).Then<IncidentRestricted>()
            .When(new ViewInEmergency("責任者に連絡がつかず、被害が広がっている"), Katayama).Then<EmergencyViewOpened>()
            .When(new EndEmergencyView(Katayama.Id), Tanaka).Then<EmergencyViewEnded>()
            .When(new ReopenIncident("同じ端末からまた通信があった"), Tanaka).Then<IncidentReopened>();
        Assert.False(closed.State.IsClosed);
        return closed;
    }
}
