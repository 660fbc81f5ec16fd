using System.Collections.Immutable;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Forms;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using CsirtFlow.Notifications.Documents;
using Marten;

namespace CsirtFlow.Api.Documents;

/// <summary>A 文書 with what stands around it.</summary>
/// <param name="Recorded">欄の鍵 → what the record says now.</param>
/// <param name="Earlier">The issue before it; null for the first.</param>
public sealed record DocumentView(CaseDocument Document, FormDefinition Form, OfficialDocument Paper, CaseFile File, ImmutableDictionary<string, DocumentField> Recorded, CaseDocument? Earlier)
{
    /// <summary>As its readers get it.</summary>
    public OfficialDocument Finished => Document.Basis.Publication ? Paper.Answered : Paper;

    /// <summary>Rows where the record says something else than when it was last compared: 「記録と違います」.</summary>
    public IEnumerable<string> Differing => Form.Rows.Select(r => r.Key).Where(Differs);

    /// <summary>Keys of the incident's duties that filing it fulfils.</summary>
    public ImmutableArray<string> Serves => [.. (Form.Serves ?? []).Where(key => File.Incident.Duties.Of(key) is { LapsedAt: null })];

    /// <summary>How it was filed, as it stands after corrections; null before.</summary>
    public Filing? Filing => Document.Filing is { } filed ? File.Incident.Filings.FirstOrDefault(f => f.Recorded.Form == Document.Basis.Form && f.Recorded.Origin == filed.Origin) : null;

    public bool Differs(string key) => (Recorded.GetValueOrDefault(key)?.Recorded ?? "") is { Length: > 0 } now && now != (Document.Fields.GetValueOrDefault(key)?.Recorded ?? "");
}

/// <summary>起案 to 提出: opens documents of an incident and takes the commands on them. Nothing is sent from here.</summary>
public sealed class DocumentDesk(DocumentReader documents, CaseReader cases, CommandDesk desk, PaperPrinter printer, Sessions sessions, OrganisationDirectory directory, FormDirectory forms, TimeProvider clock)
{
    /// <summary>Every document of an incident, oldest first.</summary>
    public async Task<ImmutableArray<CaseDocument>> List(Caller caller, string number, CancellationToken cancellation)
    {
        await documents.Open(caller, number, null, cancellation);
        return await cases.Documents(caller.Tenant, number, cancellation);
    }

    /// <exception cref="NotFoundException">No such incident or document, or not the person's matter.</exception>
    public async Task<DocumentView> View(Caller caller, string number, string form, int issue, CancellationToken cancellation)
    {
        var file = await documents.Open(caller, number, null, cancellation);
        var all = (await cases.Documents(caller.Tenant, number, cancellation)).Where(d => d.Basis.Form == form).ToList();
        var document = all.Find(d => d.Basis.Issue == issue) ?? throw new NotFoundException("その文書", "document");
        var definition = await forms.Of(caller.Tenant, document.Basis, cancellation);
        return new(document, definition, DocumentPapers.Of(document, definition, file), file, DocumentPapers.Recorded(file, definition, document.Basis), all.Find(d => d.Basis.Issue == issue - 1));
    }

    /// <summary>起案: prefilled with what the record says now.</summary>
    public async Task<CaseDocument> Draft(Caller caller, string number, DraftDocument wish, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var file = await documents.Open(caller, number, null, cancellation);
        var form = DocumentBinder.Form(file, wish.Form);
        if (DocumentBinder.Refusal(file, form) is { } refusal) throw new PolicyViolationException(refusal);

        var organisation = await directory.Get(caller.Tenant, cancellation);
        var actor = Acting.As(organisation, caller.PersonId ?? "", Acting.Offices(typeof(DraftDocument)), Scope.Of(file.Incident), now);
        PolicyViolationException.ThrowIf(actor is null, Rules.OfficeMayNot);

        var before = (await cases.Documents(caller.Tenant, number, cancellation)).LastOrDefault(d => d.Basis.Form == form.Id);
        var basis = DocumentPapers.Basis(file, form, (before?.Basis.Issue ?? 0) + 1, wish.Final);
        var drafted = wish.Decide(file.Incident, basis, DocumentPapers.Recorded(file, form, basis), before, new Circumstances(new Provenance(actor!, caller.From, now, now), organisation));
        var key = CaseDocument.Key(number, form.Id, basis.Issue);
        await using var session = sessions.Open(caller);
        session.Events.StartStream<CaseDocument>(key, drafted);
        try
        {
            await session.SaveChangesAsync(cancellation);
        }
        catch (Exception e) when (e is JasperFx.Events.ExistingStreamIdCollisionException or Marten.Exceptions.ExistingStreamIdCollisionException or JasperFx.DocumentAlreadyExistsException)
        {
            throw new PolicyViolationException(Rules.EarlierIssueFiled);
        }
        return CaseDocument.Evolve(null, key, drafted);
    }

    /// <summary>Takes a command; a revision is compared with the record, and an approval freezes what was approved.</summary>
    public async Task<CommandOutcome> Take(string number, string form, int issue, ICommand<CaseDocument, DocumentEvent> command, Sent sent, CancellationToken cancellation)
    {
        var view = await View(sent.Caller, number, form, issue, cancellation);
        switch (command)
        {
            case ReviseDocument revision:
                if (revision.Fields.Keys.FirstOrDefault(key => view.Form.Written.All(r => r.Key != key)) is { } unknown) throw new BadRequestException($"この様式に「{unknown}」という欄はありません。", $"The form has no row “{unknown}”.");
                command = revision with { Recorded = view.Recorded };
                break;
            case CheckPublication check:
                command = check with { Reporters = view.File.Reporters };
                break;
            case FileDocument filing:
                command = filing with { OfForm = view.Serves };
                break;
            case ApproveDocument approval when approval.Content == view.Document.Content && view.Document.Stage is DocumentStage.AwaitsApproval && await MayApprove(sent.Caller, view, cancellation):
                sent = sent with { Files = DocumentPapers.Copies(view, await Print(view, DocumentPapers.Approved(view), cancellation)) };
                break;
        }
        return await desk.Take(number, form, issue, command, sent, cancellation);
    }

    /// <summary>The document as PDF; null where there is no browser to print it.</summary>
    public Task<byte[]?> Print(DocumentView view, OfficialDocument paper, CancellationToken cancellation) => printer.Print(view.Document.Id, HtmlRenderer.StandalonePage(paper), cancellation);

    // Nothing is rendered for whoever will be refused.
    private async Task<bool> MayApprove(Caller caller, DocumentView view, CancellationToken cancellation) =>
        caller.Proved && Acting.As(await directory.Get(caller.Tenant, cancellation), caller.PersonId ?? "", Acting.Offices(typeof(ApproveDocument)), Scope.Of(view.Document), clock.GetUtcNow()) is not null;
}
