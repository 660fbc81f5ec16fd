using System.Globalization;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Api.Web;

/// <summary>What an event says, in one or two lines for the course of events.</summary>
public static class EventText
{
    public static string Of(object data, Organisation o) => data switch
    {
        OccurrenceReported e => e.Occurrence.Description,
        ReportSupplemented e => string.Join("\n", e.Answers.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}：{a.Value}").Concat(e.Files.Select(f => $"ファイル：{f.Name}"))),
        ReportPassedUp e => $"{Offices(e.To)}へ報告。{e.Remark}",
        InstructionGiven e => e.Instruction,
        ReportEvaluated e => $"{Term.Of(e.Verdict)}{(e.Verdict is Verdict.Joined ? $"（{e.IncidentNumber}）" : "")}。{e.Grounds}",
        JoinUndone e => $"{e.IncidentNumber}との統合を取消し。{e.Reason}",
        ReporterAnswered e => e.Answer,
        IncidentOpened e => $"{e.Title}。{e.Grounds}",
        ReportAttached e => $"報告{e.ReportNumber}を統合",
        ReportDetached e => $"報告{e.ReportNumber}の統合を取消し。{e.Reason}",
        NatureStated e => $"攻撃：{YesNo(e.Nature.Attack)}、犯罪の可能性：{YesNo(e.Nature.MayBeCrime)}、クラウド：{YesNo(e.Nature.Cloud)}。{e.Grounds}",
        SeverityDecided e => $"{Term.Of(e.Severity)}（案：{Term.Of(e.Proposed)}）。{string.Join("、", e.ProposalGrounds)}。{e.Grounds}",
        CisoInformed e => e.Summary,
        ReportAcknowledged e => $"{Term.Of(e.Office)}が受領。{e.Remark}",
        OrderGiven e => $"{e.Order}　{Term.Of(e.Kind)}：{o.SectionName(e.SectionId)}へ。{e.Instruction}（期限 {Reiwa.OnScreen(e.Due)}）",
        OrderCarriedOut e => $"指示{e.Order}：{e.Account}",
        OrderVerified e => $"指示{e.Order}を確認。{e.Remark}{Unavoidable(e.SeparationOverride)}",
        OrderReturned e => $"指示{e.Order}を差戻し。{e.Reason}",
        SystemsCheckOrdered e => $"{string.Join("、", e.SystemIds.Select(s => System(o, s)))}。{e.Instruction}",
        SystemsCheckAnswered e => $"{System(o, e.SystemId)}：{(e.Found ? "該当あり" : "該当なし")}。{e.Account}",
        EvidencePreserved { File: { } file } e => $"{e.Item}（{e.Place}）：{file.Name}　SHA-256 {file.Sha256}",
        EvidencePreserved e => $"{e.Item}（{e.Place}）",
        EvidenceInventoryConfirmed e => e.Remark,
        CauseEstablished e => e.Determined ? e.Cause : $"特定できない。調べたこと：{e.Tried}",
        PreventionPlanned e => $"{e.Summary}（{e.Measures.Length} 件）",
        MeasuresInstructed e => $"{Term.Of(e.Instruction)}。{e.Words}{Unavoidable(e.SeparationOverride)}",
        MeasureDone e => $"再発防止策{e.Measure}：{e.Account}",
        MeasureVerified e => $"再発防止策{e.Measure}を確認。{e.Remark}{Unavoidable(e.SeparationOverride)}",
        FactsRecorded e => string.Join("\n", e.Facts.Select(f => $"{Notifications.Documents.FormKeys.All.GetValueOrDefault(f.Key, f.Key)}：{f.Value.Text}（{Term.Of(f.Value.State)}）")),
        PersonalDataAssessed e => $"知った時点 {Reiwa.OnScreen(e.KnewAt)}。{e.Reason}",
        FilingRecorded e => $"{e.Addressee}へ（{e.FilingChannel}）{e.Counterpart}　受付番号：{(e.ReceiptNumber.Length > 0 ? e.ReceiptNumber : "なし")}　{Reiwa.OnScreen(e.FiledAt)}",
        PersonsNotified e => $"{e.Method}{(e.Persons is { } n ? string.Create(CultureInfo.InvariantCulture, $"　{n:N0}人") : "")}{(e.Substitute.Length > 0 ? $"　代替措置：{e.Substitute}" : "")}",
        PublicationRecorded e => $"{e.Medium}「{e.Title}」{Reiwa.OnScreen(e.PublishedAt)}",
        InformationShared e => $"{e.With}（{Term.Of(e.Tlp)}）{e.Content}",
        DocumentDrafted e => $"{e.Basis.Title}{(e.Reason.Length > 0 ? $"。{e.Reason}" : "")}",
        DocumentRevised e => string.Join("、", e.Fields.Keys.Select(k => Notifications.Documents.FormKeys.All.GetValueOrDefault(k, k))),
        DocumentSubmitted => "",
        DocumentPermitted e => Unavoidable(e.UnavoidableReason),
        DocumentReturned e => e.Reason,
        DocumentApproved e => Unavoidable(e.UnavoidableReason),
        DocumentFiled e => $"{e.Addressee}へ（{e.FilingChannel}）{e.Counterpart}　受付番号：{(e.ReceiptNumber.Length > 0 ? e.ReceiptNumber : "なし")}　{Reiwa.OnScreen(e.FiledAt)}",
        DocumentWithdrawn e => e.Reason,
        SeparationReviewed e => e.Remark,
        IDutyCarriedOut e => $"{Clause.Spell(e.Duty)}：{e.Account}",
        IDutyJudgedUnnecessary e => $"{Clause.Spell(e.Duty)}：{e.Reason}",
        NoteAdded e => e.Kind is NoteKind.Memo ? e.Text : $"{Term.Of(e.Kind)}：{e.Text}",
        RecordCorrected e => $"記録{e.Event}の訂正：{e.Correction}。理由：{e.Reason}",
        CourseEntryPlaced e => e.Shown ? $"記録{e.Event}を経過表に載せる：{Reiwa.OnScreen(e.At)} {e.Words}" : $"記録{e.Event}を経過表に載せない",
        WorkAdded e => $"作業{e.Work}：{e.Text}{(e.PersonId is { } p ? $"（担当 {o.Person(p)?.Name ?? p}）" : "")}",
        WorkFinished e => $"作業{e.Work}：{(e.Done ? "完了" : "取りやめ")}。{e.Account}",
        IncidentLinked e => $"{e.Number}と関連付け。{e.Reason}",
        IncidentUnlinked e => $"{e.Number}との関連付けを取消し。{e.Reason}",
        IncidentRestricted e => e.PersonIds.IsEmpty ? $"制限を解除。{e.Reason}" : $"{string.Join("、", e.PersonIds.Select(p => o.Person(p)?.Name ?? p))}に限る。{e.Reason}",
        IncidentClosed e => e.Remark,
        IncidentReopened e => e.Reason,
        _ => "",
    };

    private static string Offices(IEnumerable<Office> offices) => string.Join("、", offices.Select(x => Term.Of(x)));

    private static string YesNo(bool value) => value ? "あり" : "なし";

    private static string Unavoidable(string? reason) => reason is null ? "" : $"（同一人が確認。止むを得ない理由：{reason}。第18条第1項）";

    private static string System(Organisation o, string id) => o.Systems.FirstOrDefault(s => s.Id == id)?.Name ?? id;
}
