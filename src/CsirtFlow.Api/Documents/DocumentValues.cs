using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using CsirtFlow.Notifications.Documents;
using static System.FormattableString;
using Reiwa = CsirtFlow.Domain.Statutory.Reiwa;

namespace CsirtFlow.Api.Documents;

/// <summary>Which document is wanted.</summary>
/// <param name="Issue">第n報, from 1; null for 最終報.</param>
public sealed record DocumentWish(FormDefinition Form, int? Issue)
{
    /// <summary>「第2報」, 「最終報」.</summary>
    public string IssueName => Named(Issue);

    public static string Named(int? issue) => issue is { } n ? Invariant($"第{n}報") : "最終報";
}

/// <summary>文書の値: every key that the events can answer, each with where it comes from. Pure; what no event says is left out and stands as 未記入.</summary>
public static class DocumentValues
{
    private const string Settings = "連絡網・設定";

    public static IReadOnlyDictionary<string, FormValue> Of(CaseFile file, DocumentWish wish)
    {
        var sheet = new ValueSheet();
        OfOrganisation(file.Organisation, sheet);
        var audience = wish.Form.Audience;
        OccurrenceValues.Put(file, sheet, audience);
        PersonalDataValues.Put(file, sheet);
        OutsideValues.Put(file, sheet, audience);
        if (audience is Audience.Public) PublicValues.Put(file, sheet);
        else ResponseValues.Put(file, sheet, inside: audience is Audience.House);
        if (audience is Audience.House) RecordValues.Put(file, sheet);

        foreach (var recorded in file.Events.OfType<FactsRecorded>())
            foreach (var (key, fact) in recorded.Facts.Where(f => FormKeys.IsKnown(f.Key)))
                sheet.State(key, fact, recorded);

        OfDocument(file, wish, sheet);
        return sheet.Values;
    }

    private static void OfOrganisation(Organisation o, ValueSheet sheet)
    {
        var profile = o.Profile;
        sheet.Put("organisation.name", o.Name, Settings);
        sheet.Put("organisation.kana", profile.Kana, Settings);
        sheet.Put("organisation.code", profile.Code, Settings);
        sheet.Put("organisation.corporate_number", profile.CorporateNumber, Settings);
        sheet.Put("organisation.address", profile.Address, Settings);
        sheet.Put("organisation.representative", profile.Representative, Settings);
        sheet.Put("organisation.phone", profile.Phone, Settings);
        sheet.Put("contact.section", profile.ContactSection, Settings);
        sheet.Put("contact.person", profile.ContactPerson, Settings);
        sheet.Put("contact.phone", profile.ContactPhone, Settings);
        sheet.Put("contact.night_phone", profile.ContactNightPhone, Settings);
        sheet.Put("contact.mail", profile.ContactMail, Settings);
    }

    // Of the document, not of the incident: a recorded fact does not make a 第2報 the 第1報 again.
    private static void OfDocument(CaseFile file, DocumentWish wish, ValueSheet sheet)
    {
        const string Source = "この文書の作成";
        sheet.Put("report.issue", wish.IssueName, Source);
        sheet.Put("report.reported_at", Reiwa.Moment(file.AsOf), Source);
        sheet.Put("ppc.report_kind", wish.Form.Id.EndsWith("-final", StringComparison.Ordinal) ? "確報" : "速報", Source);
        if (Before(file, wish) is { } last)
            sheet.Put("ppc.report_sequence", $"続報（{Reiwa.Date(JapaneseCalendar.DayOf(last.FiledAt))}{(last.ReceiptNumber is "" ? "" : $"、{last.ReceiptNumber}")}）", last);
        else sheet.Put("ppc.report_sequence", wish.Issue == 1 ? "新規" : "続報", Source);
    }

    // Before the first 確報 there is the 速報.
    private static FilingRecorded? Before(CaseFile file, DocumentWish wish)
    {
        var earlier = file.Filings(wish.Form.Id);
        return wish.Issue switch
        {
            1 => wish.Form.Id.EndsWith("-final", StringComparison.Ordinal) ? file.Filings(wish.Form.Id.Replace("-final", "-preliminary", StringComparison.Ordinal)).LastOrDefault() : null,
            { } n => earlier.ElementAtOrDefault(n - 2),
            null => earlier.LastOrDefault(),
        };
    }
}
