using System.Collections.Immutable;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Documents;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Papers;

/// <summary>Everything on the page of a document.</summary>
public sealed record PaperView(DocumentView Of, PaperAddress Address, ImmutableArray<PaperRow> Rows, bool MayRevise, ImmutableArray<PageForm> Forms, ImmutableArray<EventLine> Events, FormErrors Errors)
{
    /// <summary>A browser is there that prints PDFs.</summary>
    public bool Prints { get; init; }

    /// <summary>Slug of the form that was refused, or null.</summary>
    public string? Refused { get; init; }
}

/// <summary>Puts the page of a document together.</summary>
public sealed class PaperViews(DocumentDesk documents, PaperPrinter printer, CaseReader cases, OrganisationDirectory directory, TimeProvider clock)
{
    public async Task<PaperView> Of(Caller caller, PaperAddress address, RefusedPaper? refused, CancellationToken cancellation)
    {
        var view = await documents.View(caller, address.Number, address.Form, address.Issue, cancellation);
        var (organisation, now, document) = (await directory.Get(caller.Tenant, cancellation), clock.GetUtcNow(), view.Document);
        Actor? As(Type command) => Acting.For(organisation, caller.PersonId ?? "", command, Scope.Of(document), view.File.Incident.RestrictedTo, now);

        var context = FormContext.Of(view.File.Incident, [], organisation, now) with { Forms = view.File.Forms };
        var forms = Offered(document).Select(type => (Type: type, Actor: As(type))).Where(f => f.Actor is not null)
            .Select(f => new PageForm(CommandCatalogue.Slug(f.Type), f.Type, FormFields.Of(f.Type, CommandCatalogue.Slug(f.Type), context, refused?.Typed), f.Actor!));
        var mayRevise = document.Stage is not (DocumentStage.Filed or DocumentStage.Withdrawn) && As(typeof(ReviseDocument)) is not null;
        return new(view, address, PaperRows.Of(view, refused?.Typed), mayRevise, [.. forms], await cases.Events(caller, document.Id, null, cancellation), refused?.Errors ?? FormErrors.None) { Prints = printer.IsThere, Refused = refused?.Slug };
    }

    private static IEnumerable<Type> Offered(CaseDocument document)
    {
        IEnumerable<Type> now = document.Stage switch
        {
            DocumentStage.Draft => [typeof(SubmitDocument)],
            DocumentStage.AwaitsPermission => [typeof(PermitDocument), typeof(ReturnDocument)],
            DocumentStage.AwaitsApproval => [typeof(ApproveDocument), typeof(ReturnDocument)],
            DocumentStage.Approved => [typeof(FileDocument)],
            _ => [],
        };
        var checks = document.Stage is DocumentStage.Draft or DocumentStage.AwaitsPermission or DocumentStage.AwaitsApproval && document.OpenChecks.Any() ? new[] { typeof(CheckPublication) } : [];
        return [.. now, .. checks, .. document.AwaitsReview ? new[] { typeof(ReviewSeparation) } : [], .. document.Stage is DocumentStage.Withdrawn ? [] : new[] { typeof(WithdrawDocument) }];
    }
}
