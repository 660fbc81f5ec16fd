using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Cases;
using CsirtFlow.Api.Web.Reporting;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Api.Web;

/// <summary>A stretch of an <see cref="EventText"/>; <paramref name="Typed"/> when it is a name or somebody's own words.</summary>
public readonly record struct Stretch(string Text, bool Typed);

/// <summary>What an event says, in one or two lines for the course of events: in both languages around the same typed words.</summary>
public sealed partial record EventText(FormattableString Japanese, FormattableString English)
{
    private static readonly EventText Nothing = new($"", $"");

    public IEnumerable<Stretch> In(Language language)
    {
        var sentence = language == Language.English ? English : Japanese;
        return Places().Split(sentence.Format).SelectMany((piece, i) => i % 2 == 0 ? [new Stretch(piece, false)] : Stretches(sentence.GetArgument(int.Parse(piece, CultureInfo.InvariantCulture)), language)).Where(s => s.Text.Length > 0);
    }

    private static IEnumerable<Stretch> Stretches(object? argument, Language language) => argument switch
    {
        Stretch stretch => [stretch],
        EventText text => text.In(language),
        IEnumerable<EventText> lines => lines.SelectMany((l, i) => l.In(language).Prepend(new(i == 0 ? "" : "\n", false))),
        _ => [new(Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "", false)],
    };

    /// <param name="before">わかっていること before the event, where the reader is told what it changed.</param>
    public static EventText Of(object data, Organisation o, ImmutableDictionary<string, Fact>? before = null) => data switch
    {
        OccurrenceReported e => Only(e.Occurrence.Description),
        ReportSupplemented e => Lines(e.Answers.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => Answer(a.Key, a.Value)).Concat(e.Files.Select(f => new EventText($"ファイル：{Q(f.Name)}", $"File: {Q(f.Name)}")))),
        MailReceived e => new($"{Term.Of(e.Standing)}{(e.Number is { } number ? $"（{number}）" : "")}。{(e.Reason is { } reason ? Term.Of(reason) : "")}{Q(e.Detail)}", $"{Term.InEnglish(e.Standing)}{(e.Number is { } report ? $" ({report})" : "")}. {(e.Reason is { } why ? Term.InEnglish(why) : "")} {Q(e.Detail)}"),
        RecordVerified e => new($"要約値 {e.Head}、イベント{e.Events}件、ファイル{e.Files}件、不一致{e.Faults}件{(e.Timestamp?.At is { } stamped ? $"、時刻認証 {Reiwa.OnScreen(stamped)}" : "")}", $"Head {e.Head}, {e.Events} events, {e.Files} files, {e.Faults} things that do not fit{(e.Timestamp?.At is { } confirmed ? $", timestamp {Language.English.Moment(confirmed)}" : "")}"),
        RecordRestored e => new($"記録の最後 {Reiwa.OnScreen(e.End)}、飛ばした受付番号 {e.Numbers}、保留した通知 {e.Held}件、その間に過ぎた期限 {e.Passed.Length}件", $"The record ended at {Reiwa.OnScreen(e.End)}; {e.Numbers} numbers passed over, {e.Held} notices held back, {e.Passed.Length} limits passed meanwhile"),
        MailTakenAsReport e => new($"{e.Number}として受付", $"Taken as {e.Number}"),
        MailAddedToReport e => new($"{e.Number}に追加", $"Added to {e.Number}"),
        MailDismissed e => Only(e.Because),
        MailAnswered e => Only(e.Reply),
        MailAnswerFailed e => new($"{Q(e.Reply)}{(e.NextAttempt is { } next ? $"（次は {Language.Japanese.Moment(next)}）" : "")}", $"{Q(e.Reply)}{(e.NextAttempt is { } again ? $" (next: {Language.English.Moment(again)})" : "")}"),
        ISectionAssigned e => new($"{Q(o.SectionName(e.SectionId))}の件とする。{Q(e.Reason)}", $"It is a matter of {Q(o.SectionName(e.SectionId))}. {Q(e.Reason)}"),
        ReportPassedUp e => new($"{Language.Japanese.List(e.To)}へ報告。{Q(e.Remark)}", $"Reported to: {Language.English.List(e.To)}. {Q(e.Remark)}"),
        InstructionGiven e => Only(e.Instruction),
        ReportEvaluated e => new($"{Term.Of(e.Verdict)}{(e.Verdict is Verdict.Joined ? $"（{e.IncidentNumber}）" : "")}。{Q(e.Grounds)}", $"{Term.InEnglish(e.Verdict)}{(e.Verdict is Verdict.Joined ? $" ({e.IncidentNumber})" : "")}. {Q(e.Grounds)}"),
        JoinUndone e => new($"{e.IncidentNumber}との統合を取消し。{Q(e.Reason)}", $"No longer joined to {e.IncidentNumber}. {Q(e.Reason)}"),
        ReporterAnswered e => Only(e.Answer),
        IncidentOpened e => Only($"{e.Title}。{e.Grounds}"),
        ReportAttached e => new($"報告{e.ReportNumber}を統合", $"Report {e.ReportNumber} joined"),
        ReportDetached e => new($"報告{e.ReportNumber}の統合を取消し。{Q(e.Reason)}", $"Report {e.ReportNumber} no longer joined. {Q(e.Reason)}"),
        NatureStated e => new($"攻撃：{YesNo(e.Nature.Attack).Japanese}、犯罪の可能性：{YesNo(e.Nature.MayBeCrime).Japanese}、クラウド：{YesNo(e.Nature.Cloud).Japanese}{Further(e.Nature, o)}。{Q(e.Grounds)}",
            $"Attack: {YesNo(e.Nature.Attack).English}, may be a crime: {YesNo(e.Nature.MayBeCrime).English}, cloud: {YesNo(e.Nature.Cloud).English}{Further(e.Nature, o)}. {Q(e.Grounds)}"),
        SeverityDecided e => new($"{Term.Of(e.Severity)}（案：{Term.Of(e.Proposed)}）。{Language.Japanese.List(e.ProposalGrounds)}。{Q(e.Grounds)}",
            $"{Term.InEnglish(e.Severity)} (proposed: {Term.InEnglish(e.Proposed)}). {string.Join("; ", e.ProposalGrounds.Select(g => SeverityProposal.InEnglish(g, e.Factors)))}. {Q(e.Grounds)}"),
        CisoInformed e => Only(e.Summary),
        ReportAcknowledged e => new($"{Term.Of(e.Office)}が受領。{Q(e.Remark)}", $"Received by: {Term.InEnglish(e.Office)}. {Q(e.Remark)}"),
        OrderGiven e => new($"{e.Order}　{Term.Of(e.Kind)}：{Q(o.SectionName(e.SectionId))}へ。{Q(e.Instruction)}（期限 {Language.Japanese.Moment(e.Due)}）", $"{e.Order} {Term.InEnglish(e.Kind)}, {Q(o.SectionName(e.SectionId))}: {Q(e.Instruction)} (limit {Language.English.Moment(e.Due)})"),
        OrderCarriedOut e => new($"指示{e.Order}：{Q(e.Account)}", $"Order {e.Order}: {Q(e.Account)}"),
        OrderVerified e => new($"指示{e.Order}を確認。{Q(e.Remark)}{Unavoidable(e.SeparationOverride)}", $"Order {e.Order} checked. {Q(e.Remark)}{Unavoidable(e.SeparationOverride)}"),
        OrderReturned e => new($"指示{e.Order}を差戻し。{Q(e.Reason)}", $"Order {e.Order} returned. {Q(e.Reason)}"),
        SystemsCheckOrdered e => Only($"{Language.Japanese.List(e.SystemIds.Select(s => System(o, s)))}。{e.Instruction}"),
        SystemsCheckAnswered e => new($"{Q(System(o, e.SystemId))}：{(e.Found ? "該当あり" : "該当なし")}。{Q(e.Account)}", $"{Q(System(o, e.SystemId))}: {(e.Found ? "found" : "not found")}. {Q(e.Account)}"),
        EvidencePreserved { File: { } file } e => Only($"{e.Item}（{e.Place}）：{file.Name}　SHA-256 {file.Sha256}"),
        EvidencePreserved e => Only($"{e.Item}（{e.Place}）"),
        EvidenceInventoryConfirmed e => Only(e.Remark),
        CauseEstablished e => e.Determined ? Only(e.Cause) : new($"特定できない。調べたこと：{Q(e.Tried)}", $"Cannot be determined. Examined: {Q(e.Tried)}"),
        PreventionPlanned e => new($"{Q(e.Summary)}{MeasureLines(e.Measures, o)}", $"{Q(e.Summary)}{MeasureLines(e.Measures, o)}"),
        MeasuresInstructed e => new($"{Term.Of(e.Instruction)}。{Q(e.Words)}{Unavoidable(e.SeparationOverride)}{Amended(e, o)}", $"{Term.InEnglish(e.Instruction)}. {Q(e.Words)}{Unavoidable(e.SeparationOverride)}{Amended(e, o)}"),
        MeasureDone e => new($"再発防止策{e.Measure}：{Q(e.Account)}", $"Prevention measure {e.Measure}: {Q(e.Account)}"),
        MeasureVerified e => new($"再発防止策{e.Measure}を確認。{Q(e.Remark)}{Unavoidable(e.SeparationOverride)}", $"Prevention measure {e.Measure} checked. {Q(e.Remark)}{Unavoidable(e.SeparationOverride)}"),
        MeasureReturned e => new($"再発防止策{e.Measure}を差戻し（新しい期日 {Language.Japanese.Day(e.Due)}）。{Q(e.Reason)}", $"Prevention measure {e.Measure} returned (new due date {Language.English.Day(e.Due)}). {Q(e.Reason)}"),
        FactsRecorded e => Lines(e.Facts.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => Stated(f.Key, f.Value, before?.GetValueOrDefault(f.Key)))),
        PersonalDataAssessed e => new($"{Reportable(e).Japanese}。知った時点 {Language.Japanese.Moment(e.KnewAt)}。{Q(e.Reason)}", $"{Reportable(e).English}. Moment of knowing: {Language.English.Moment(e.KnewAt)}. {Q(e.Reason)}"),
        NotReportableJudged e => new($"{Q(e.Reason)}。{Q(string.Join(" ", e.Grounds))}", $"{Q(e.Reason)}. {Q(string.Join(" ", e.Grounds))}"),
        FilingRecorded { Reason.Length: > 0 } e => new($"{Filed(e.Addressee, e.FilingChannel, e.Counterpart, e.ReceiptNumber, e.FiledAt)}。文書によらない理由：{Q(e.Reason)}", $"{Filed(e.Addressee, e.FilingChannel, e.Counterpart, e.ReceiptNumber, e.FiledAt)}. Without a document because: {Q(e.Reason)}"),
        FilingRecorded e => Filed(e.Addressee, e.FilingChannel, e.Counterpart, e.ReceiptNumber, e.FiledAt),
        FilingCorrected e => new($"提出{e.Filing}：{Language.Japanese.Moment(e.FiledAt)}　{Q(e.Counterpart)}　受付番号：{Receipt(e.ReceiptNumber, Language.Japanese)}。理由：{Q(e.Reason)}", $"Filing {e.Filing}: {Language.English.Moment(e.FiledAt)} {Q(e.Counterpart)}, receipt number: {Receipt(e.ReceiptNumber, Language.English)}. Reason: {Q(e.Reason)}"),
        FiledCopyKept e => new($"提出{e.Filing}：{Q(e.File.Name)}　SHA-256 {e.File.Sha256}", $"Filing {e.Filing}: {Q(e.File.Name)} SHA-256 {e.File.Sha256}"),
        DocumentDrafted e => Only($"{e.Basis.Title}{(e.Reason.Length > 0 ? $"。{e.Reason}" : "")}"),
        DocumentRevised e => new($"{Language.Japanese.List(e.Fields.Keys.Select(k => Labels.OfFact(k).Japanese))}", $"{Language.English.List(e.Fields.Keys.Select(k => Labels.OfFact(k).English))}"),
        DocumentPermitted e => Unavoidable(e.UnavoidableReason),
        DocumentReturned e => Only(e.Reason),
        DocumentApproved e => Unavoidable(e.UnavoidableReason),
        DocumentFiled e => Filed(e.Addressee, e.FilingChannel, e.Counterpart, e.ReceiptNumber, e.FiledAt),
        PublicationChecked e => new($"{Term.Of(e.Check)}。{Q(e.Remark)}{(e.Findings.IsEmpty ? Nothing : new EventText($"。残した文字：{Q(string.Join("、", e.Findings))}", $""))}", $"{Term.InEnglish(e.Check)}. {Q(e.Remark)}{(e.Findings.IsEmpty ? Nothing : new EventText($"", $". Left to stand: {Q(string.Join(", ", e.Findings))}"))}"),
        DocumentWithdrawn e => Only(e.Reason),
        SeparationReviewed e => Only(e.Remark),
        PersonListRegistered e => new($"{Number(e.Content.Persons)}人（住所なし {Number(e.Content.WithoutAddress)}人）。{Q(e.Purpose)}", $"{Number(e.Content.Persons)} persons ({Number(e.Content.WithoutAddress)} without an address). {Q(e.Purpose)}"),
        PersonLettersMade e => new($"{Term.Of(e.Format)}：{Number(e.First)}人目から{Number(e.Letters)}人分", $"{Term.InEnglish(e.Format)}: for {Number(e.Letters)} persons, from number {Number(e.First)} on"),
        PersonLettersReturned e => new($"{Number(e.Letters)}通", $"{Number(e.Letters)} letters"),
        RetentionSet e => new($"{Term.Of(e.Class)}。{Q(e.Reason)}", $"{Term.InEnglish(e.Class)}. {Q(e.Reason)}"),
        DisposalProposed e => new($"{Term.Of(e.Scope)}。{Q(e.Reason)}", $"{Term.InEnglish(e.Scope)}. {Q(e.Reason)}"),
        DisposalDeclined e => Only(e.Reason),
        MatterDisposed e => new($"{Term.Of(e.Scope)}（個人情報の鍵 {Number(e.Subjects.Length)}件、ファイル {Number(e.Files.Length)}件、本人の名簿 {Number(e.Lists.Length)}件）", $"{Term.InEnglish(e.Scope)} ({Number(e.Subjects.Length)} keys of personal data, {Number(e.Files.Length)} files, {Number(e.Lists.Length)} lists of persons)"),
        PersonListDeletionProposed e => Only(e.Reason),
        PersonListDeletionDeclined e => Only(e.Reason),
        FormRevisionProposed e => new($"第{e.Number}版：{Q(e.Reason)}{(e.Source.Length > 0 ? new EventText($"　根拠：{Q(e.Source)}", $"") : Nothing)}{(e.ReplacesBecause.Length > 0 ? new EventText($"　置き換える理由：{Q(e.ReplacesBecause)}", $"") : Nothing)}",
            $"Version {e.Number}: {Q(e.Reason)}{(e.Source.Length > 0 ? new EventText($"", $" Source: {Q(e.Source)}") : Nothing)}{(e.ReplacesBecause.Length > 0 ? new EventText($"", $" Takes the place of another because: {Q(e.ReplacesBecause)}") : Nothing)}"),
        FormRevisionReturned e => Only(e.Reason),
        FormRevisionWithdrawn e => Only(e.Reason),
        PersonsNotified e => new($"{Q(e.Method)}{(e.Persons is { } n ? string.Create(CultureInfo.InvariantCulture, $"　{n:N0}人") : "")}{(e.Substitute.Length > 0 ? new EventText($"　代替措置：{Q(e.Substitute)}", $"") : Nothing)}",
            $"{Q(e.Method)}{(e.Persons is { } m ? string.Create(CultureInfo.InvariantCulture, $" {m:N0} persons") : "")}{(e.Substitute.Length > 0 ? new EventText($"", $" Measure in its place: {Q(e.Substitute)}") : Nothing)}"),
        PublicationJudged e => new($"{Term.Of(e.Verdict)}（{Term.Of(e.Severity)}）。影響範囲：{Q(e.Reach)}。理由：{Q(e.Reason)}{(e.PlannedAt is { } p ? new EventText($"。解禁 {Language.Japanese.Moment(p)}", $"") : Nothing)}{(e.Criteria.IsEmpty ? Nothing : new EventText($"。当たる判断材料：{Q(string.Join("、", e.Criteria))}", $""))}",
            $"{Term.InEnglish(e.Verdict)} ({Term.InEnglish(e.Severity)}). Reach: {Q(e.Reach)}. Reason: {Q(e.Reason)}{(e.PlannedAt is { } r ? new EventText($"", $". Release {Language.English.Moment(r)}") : Nothing)}{(e.Criteria.IsEmpty ? Nothing : new EventText($"", $". Grounds for publication: {Q(string.Join(", ", e.Criteria))}"))}"),
        PublicationRecorded e => new($"{Q($"{e.Medium}「{e.Title}」")}{Language.Japanese.Moment(e.PublishedAt)}{(e.EarlyReason.Length > 0 ? new EventText($"。{Q(e.EarlyReason)}", $"") : Nothing)}{(e.WithoutDocument.Length > 0 ? new EventText($"。文書によらない理由：{Q(e.WithoutDocument)}", $"") : Nothing)}", $"{Q($"{e.Medium}「{e.Title}」")} {Language.English.Moment(e.PublishedAt)}{(e.EarlyReason.Length > 0 ? new EventText($"", $". {Q(e.EarlyReason)}") : Nothing)}{(e.WithoutDocument.Length > 0 ? new EventText($"", $". Without a document because: {Q(e.WithoutDocument)}") : Nothing)}"),
        PublicationWithdrawn e => new($"公表{e.Publication}：{Language.Japanese.Moment(e.WithdrawnAt)}　理由：{Q(e.Reason)}。知らせ方：{Q(e.Account)}", $"Publication {e.Publication}: {Language.English.Moment(e.WithdrawnAt)}. Reason: {Q(e.Reason)}. How it was told: {Q(e.Account)}"),
        FollowUpPlanned e => new($"{Term.Of(e.To)}へ {Language.Japanese.Moment(e.Due)}まで：{Q(e.Content)}", $"{Term.InEnglish(e.To)} by {Language.English.Moment(e.Due)}: {Q(e.Content)}"),
        InformationShared e => new($"{Q(e.With)}（{Term.Of(e.Tlp)}）{Q(e.Content)}", $"{Q(e.With)} ({Term.InEnglish(e.Tlp)}) {Q(e.Content)}"),
        ExemptionRequested e => new($"例外措置{e.Exemption}：{Q(e.Provision)}　{Q(e.Instead)}（{Language.Japanese.Day(e.Until)}まで）。{Q(e.Reason)}", $"Exceptional measure {e.Exemption}: {Q(e.Provision)} {Q(e.Instead)} (until {Language.English.Day(e.Until)}). {Q(e.Reason)}"),
        ExemptionDecided e => new($"例外措置{e.Exemption}を{(e.Permitted ? "許可" : "不許可")}。{Q(e.Words)}{Unavoidable(e.SeparationOverride)}", $"Exceptional measure {e.Exemption} {(e.Permitted ? "permitted" : "refused")}. {Q(e.Words)}{Unavoidable(e.SeparationOverride)}"),
        ExemptionTaken e => new($"例外措置{e.Exemption}（緊急、{Language.Japanese.Moment(e.TakenAt)}）：{Q(e.Provision)}　{Q(e.Instead)}。{Q(e.Reason)}", $"Exceptional measure {e.Exemption} (emergency, {Language.English.Moment(e.TakenAt)}): {Q(e.Provision)} {Q(e.Instead)}. {Q(e.Reason)}"),
        IDutyCarriedOut e => new($"{Clause.Spell(DutyTable.ClauseOf(e.Duty))}：{Q(e.Account)}", $"{Clause.InEnglish(DutyTable.ClauseOf(e.Duty))}: {Q(e.Account)}"),
        IDutyJudgedUnnecessary e => new($"{Clause.Spell(DutyTable.ClauseOf(e.Duty))}：{Q(e.Reason)}", $"{Clause.InEnglish(DutyTable.ClauseOf(e.Duty))}: {Q(e.Reason)}"),
        ReportNoteAdded e => Note(e.Kind, e.Text),
        NoteAdded e => Note(e.Kind, e.Text),
        RecordCorrected e => new($"記録{e.Event}の訂正：{Q(e.Correction)}。理由：{Q(e.Reason)}", $"Correction of record {e.Event}: {Q(e.Correction)}. Reason: {Q(e.Reason)}"),
        CourseEntryPlaced e => e.Shown ? new($"記録{e.Event}を経過表に載せる：{Language.Japanese.Moment(e.At)} {Q(e.Words)}", $"Record {e.Event} goes into the course for outside: {Language.English.Moment(e.At)} {Q(e.Words)}")
            : new($"記録{e.Event}を経過表に載せない", $"Record {e.Event} stays out of the course for outside"),
        WorkAdded e => new($"作業{e.Work}：{Q(e.Text)}{(e.PersonId is { } p ? new EventText($"（担当 {Q(o.Person(p)?.Name ?? p)}）", $"") : Nothing)}", $"Work {e.Work}: {Q(e.Text)}{(e.PersonId is { } w ? new EventText($"", $" ({Q(o.Person(w)?.Name ?? w)})") : Nothing)}"),
        WorkFinished e => new($"作業{e.Work}：{(e.Done ? "完了" : "取りやめ")}。{Q(e.Account)}", $"Work {e.Work}: {(e.Done ? "done" : "dropped")}. {Q(e.Account)}"),
        WorkHandedOver e => new($"{Q(o.Person(e.To)?.Name ?? e.To)}へ引継ぎ。{Q(e.Text)}{OpenWork(e).Japanese}{Next(e, Language.Japanese)}", $"Handed over to {Q(o.Person(e.To)?.Name ?? e.To)}. {Q(e.Text)}{OpenWork(e).English}{Next(e, Language.English)}"),
        HandoverReceived e => new($"引継ぎ{e.Handover}を受領。{Q(e.Remark)}", $"Handover {e.Handover} received. {Q(e.Remark)}"),
        IncidentLinked e => new($"{e.Number}と関連付け。{Q(e.Reason)}", $"Linked to {e.Number}. {Q(e.Reason)}"),
        IncidentUnlinked e => new($"{e.Number}との関連付けを取消し。{Q(e.Reason)}", $"No longer linked to {e.Number}. {Q(e.Reason)}"),
        EmergencyViewOpened e => new($"{Language.Japanese.Moment(e.Until)}まで。{Q(e.Reason)}", $"Until {Language.English.Moment(e.Until)}. {Q(e.Reason)}"),
        EmergencyViewEnded e => new($"{Q(People(o, [e.PersonId]))}の緊急閲覧", $"The emergency view of {Q(People(o, [e.PersonId]))}"),
        IncidentRestricted { PersonIds.IsEmpty: true } e => new($"制限を解除。{Q(e.Reason)}", $"Restriction lifted. {Q(e.Reason)}"),
        IncidentRestricted { InvolvedIds: { IsEmpty: false } involved } e => new($"{Q(People(o, e.PersonIds))}に限る。当事者：{Q(People(o, involved))}。{Q(e.Reason)}", $"Only for {Q(People(o, e.PersonIds))}. Involved: {Q(People(o, involved))}. {Q(e.Reason)}"),
        IncidentRestricted e => new($"{Q(People(o, e.PersonIds))}に限る。{Q(e.Reason)}", $"Only for {Q(People(o, e.PersonIds))}. {Q(e.Reason)}"),
        IncidentRevoked e => new($"誤報として取消し。{Q(e.Reason)}。確かめた内容：{Q(e.Grounds)}", $"Revoked as a false alarm. {Q(e.Reason)}. What shows it: {Q(e.Grounds)}"),
        IncidentClosed e => Only(e.Remark),
        IncidentReopened e => Only(e.Reason),
        _ => Nothing,
    };

    private static EventText Filed(string addressee, string channel, string counterpart, string receipt, DateTimeOffset at) => new(
        $"{Q(addressee)}へ（{Q(channel)}）{Q(counterpart)}　受付番号：{Receipt(receipt, Language.Japanese)}　{Language.Japanese.Moment(at)}",
        $"To {Q(addressee)} ({Q(channel)}) {Q(counterpart)}, receipt number: {Receipt(receipt, Language.English)}, {Language.English.Moment(at)}");

    private static Stretch Receipt(string number, Language language) => number.Length > 0 ? Q(number) : new(language.Say("なし", "none"), false);

    private static EventText Note(NoteKind kind, string text) => kind is NoteKind.Memo ? Only(text) : new($"{Term.Of(kind)}：{Q(text)}", $"{Term.InEnglish(kind)}: {Q(text)}");

    private static Wording OpenWork(WorkHandedOver e) => e.Work.IsEmpty ? Wording.None : new($"　未完了の作業 {string.Join('、', e.Work)}", $" Open work: {string.Join(", ", e.Work)}.");

    private static string Next(WorkHandedOver e, Language language) =>
        e is { NextDuty: { } duty, NextDue: { } due } ? language.Say($"　次の期限 {DutyTable.TitleOf(duty).Japanese}（{Language.Japanese.Moment(due)}）", $" Next: {DutyTable.TitleOf(duty).English} ({Language.English.Moment(due)}).") : "";

    private static EventText Only(string typed) => new($"{Q(typed)}", $"{Q(typed)}");

    // 「確定」 goes without saying.
    private static EventText Stated(string key, Fact now, Fact? before) => before is null || before == now
        ? new($"{Labels.OfFact(key).Japanese}：{Said(now)}", $"{Labels.OfFact(key).English}: {Said(now)}")
        : new($"{Labels.OfFact(key).Japanese}：{Said(before)} → {Said(now)}", $"{Labels.OfFact(key).English}: {Said(before)} → {Said(now)}");

    private static EventText Said(Fact fact) => fact.State is FactState.Confirmed ? Only(fact.Text)
        : new($"{Q(fact.Text)}（{Term.Of(fact.State)}）", $"{Q(fact.Text)} ({Term.InEnglish(fact.State)})");

    private static Wording Reportable(PersonalDataAssessed e) =>
        StatutoryAssessment.Of(e.Facts, new() { OrdinanceDefinesSensitiveInformation = e.OrdinanceDefinesSensitive }).Duties is { Count: > 0 } duties
            ? duties.All(d => d.Basis is DutyBasis.Undetermined) ? new("報告対象か、まだ分からない（暫定の期限あり）", "Not known yet whether it must be reported (provisional limits run)") : new($"報告対象（{Language.Japanese.List(duties.Select(d => LawWords.Article(d).Japanese))}）", $"Must be reported ({Language.English.List(duties.Select(d => LawWords.Article(d).English))})")
            : new("報告対象事態に該当しない", "Not of a kind that must be reported");

    private static EventText MeasureLines(ImmutableArray<PreventionMeasure> measures, Organisation o)
    {
        var lines = Lines(measures.Select(m => new EventText($"{m.Number}　{Q(m.Text)}（{Q(o.SectionName(m.SectionId))}、{Language.Japanese.Day(m.Due)}）", $"{m.Number} {Q(m.Text)} ({Q(o.SectionName(m.SectionId))}, {Language.English.Day(m.Due)})")));
        return new($"\n{lines}", $"\n{lines}");
    }

    private static EventText Amended(MeasuresInstructed e, Organisation o) => e.Instruction is Instruction.Amended ? MeasureLines(e.Measures, o) : Nothing;

    private static EventText Lines(IEnumerable<EventText> lines) => new($"{lines}", $"{lines}");

    private static EventText Answer(string question, string answer) => new($"{question}：{Q(answer)}", $"{Q(Questions.In(Language.English, question))}: {Q(Questions.In(Language.English, question, answer))}");

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static Stretch Q(string typed) => new(typed, true);

    private static string People(Organisation o, IEnumerable<string> ids) => Language.Japanese.List(ids.Select(p => o.Person(p)?.Name ?? p));

    // Named only where they apply: most matters have nothing to do with a contractor, and few with what staff did.
    private static EventText Further(Nature n, Organisation o) => new(
        $"{(n.Contractor ? "、委託先：あり" : "")}{(n.StaffAccess ? "、職員等による不正アクセス：あり" : "")}{(n.StaffBreach ? "、職員等の違反：あり" : "")}{(n.StaffSectionId is { } s ? new EventText($"（所属：{Q(o.SectionName(s))}）", $"") : Nothing)}",
        $"{(n.Contractor ? ", contractor: yes" : "")}{(n.StaffAccess ? ", unauthorised access by staff: yes" : "")}{(n.StaffBreach ? ", breach by staff: yes" : "")}{(n.StaffSectionId is { } t ? new EventText($"", $" (section: {Q(o.SectionName(t))})") : Nothing)}");

    private static Wording YesNo(bool value) => value ? new("あり", "yes") : new("なし", "no");

    private static EventText Unavoidable(string? reason) => reason is null ? Nothing : new($"（同一人が確認。止むを得ない理由：{Q(reason)}。第18条第1項）", $" (checked by the same person; unavoidable reason: {Q(reason)}; Art. 18(1))");

    private static string System(Organisation o, string id) => o.Systems.FirstOrDefault(s => s.Id == id)?.Name ?? id;

    [GeneratedRegex(@"\{(?<place>\d+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Places();
}
