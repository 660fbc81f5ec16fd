using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using CsirtFlow.Api.Forms;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using CsirtFlow.Notifications.Documents;
using Microsoft.Extensions.Primitives;

namespace CsirtFlow.Api.Web;

public enum FieldKind { Text, LongText, Number, Moment, Day, Choice, Choices, Flag, Either, Group, Rows }

/// <param name="Typed">The label holds a name, or what somebody typed.</param>
public sealed record FieldChoice(string Value, Wording Label, bool Chosen, bool Typed = false);

/// <summary>One field of a command form, with what was typed before.</summary>
/// <param name="Name">Name in the form: <c>factors.persons</c>, <c>measures[0].text</c>.</param>
public sealed record FormField(string Name, Wording Label, FieldKind Kind, bool Required, string Value, ImmutableArray<FieldChoice> Choices, ImmutableArray<FormField> Children)
{
    /// <summary>選択肢 of the forms to tick for a text; empty where it is written freely.</summary>
    public IReadOnlyList<string> Marked { get; init; } = [];
}

/// <summary>What a page can offer for choosing: sections, systems, people, duties, and what belongs to the incident.</summary>
/// <param name="Events">The course so far.</param>
public sealed record FormContext(Organisation Organisation, ImmutableArray<DutyStanding> Duties, Incident? Incident, ImmutableArray<EventLine> Events)
{
    public static FormContext Of(Report report, Organisation o, DateTimeOffset now) => new(o, DutyTable.Standing(report, o.Settings, now), null, []);

    public static FormContext Of(Incident i, ImmutableArray<EventLine> events, Organisation o, DateTimeOffset now) => new(o, DutyTable.Standing(i, o.Settings, now), i, events);

    /// <summary>様式集 to choose from.</summary>
    public FormCatalogue Forms { get; init; } = FormCatalogue.Product;

    /// <summary>Number of the event that the forms are about; null for none.</summary>
    public int? Event { get; init; }

    /// <summary>Key of the duty that is next: it stands chosen where a form asks for a duty.</summary>
    public string? Next { get; init; }

    /// <summary>Sections for which the person reports what was done.</summary>
    public ImmutableArray<string> AnswersFor { get; init; } = [];

    public bool Answers(string sectionId) => AnswersFor.Contains(sectionId);

    public ImmutableArray<Order> Orders => Incident?.Orders ?? [];

    public ImmutableArray<SystemsCheck> Checks => Incident?.Checks ?? [];

    public ImmutableArray<PreventionMeasure> Measures => Incident?.Measures ?? [];
}

/// <summary>Turns a command's parameters into fields: the record is the form's only definition.</summary>
public static class FormFields
{
    /// <summary>Rows offered for proposed measures; more can be sent by the API or in a further plan.</summary>
    public const int MeasureRows = 5;

    /// <summary>Of the organisation, of a document or of other commands: nobody states them as facts of the incident.</summary>
    private static readonly HashSet<string> NotStated = ["document", "report", "ppc", "organisation", "contact", "public", "publication", "law", "prevention", "decision", "other"];

    // What one form alone asks for is written in its document.
    private static IEnumerable<string> Stated(FormCatalogue forms) => FormKeys.All.Keys.Where(key => !NotStated.Contains(key.Split('.')[0]) && forms.AskedByMany.Contains(key));

    private static readonly HashSet<string> LongTexts = ["Description", "Grounds", "Summary", "Instruction", "Account", "Answer", "Cause", "Tried", "Text", "Reason", "Words", "Content", "Remark", "Correction"];

    /// <param name="slug">Put before every name, because one page holds many forms.</param>
    public static ImmutableArray<FormField> Of(Type command, string slug, FormContext context, IFormCollection? typed) => Fields(command, slug + ".", context, typed);

    private static ImmutableArray<FormField> Fields(Type owner, string prefix, FormContext context, IFormCollection? typed) =>
        [.. Members(owner).Select(m => Field(owner, m.Name, m.Type, m.Optional, prefix + Camel(m.Name), context, typed))];

    /// <summary>The parameters of a positional record, or the settable properties of one that has none.</summary>
    public static IEnumerable<(string Name, Type Type, bool Optional)> Members(Type type)
    {
        var parameters = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First().GetParameters();
        return parameters.Length > 0
            ? parameters.Select(p => (p.Name!, p.ParameterType, p.HasDefaultValue))
            : type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && !AskedByCommand(p) && p.GetCustomAttribute<System.Text.Json.Serialization.JsonIgnoreAttribute>() is null).Select(p => (p.Name, p.PropertyType, true));
    }

    // 知った時点 is the command's own field, not asked twice; its history is written by the service.
    private static bool AskedByCommand(PropertyInfo p) => p.DeclaringType == typeof(Knowledge) && p.Name is nameof(Knowledge.KnewAt) or nameof(Knowledge.Earlier);

    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static FormField Field(Type owner, string name, Type type, bool optional, string path, FormContext context, IFormCollection? typed)
    {
        var label = Labels.Of(owner, name);
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        var value = typed?[path].ToString() ?? "";
        FormField Make(FieldKind kind, IEnumerable<FieldChoice>? choices = null, IEnumerable<FormField>? children = null) =>
            new(path, label, kind, !optional && bare == type, value, [.. choices ?? []], [.. children ?? []]);

        if (Offered(owner, name, context) is { } offered)
        {
            ImmutableArray<FieldChoice> all = [.. offered];
            bool Chosen(FieldChoice o) => typed is { } t ? t[path].Contains(o.Value) : o.Chosen || (all.Length == 1 && !optional && !bare.IsGenericType);
            return Make(bare.IsGenericType ? FieldKind.Choices : FieldKind.Choice, all.Select(o => o with { Chosen = Chosen(o) }));
        }
        if (Labels.Sides(owner, name) is { } sides) return Make(FieldKind.Either, [new("true", sides.Yes, value == "true"), new("false", sides.No, value == "false")]);
        if (bare == typeof(bool)) return Make(FieldKind.Flag);
        if (bare.IsEnum) return Make(FieldKind.Choice, Values(bare, value));
        if (bare == typeof(int)) return Make(FieldKind.Number);
        if (bare == typeof(DateTimeOffset)) return Make(FieldKind.Moment);
        if (bare == typeof(DateOnly)) return Make(FieldKind.Day);
        if (bare == typeof(string)) return Make(LongTexts.Contains(name) ? FieldKind.LongText : FieldKind.Text);
        if (bare == typeof(ImmutableArray<Office>)) return Make(FieldKind.Choices, OfficesToTell(typed?[path]));
        if (bare == typeof(ImmutableArray<ProposedMeasure>))
            return Make(FieldKind.Rows, children: Enumerable.Range(0, MeasureRows).Select(i => new FormField(Row(path, i), Wording.Of(Row("", i)), FieldKind.Group, false, "", [], Fields(typeof(ProposedMeasure), Row(path, i) + ".", context, typed))));
        if (bare == typeof(ImmutableDictionary<string, Fact>))
            return Make(FieldKind.Rows, children: Stated(context.Forms).Select(key => new FormField($"{path}[{key}]", Labels.OfFact(key), FieldKind.LongText, false, typed is { } t ? FormReader.Ticked(t[$"{path}[{key}]"]) : "",
                [.. Values(typeof(FactState), typed?[$"{path}[{key}].state"].ToString() ?? "")], []) { Marked = context.Forms.Choices.GetValueOrDefault(key, []) }));
        if (bare == typeof(ImmutableDictionary<string, string>))
            return Make(FieldKind.LongText);
        return Make(FieldKind.Group, children: Fields(bare, path + ".", context, typed));
    }

    public static string Row(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    private static IEnumerable<FieldChoice> Values(Type type, string chosen) =>
        Enum.GetValues(type).Cast<Enum>().Select(v => new FieldChoice(v.ToString(), Labels.Of(v), v.ToString() == chosen));

    private static IEnumerable<FieldChoice> OfficesToTell(StringValues? chosen) =>
        new[] { Office.SecurityOfficer, Office.SupervisingOfficer, Office.Ciso }.Select(o => new FieldChoice(o.ToString(), Wording.Of(o), chosen is { } those ? those.Contains(o.ToString()) : o != Office.Ciso));

    // Ids that people know by name are chosen from what there is.
    private static IEnumerable<FieldChoice>? Offered(Type owner, string name, FormContext c) => (owner.Name, name) switch
    {
        (_, "SectionId" or "StaffSectionId") => c.Organisation.Sections.Select(s => Named(s.Id, s.Name)),
        (nameof(OrderSystemsCheck), "SystemIds") => c.Organisation.Systems.Select(s => Named(s.Id, s.Name)).Prepend(Said(OrderSystemsCheck.Every, new("すべてのシステム", "All systems"))),
        (_, "SystemIds") => c.Organisation.Systems.Select(s => Named(s.Id, s.Name)),
        (nameof(OpenRelatedIncident), "SystemId") => Systems(c, k => k.Found == true),
        (_, "SystemId") => Systems(c, k => k.AnsweredAt is null),
        (_, "Event") => c.Events.OrderByDescending(e => e.Version).Select(e => Said(Number(e.Version), new($"{e.Version}　{e.Time}　{e.Term}", $"{e.Version}, {Language.English.Moment(e.RecordedAt)}, {e.TermIn(Language.English)}")) with { Chosen = e.Version == c.Event }),
        (nameof(RestrictIncident), "InvolvedIds") => c.Organisation.People.Select(p => Named(p.Id, $"{p.Name}（{p.Title}）") with { Chosen = c.Incident?.Involved.Contains(p.Id) is true }),
        (nameof(RestrictIncident), "PersonIds") => c.Organisation.People.Select(p => Named(p.Id, $"{p.Name}（{p.Title}）") with { Chosen = c.Incident?.RestrictedTo.Contains(p.Id) is true }),
        (_, "PersonId" or "PersonIds") => c.Organisation.People.Select(p => Named(p.Id, $"{p.Name}（{p.Title}）")),
        (nameof(HandOverWork), "To") => c.Organisation.People.Select(p => Named(p.Id, $"{p.Name}（{p.Title}）")),
        (nameof(ReceiveHandover), "Handover") => c.Incident?.Handovers.Where(h => h.ReceivedAt is null).Select(h => Named(Number(h.Number), $"{h.Number}　{h.From.Name}")),
        (nameof(FinishWork), "Work") => c.Incident?.Work.Where(w => w.FinishedAt is null).Select(w => Named(Number(w.Number), $"{w.Number}　{Short(w.Text)}")),
        (nameof(UnlinkIncident), "Number") => c.Incident?.LinkedTo.Select(n => Named(n, n)),
        (_, "Filing") => c.Incident?.Filings.Select(f => new FieldChoice(Number(f.Number), new($"{f.Number}　{Language.Japanese.Moment(f.Recorded.FiledAt)}　{Short(f.Recorded.Addressee)}", $"{f.Number}, {Language.English.Moment(f.Recorded.FiledAt)}, {Short(f.Recorded.Addressee)}"), false, Typed: true)) ?? [],
        (_, "Publication") => c.Incident?.Publications.Where(p => p.WithdrawnAt is null).Select(p => new FieldChoice(Number(p.Number), new($"{p.Number}　{Language.Japanese.Moment(p.Recorded.PublishedAt)}　{Short(p.Recorded.Title)}", $"{p.Number}, {Language.English.Moment(p.Recorded.PublishedAt)}, {Short(p.Recorded.Title)}"), false, Typed: true)) ?? [],
        (_, "Serves") => c.Duties.Where(d => d.IsOpen && d.TowardsOutside.Length > 0).Select(d => Owed(d, c)),
        (_, "Duty") => c.Duties.Where(d => d.IsOpen && (d.Discretionary || !owner.Name.Contains("Unnecessary", StringComparison.Ordinal))).Select(d => Owed(d, c)),
        (nameof(ReportOrderCarriedOut), "Order") => c.Orders.Where(o => o.CarriedOutAt is null && c.Answers(o.SectionId)).Select(Numbered),
        (nameof(VerifyOrder), "Order") => c.Orders.Where(o => o.CarriedOutAt is not null && o.VerifiedAt is null).Select(Numbered),
        (nameof(ReportMeasureDone), "Measure") => c.Measures.Where(m => m.DoneAt is null && c.Answers(m.SectionId)).Select(Numbered),
        (nameof(ReturnMeasure), "Measure") => c.Measures.Where(m => m.DoneAt is not null).Select(Numbered),
        (nameof(VerifyMeasure), "Measure") => c.Measures.Where(m => m.DoneAt is not null && m.VerifiedAt is null).Select(Numbered),
        (nameof(DecideExemption), "Exemption") => c.Incident?.Exemptions.Where(x => x.AwaitsDecision).Select(x => Named(Number(x.Number), $"{x.Number}　{Short(x.Provision)}")) ?? [],
        (nameof(RecordFiling), "Form") => c.Forms.All.Where(f => !f.Internal).GroupBy(f => f.Id).Select(f => Named(f.Key, FormDesk.Named(f.Last()))).Append(Said("other", new("その他（電話・警察への相談など）", "Another (telephone, consulting the police ...)"))),
        (nameof(AcknowledgeReport), "ByTelephoneOf") => new[] { Office.Ciso, Office.SupervisingOfficer }.Select(o => Said(o.ToString(), Wording.Of(o))),
        _ => null,
    };

    private static IEnumerable<FieldChoice> Systems(FormContext c, Func<SystemsCheck, bool> which) =>
        c.Checks.Where(which).Select(k => Named(k.SystemId, c.Organisation.Systems.FirstOrDefault(s => s.Id == k.SystemId)?.Name ?? k.SystemId));

    private static FieldChoice Said(string value, Wording label) => new(value, label, false);

    private static FieldChoice Named(string value, string name) => new(value, Wording.Of(name), false, Typed: true);

    private static FieldChoice Owed(DutyStanding d, FormContext c) => new(d.Key, new($"{Clause.Spell(d.Clause)} {d.Title}", $"{Clause.InEnglish(d.Clause)} {d.English.Title}"), Chosen: d.Key == c.Next);

    private static FieldChoice Numbered(Order o) =>
        new(Number(o.Number), new($"{o.Number}　{Term.Of(o.Kind)}：{Short(o.Instruction)}", $"{o.Number} {Term.InEnglish(o.Kind)}: {Short(o.Instruction)}"), false, Typed: true);

    private static FieldChoice Numbered(PreventionMeasure m) => Named(Number(m.Number), $"{m.Number}　{Short(m.Text)}");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
