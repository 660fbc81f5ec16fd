using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using CsirtFlow.Notifications;
using CsirtFlow.Notifications.Documents;
using JapaneseCalendar = CsirtFlow.Domain.Statutory.JapaneseCalendar;
using Reiwa = CsirtFlow.Domain.Statutory.Reiwa;

namespace CsirtFlow.Api.Documents;

/// <summary>外部への報告、本人への対応、公表: what people have recorded as done, or judged unnecessary.</summary>
internal static class OutsideValues
{
    private const string PersonsDuty = "32-1-4-persons";

    public static bool ToPolice(FilingRecorded f) => f.Form == FormChoice.Police || f.Serves.Contains(FormChoice.PoliceDuty);

    public static void Put(CaseFile file, ValueSheet sheet, Audience audience)
    {
        Persons(file, sheet, audience);
        Publication(file, sheet);
        // What will be told was written for the house; by when is for everybody.
        sheet.Put("publication.next_at", Planned(FollowUpTo.Public), By);
        if (audience is Audience.Authority) sheet.Put("report.next_at", Planned(FollowUpTo.Government), By);
        if (audience is Audience.Public) return;

        var filings = file.Incident.Filings.Select(f => f.Recorded).ToList();
        sheet.Put("external.contacts", filings, Line);
        sheet.Put("police.reception", filings.Where(ToPolice), Line);
        sheet.Put("other.remarks", filings.Where(f => !f.Serves.Any(key => key.StartsWith("32-1-4-", StringComparison.Ordinal))), Line);

        IEnumerable<FollowUpPlanned> Planned(FollowUpTo to) => file.Incident.FollowUps.Any(f => f.To == to && !f.Done) ? file.Events.OfType<FollowUpPlanned>().Where(f => f.To == to).TakeLast(1) : [];

        static string By(FollowUpPlanned f) => $"{Reiwa.Moment(f.Due)}まで";

        // Who took it is somebody's name at another body.
        string Line(FilingRecorded f)
        {
            var receipt = f.ReceiptNumber is "" ? "" : $"、受付番号 {f.ReceiptNumber}";
            var counterpart = audience is Audience.House && f.Counterpart is not "" ? $"、{f.Counterpart}" : "";
            return CleanText.OneLine($"{f.Addressee}：{Reiwa.Moment(f.FiledAt)}（{f.FilingChannel}{receipt}{counterpart}）");
        }
    }

    private static void Persons(CaseFile file, ValueSheet sheet, Audience audience)
    {
        var told = file.Events.OfType<PersonsNotified>().ToList();
        if (told is [.., var last])
        {
            var all = file.Incident.PersonalData?.Persons.Confirmed;
            var done = told.Any(t => t.Substitute is not "") || (all is { } n && told.Sum(t => (long)(t.Persons ?? 0)) >= n);
            sheet.Put("persons.response_status", done ? "対応済" : "対応中", last);
            if (audience is not Audience.Public) sheet.Put("persons.response_detail", told, t => CleanText.OneLine(string.Join('　',
                new[] { Reiwa.Date(JapaneseCalendar.DayOf(t.Origin.OccurredAt)), t.Method, t.Persons is { } n ? BreachKinds.Persons(n) : "", t.Substitute is "" ? "" : $"代替措置：{t.Substitute}" }.Where(s => s is not ""))));
        }
        else if (file.Unnecessary(PersonsDuty) is { } judged)
        {
            sheet.Put("persons.response_status", "予定なし", judged);
            if (audience is not Audience.Public) sheet.Put("persons.response_detail", judged.Reason, judged);
        }
    }

    private static void Publication(CaseFile file, ValueSheet sheet)
    {
        var published = file.Incident.Publications.Where(p => p.WithdrawnAt is null).Select(p => p.Recorded).ToList();
        if (published is [.., var last])
        {
            sheet.Put("publication.status", "実施済", last);
            sheet.Put("publication.date", published, p => Reiwa.Moment(p.PublishedAt));
            sheet.Put("publication.method", published, p => string.Join('、', Methods(p.Medium)));
            sheet.Put("publication.content", published, p => CleanText.OneLine(p.Title));
        }
        else if (file.Last<PublicationJudged>() is { } judgement)
        {
            sheet.Put("publication.status", judgement.Verdict is PublicationVerdict.DoNotPublish ? "予定なし" : "実施予定", judgement);
            if (judgement.PlannedAt is { } planned) sheet.Put("publication.date", Reiwa.Moment(planned), judgement);
        }
        else if (file.Unnecessary(Article19.Publication) is { } judged) sheet.Put("publication.status", "予定なし", judged);
    }

    /// <summary>The form's choices that a medium in free words amounts to.</summary>
    private static IEnumerable<string> Methods(string medium)
    {
        (bool Is, string Choice)[] known =
        [
            (Says("ホームページ") || Says("ウェブサイト"), "ホームページに掲載"),
            (Says("会見"), "記者会見"),
            (Says("資料配布") || Says("資料配付") || Says("投げ込み"), "報道機関等への資料配布"),
        ];
        return known.Any(k => k.Is) ? known.Where(k => k.Is).Select(k => k.Choice) : [$"その他（{CleanText.OneLine(medium)}）"];

        bool Says(string word) => medium.Contains(word, StringComparison.Ordinal);
    }
}
