using System.Collections.Immutable;
using System.Text;
using CsirtFlow.Api.Reports;
using CsirtFlow.Domain;
using CsirtFlow.Notifications.Documents;

namespace CsirtFlow.Api.Documents;

/// <summary>Between a 文書 and its paper: which rows it has, what the record says to each, and how it looks. Pure.</summary>
public static class DocumentPapers
{
    /// <summary>Values that are the document's own; the record does not change them.</summary>
    private static readonly string[] OfTheDocument = ["report.issue", "report.reported_at", "ppc.report_kind", "ppc.report_sequence"];

    public static DocumentBasis Basis(CaseFile file, FormDefinition form, int issue, bool final) => new(
        form.Id, form.Version, form.Title.Replace("{issue}", IssueName(issue, final), StringComparison.Ordinal), issue, final, form.Internal, form.Publication,
        Enum.GetValues<Confidentiality>().FirstOrDefault(c => Term.Of(c) == form.Classification), [.. form.Rows.Where(r => r.Required).Select(r => r.Key).Distinct()],
        file.Incident.SectionId is { } section ? [section] : []);

    /// <summary>欄の鍵 → what the record says now, for the rows of the form; what no event says is left out.</summary>
    public static ImmutableDictionary<string, DocumentField> Recorded(CaseFile file, FormDefinition form, DocumentBasis basis)
    {
        var values = DocumentValues.Of(file, new DocumentWish(form, basis.Final ? null : basis.Issue));
        return form.Rows.Select(r => r.Key).Distinct().Where(key => values.TryGetValue(key, out var v) && v.State is not FormValueState.Missing)
            .ToImmutableDictionary(key => key, key => Field(key, values[key]), StringComparer.Ordinal);
    }

    public static OfficialDocument Of(CaseDocument document, FormDefinition form, CaseFile file) =>
        DocumentBinder.Compose(file, form, IssueName(document.Basis.Issue, document.Basis.Final), document.Fields.ToDictionary(f => f.Key, f => Value(f.Value), StringComparer.Ordinal), Mark(document.Stage));

    /// <summary>As it is when it is approved: no draft any more.</summary>
    public static OfficialDocument Approved(DocumentView view) => view.Finished with { Mark = view.File.Organisation.DrillMark };

    /// <summary>What is frozen with the approval: the page, the Word file, the text and, where there is one, the PDF, each under its hash.</summary>
    public static ImmutableArray<UploadedFile> Copies(DocumentView view, byte[]? pdf)
    {
        var paper = Approved(view);
        UploadedFile File(string extension, string type, byte[] content) => new(DocumentEndpoints.FileName(view.Document.Number, paper.Title, extension), type, content);

        return
        [
            File("html", "text/html", Encoding.UTF8.GetBytes(HtmlRenderer.StandalonePage(paper))),
            File("docx", WordRenderer.ContentType, WordRenderer.Render(paper, view.File.AsOf)),
            File("txt", "text/plain", Encoding.UTF8.GetBytes(PlainTextRenderer.Render(paper))),
            .. pdf is null ? [] : new[] { File("pdf", "application/pdf", pdf) },
        ];
    }

    private static string Mark(DocumentStage stage) => stage switch
    {
        DocumentStage.Approved or DocumentStage.Filed => "",
        DocumentStage.Withdrawn => Term.Of(stage),
        _ => DocumentBinder.Draft,
    };

    private static string IssueName(int issue, bool final) => DocumentWish.Named(final ? null : issue);

    // What belongs to the document has nothing to be compared with.
    private static DocumentField Field(string key, FormValue value) =>
        new(value.Text, value.State is FormValueState.Investigating ? FactState.UnderInvestigation : FactState.Confirmed, value.Source, OfTheDocument.Contains(key) ? "" : value.Text);

    private static FormValue Value(DocumentField field) =>
        field.State is FactState.UnderInvestigation ? FormValue.Investigating(field.Text, field.Source) : FormValue.Confirmed(field.Text, field.Source);
}
