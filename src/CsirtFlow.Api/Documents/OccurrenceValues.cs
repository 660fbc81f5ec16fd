using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using CsirtFlow.Notifications.Documents;
using Reiwa = CsirtFlow.Domain.Statutory.Reiwa;

namespace CsirtFlow.Api.Documents;

/// <summary>事案 and its impact: from the reports, the 評価 and the 重要度.</summary>
internal static class OccurrenceValues
{
    public static void Put(CaseFile file, ValueSheet sheet, Audience audience)
    {
        var opened = file.Events.OfType<IncidentOpened>().First();
        var reports = file.ReportEvents.OfType<OccurrenceReported>().ToList();

        sheet.Put("incident.number", opened.Number, opened);
        if (audience is not Audience.Public) sheet.Put("incident.title", opened.Title, opened);
        sheet.Put("incident.kind", string.Join('\n', opened.Kinds.Select(k => Term.Of(k))), opened);
        sheet.Put("reporter.section", reports, r => file.Organisation.SectionName(r.Occurrence.SectionId));
        // The words of whoever reported are personal; they stay in the house.
        if (audience is Audience.House && reports is [var first, ..]) sheet.Put("incident.summary", first.Occurrence.Description, first);
        sheet.Put("incident.course", FactualCourse.Of(file), file.Events[^1]);
        sheet.Put("incident.nature", Nature(file.Incident.Nature, audience), file.Last<NatureStated>() ?? (CaseEvent)opened);
        Noticed(file, sheet, reports);
        Impact(file, sheet, opened);
    }

    // Whether staff had a part in it is told outside by people, not by a form.
    private static string Nature(Nature nature, Audience audience) => string.Join('\n', new[]
    {
        (nature.Attack, "サーバ等への攻撃又はそのリスク"), (nature.MayBeCrime, "犯罪の可能性"), (nature.Cloud, "クラウドサービスに関するもの"), (nature.Contractor, "委託した業務に関するもの"),
        (nature.StaffAccess && audience is Audience.House, "職員等による不正アクセス"), (nature.StaffBreach && audience is Audience.House, "職員等のポリシー違反"),
    }.Where(n => n.Item1).Select(n => n.Item2));

    // 知った時点 as it was stated; until then, when the earliest report says that it was noticed.
    private static void Noticed(CaseFile file, ValueSheet sheet, List<OccurrenceReported> reports)
    {
        var stated = file.Last<PersonalDataAssessed>();
        var earliest = reports.MinBy(r => r.Occurrence.NoticedAt);
        sheet.Put("incident.noticed_at", Reiwa.Moment(stated?.KnewAt ?? file.Incident.NoticedAt), stated ?? (CaseEvent?)earliest ?? file.Events[0]);

        // An outsider, or a machine at the API, does not say which of the form's choices it is.
        if (earliest is { Outside: false, Channel: not (Channel.Api or Channel.Window) } && !earliest.Occurrence.Kinds.Contains(OccurrenceKind.OutsideContact))
        {
            sheet.Put("incident.noticed_how", "職員", earliest);
            sheet.Put("incident.discovered_by", "自組織", earliest);
        }
    }

    private static void Impact(CaseFile file, ValueSheet sheet, IncidentOpened opened)
    {
        if (opened.EmergencyImpact is not EmergencyImpact.Unknown) sheet.Put("impact.emergency_119", Term.Of(opened.EmergencyImpact), opened);
        var severity = file.Last<SeverityDecided>();
        if (severity is null) return;

        sheet.Put("incident.severity", Term.Of(severity.Severity), severity);
        if (severity.Factors.ResidentServiceStopped) sheet.Put("impact.resident_services", "住民サービス又は指令業務が止まっている", severity);
    }
}
