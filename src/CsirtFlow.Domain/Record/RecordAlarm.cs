using System.Collections.Immutable;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Domain;

/// <summary>Who is told of the record itself.</summary>
public static class RecordAlarm
{
    /// <summary>
    /// 記録の検証 (50-6): the auditors are sent the 要約値 of each night, so that it lies outside the service; of anything that does not fit, and of a restoration, whoever answers for the record is told at once.
    /// </summary>
    public static ImmutableArray<NoticeQueued> Of(RecordEvent e, Organisation o, DateTimeOffset at)
    {
        var (reason, offices, remark) = e switch
        {
            RecordVerified { Faults: > 0 } v => (NoticeReason.RecordAltered, AnswerForTheRecord, $"要約値 {v.Head}、不一致 {v.Faults}件{Stamped(v.Timestamp)}"),
            RecordVerified { Scheduled: true } v => (NoticeReason.RecordVerified, [Office.Auditor], $"要約値 {v.Head}{Stamped(v.Timestamp)}"),
            RecordRestored r => (NoticeReason.RecordRestored, [.. AnswerForTheRecord, Office.ContactPoint], $"記録の最後：{Reiwa.OnScreen(r.End)}"),
            _ => (default, Array.Empty<Office>(), ""),
        };
        return
        [
            .. from office in offices
               from told in Holders.ToTell(o, office, Scope.Section(null), at)
               group told by told.Person.Id into one
               let told = one.First()
               select new NoticeQueued(RecordHistory.Key, RecordHistory.Key, reason, told.Person.Id, told.Person.Name, told.Person.Mail, told.Office, [], told.Remark.Length > 0 ? $"{remark}。{told.Remark}" : remark, false, at),
        ];
    }

    private static string Stamped(RecordTimestamp? timestamp) => timestamp switch
    {
        null => "",
        { At: { } at } t => $"。時刻認証 {t.Authority} {Reiwa.OnScreen(at)}",
        { } t => $"。時刻認証なし（{t.Problem}）",
    };

    private static readonly Office[] AnswerForTheRecord = [Office.Auditor, Office.Ciso, Office.SupervisingOfficer, Office.CsirtLead];
}
