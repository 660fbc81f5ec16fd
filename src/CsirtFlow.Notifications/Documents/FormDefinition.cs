using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CsirtFlow.Notifications.Documents;

/// <summary>
/// 様式の定義: data, because ministries change their forms. One JSON file per version under <c>Documents/Forms/</c>.
/// </summary>
/// <param name="ValidFrom">From this day the version is offered; older documents keep theirs.</param>
/// <param name="OfficialNamesConfirmed">False while the labels were not compared with the official form; the document then says so.</param>
/// <param name="Title">May contain <c>{issue}</c>, replaced by <see cref="DocumentHead.Issue"/>.</param>
/// <param name="Lead">前文; may contain <c>{issue}</c>.</param>
/// <param name="Audience">Who reads it; decides what may be filled in from the events.</param>
/// <param name="Order">Place in the list of forms, lowest first.</param>
/// <param name="Internal">庁内の文書: does not leave the organisation.</param>
/// <param name="Publication">For the public (19-6): press release, website.</param>
/// <param name="Serves">Keys of the duties that are fulfilled when it is filed, where the incident has them.</param>
/// <param name="Subject">What it is about; only a form about an incident is drafted and filed.</param>
public sealed record FormDefinition(
    string Id, int Version, DateOnly ValidFrom, IReadOnlyList<string> Sources, bool OfficialNamesConfirmed, string Title, IReadOnlyList<Addressee> Addressees,
    string Classification, IReadOnlyList<string> Lead, IReadOnlyList<string> Notes, IReadOnlyList<FormSection> Sections, Audience Audience, int Order,
    bool Internal = false, bool Publication = false, IReadOnlyList<string>? Serves = null, FormSubject Subject = FormSubject.Incident)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    private static readonly Lazy<IReadOnlyList<FormDefinition>> Forms = new(() =>
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith("Forms.", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read)]);

    /// <summary>All versions of all forms that come with the product.</summary>
    public static IReadOnlyList<FormDefinition> All => Forms.Value;

    [JsonIgnore]
    public IEnumerable<FormRow> Rows => Sections.SelectMany(section => section.Rows);

    /// <summary>The rows as a document is written: above those of the sections stands 文書番号, which is given by hand; what is for everybody bears none.</summary>
    [JsonIgnore]
    public IEnumerable<FormRow> Written => Publication ? Rows : Rows.Prepend(DocumentNumber);

    private static readonly FormRow DocumentNumber = new("document-number", FormKeys.All[FormKeys.DocumentNumber].Japanese, FormKeys.DocumentNumber, Required: false, Hint: "採番したとき。空欄なら印字しません。");

    /// <summary>The version of a form of the product that is valid on a day.</summary>
    /// <exception cref="FormException">No form of this id is valid then.</exception>
    public static FormDefinition Valid(string id, DateOnly on) =>
        FormCatalogue.Product.InForce(id, on) ?? throw new FormException($"No form '{id}' on {on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.");

    /// <summary>Reads and checks a definition.</summary>
    /// <exception cref="FormException">Unknown or missing members, an unknown key, the same row twice …; the message names it.</exception>
    public static FormDefinition Parse(string json)
    {
        try
        {
            var form = JsonSerializer.Deserialize<FormDefinition>(json, Json) ?? throw new JsonException("null in a list");
            return FormCheck.Problems(form) is { Length: > 0 } problems ? throw new FormException(form.Id, problems) : form;
        }
        catch (JsonException e) { throw new FormException(e.Message, e); }
    }

    /// <summary>As <see cref="Parse"/> reads it: the text that people exchange, and that an approval is for.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";

    private static FormDefinition Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return Parse(reader.ReadToEnd());
    }
}

/// <summary>何についての様式か: decides where its values come from.</summary>
public enum FormSubject
{
    /// <summary>インシデント.</summary>
    Incident,

    /// <summary>報告・インシデントの義務の履行状況.</summary>
    Duties,

    /// <summary>年度.</summary>
    Year,
}

/// <summary>読む人: what was written down for one's own house is not for everybody.</summary>
public enum Audience
{
    /// <summary>庁内: may carry the reporter's own words, names, devices and places.</summary>
    House,

    /// <summary>官公署: what was ordered, found and done, without persons and places.</summary>
    Authority,

    /// <summary>報道機関・住民・本人: counts, times and choices; every other word is stated for the public.</summary>
    Public,
}

/// <summary>様式の節. An empty number is not shown.</summary>
public sealed record FormSection(string Number, string Title, IReadOnlyList<FormRow> Rows);

/// <summary>
/// 様式の欄.
/// </summary>
/// <param name="Key">One of <see cref="FormKeys"/>: which fact stands here.</param>
/// <param name="Choices">Printed all, the chosen ones marked with ■.</param>
/// <param name="Hint">For the person who fills the row in.</param>
/// <param name="Columns">一覧: each line of the value is a line of a table, its cells set apart by 「｜」.</param>
public sealed record FormRow(string Id, string Label, string Key, bool Required, IReadOnlyList<string>? Choices = null, string Hint = "", IReadOnlyList<string>? Columns = null);

/// <summary>様式の不備: for whoever supplies forms or values; the message names the key.</summary>
public sealed class FormException : Exception
{
    public FormException() { }

    public FormException(string message) : base(message) { }

    public FormException(string message, Exception innerException) : base(message, innerException) { }

    public FormException(string id, ImmutableArray<FormProblem> problems) : base($"{id}: {string.Join(' ', problems.Select(p => p.Sentence.English))}") => Problems = problems;

    /// <summary>What is wrong, each in its place; empty where the text is no form at all.</summary>
    public ImmutableArray<FormProblem> Problems { get; } = [];
}
