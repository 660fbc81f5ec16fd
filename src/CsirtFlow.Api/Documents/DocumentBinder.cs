using System.Collections.Immutable;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using CsirtFlow.Notifications.Documents;

namespace CsirtFlow.Api.Documents;

/// <summary>様式の一覧の1行: a form of an incident, how far it is filled in, and what was filed on it.</summary>
/// <param name="Title">With the issue that comes next.</param>
/// <param name="OfficialNamesConfirmed">False: 公式欄名は未照合.</param>
/// <param name="Issue">第n報 that comes next.</param>
/// <param name="NotOffered">Why the form is not for this incident; null when it is.</param>
/// <param name="Completeness">確定・調査中・未記入; null when not offered.</param>
/// <param name="Filings">外部への報告 on this form, oldest first.</param>
public sealed record DocumentListing(string Form, string Title, int Version, bool OfficialNamesConfirmed, bool Internal, int Issue, string? NotOffered, string? NotOfferedInEnglish,
    Completeness? Completeness, ImmutableArray<FilingRecorded> Filings, ImmutableDictionary<string, string> Links);

/// <summary>文書つづり: which forms there are for an incident, and each as a document. Pure.</summary>
public static class DocumentBinder
{
    public const int LastIssue = 99;
    public const string Draft = "下書き";
    private const string Government = "soumu-fukushima-incident-report";

    private static readonly ImmutableArray<string> GovernmentByDefault = new PolicySettings().GovernmentAddressees;

    /// <summary>The forms that were valid then.</summary>
    public static IEnumerable<FormDefinition> Forms(CaseFile file) => file.Forms.InForce(JapaneseCalendar.DayOf(file.AsOf)).Where(f => f.Subject is FormSubject.Incident);

    /// <exception cref="NotFoundException">No form of this id was valid then.</exception>
    public static FormDefinition Form(CaseFile file, string id) => Forms(file).FirstOrDefault(f => f.Id == id) ?? throw new NotFoundException("その様式", "form");

    /// <summary>Why a form is not for this incident; null when it is.</summary>
    public static PolicyRule? Refusal(CaseFile file, FormDefinition form) => FormChoice.Refusal(file.Incident, form.Id);

    public static int NextIssue(CaseFile file, FormDefinition form) => Math.Min(file.Filings(form.Id).Length + 1, LastIssue);

    // What leaves the house is a draft until somebody has approved it (18-1).
    public static OfficialDocument Document(CaseFile file, DocumentWish wish) => Compose(file, wish.Form, wish.IssueName, DocumentValues.Of(file, wish), wish.Form.Internal ? "" : Draft);

    /// <summary>The form with these values, under the head that the organisation's settings give.</summary>
    public static OfficialDocument Compose(CaseFile file, FormDefinition form, string issueName, IReadOnlyDictionary<string, FormValue> values, string mark)
    {
        var head = new DocumentHead(
            values.GetValueOrDefault(FormKeys.DocumentNumber)?.Text ?? "", JapaneseCalendar.DayOf(file.AsOf), file.Organisation.Profile.Sender is { Length: > 0 } sender ? sender : file.Organisation.Name,
            issueName, Contact(values, form.Audience), Mark(file.Organisation, mark), Addressees(file.Organisation, form));
        return DocumentComposer.Compose(form, head, values);
    }

    /// <summary>「訓練　下書き」: what goes across each page.</summary>
    public static string Mark(Organisation organisation, string mark) => string.Join('　', new[] { organisation.DrillMark, mark }.Where(m => m.Length > 0));

    /// <summary>Every form with its completeness, also those that are not for this incident, with the reason.</summary>
    public static ImmutableArray<DocumentListing> List(CaseFile file, string? asOf) => [.. Forms(file).Select(form => Listing(file, form, asOf))];

    private static DocumentListing Listing(CaseFile file, FormDefinition form, string? asOf)
    {
        var wish = new DocumentWish(form, NextIssue(file, form));
        var refusal = Refusal(file, form);
        var document = refusal is null ? Document(file, wish) : null;
        return new(form.Id, document?.Title ?? form.Title.Replace("{issue}", wish.IssueName, StringComparison.Ordinal), form.Version, form.OfficialNamesConfirmed, form.Internal,
            wish.Issue!.Value, refusal?.Sentence, refusal?.English, document?.Completeness, file.Filings(form.Id), document is null ? ImmutableDictionary<string, string>.Empty : Links(file, form, asOf));
    }

    private static ImmutableDictionary<string, string> Links(CaseFile file, FormDefinition form, string? asOf)
    {
        var then = asOf is { Length: > 0 } ? $"&asOf={Uri.EscapeDataString(asOf)}" : "";
        return ImmutableDictionary.CreateRange(StringComparer.Ordinal,
            DocumentFormats.All.Select(format => KeyValuePair.Create(format, $"/api/incidents/{file.Incident.Number}/documents/{form.Id}?format={format}{then}")));
    }

    private static List<Addressee>? Addressees(Organisation o, FormDefinition form)
    {
        var own = o.Settings.GovernmentAddressees;
        return form.Id is not Government || own.IsDefaultOrEmpty || own.SequenceEqual(GovernmentByDefault) ? null : [.. own.Select(name => new Addressee(name, "御中"))];
    }

    // Everybody is told the office, not who sits in it.
    private static List<string> Contact(IReadOnlyDictionary<string, FormValue> values, Audience audience)
    {
        var (section, person, phone, night, mail) = (Said("contact.section"), Named("contact.person"), Said("contact.phone"), Named("contact.night_phone"), Said("contact.mail"));
        string[] lines =
        [
            string.Join('　', new[] { section, person }.Where(s => s is not "")),
            phone is "" ? "" : $"電話　{phone}{(night is "" ? "" : $"（夜間・休日　{night}）")}",
            mail is "" ? "" : $"電子メール　{mail}",
        ];
        return [.. lines.Where(line => line is not "")];

        string Named(string key) => audience is Audience.Public ? "" : Said(key);
        string Said(string key) => values.TryGetValue(key, out var value) && value.State is FormValueState.Confirmed ? value.Text : "";
    }
}
