using System.Collections.Immutable;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using CsirtFlow.Notifications;
using CsirtFlow.Notifications.Documents;
using Marten;

namespace CsirtFlow.Api.Forms;

/// <summary>Looks the forms and templates of an organisation up, and remembers them for a moment: every document asks.</summary>
public sealed partial class FormDirectory(IDocumentStore store, Tenants tenants, ILogger<FormDirectory> log)
{
    private readonly Remembered<Known> known = new(TimeSpan.FromSeconds(2));

    /// <summary>様式集 as it stands.</summary>
    public async Task<FormCatalogue> Get(string tenant, CancellationToken cancellation = default) => (await Find(tenant, cancellation)).Forms;

    /// <summary>様式集 as it stood at a moment: what was approved later is not in it.</summary>
    public async Task<FormCatalogue> At(string tenant, DateTimeOffset moment, CancellationToken cancellation) => Catalogue((await Find(tenant, cancellation)).Histories, moment);

    /// <summary>The version that a document began with; another process may have approved it a moment ago.</summary>
    public async Task<FormDefinition> Of(string tenant, DocumentBasis basis, CancellationToken cancellation)
    {
        if ((await Get(tenant, cancellation)).Version(basis.Form, basis.FormVersion) is { } known) return known;

        Forget(tenant);
        return (await Get(tenant, cancellation)).Version(basis.Form, basis.FormVersion) ?? throw new InvalidOperationException($"There is no version {basis.FormVersion} of {basis.Form}.");
    }

    /// <summary>The forms and templates that somebody has proposed to revise.</summary>
    public async Task<ImmutableArray<FormHistory>> Histories(string tenant, CancellationToken cancellation) => (await Find(tenant, cancellation)).Histories;

    /// <summary>通知文のひな形集 as it stands.</summary>
    public async Task<NoticeTemplates> Templates(string tenant, CancellationToken cancellation) => (await Find(tenant, cancellation)).Templates;

    public async Task<FormHistory> History(string tenant, string key, CancellationToken cancellation) =>
        (await Find(tenant, cancellation)).Histories.FirstOrDefault(h => h.Id == key) ?? new FormHistory(key);

    public void Forget(string tenant) => known.Forget(tenant);

    private async Task<Known> Find(string tenant, CancellationToken cancellation) => (await known.Get(tenant, async () => await Read(tenant, cancellation)))!;

    private async Task<Known> Read(string tenant, CancellationToken cancellation)
    {
        await using var session = store.QuerySession(tenant);
        ImmutableArray<FormHistory> histories = [.. await session.Query<FormHistory>().ToListAsync(cancellation)];
        if ((await session.LoadAsync<OrganisationState>(OrganisationState.Key, cancellation))?.Organisation.Drill is not null) histories = Drilled(await Real(cancellation), histories);
        return new(histories, Catalogue(histories, DateTimeOffset.MaxValue), TemplatesOf(histories));
    }

    private async Task<IReadOnlyList<FormHistory>> Real(CancellationToken cancellation)
    {
        await using var session = store.QuerySession(tenants.Default);
        return await session.Query<FormHistory>().ToListAsync(cancellation);
    }

    // A drill is held with the forms that are in force; what is revised in it stays in it.
    private static ImmutableArray<FormHistory> Drilled(IReadOnlyList<FormHistory> real, ImmutableArray<FormHistory> own) =>
    [
        .. from id in real.Concat(own).Select(h => h.Id).Distinct()
           let approved = real.FirstOrDefault(h => h.Id == id)?.Approved ?? []
           let history = own.FirstOrDefault(h => h.Id == id) ?? new(id)
           select history with { Approved = [.. approved, .. history.Approved.Where(r => approved.All(a => a.Number != r.Number))] },
    ];

    private sealed record Known(ImmutableArray<FormHistory> Histories, FormCatalogue Forms, NoticeTemplates Templates);

    private NoticeTemplates TemplatesOf(ImmutableArray<FormHistory> histories)
    {
        var house = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var history in histories.Where(h => h.IsTemplate && !h.Approved.IsEmpty && NoticeTemplates.Names.Contains(h.Name)))
        {
            try
            {
                _ = new NoticeTemplates(new Dictionary<string, string>(StringComparer.Ordinal) { [history.Name] = history.Approved[^1].Text });
                house[history.Name] = history.Approved[^1].Text;
            }
            catch (NoticeTemplateException e)
            {
                Unreadable(log, history.Id, history.Approved[^1].Number, e.Message);
            }
        }
        return house.Count == 0 ? NoticeTemplates.Product : new(house);
    }

    private FormCatalogue Catalogue(ImmutableArray<FormHistory> histories, DateTimeOffset moment)
    {
        var house = histories.Where(h => !h.IsTemplate).SelectMany(h => h.Approved.Where(r => r.ApprovedAt <= moment).Select(r => Read(h, r))).OfType<FormDefinition>().ToList();
        return house.Count == 0 ? FormCatalogue.Product : new(house);
    }

    // It was checked when it was approved; a later release of the product may know less.
    private FormDefinition? Read(FormHistory history, FormRevision revision)
    {
        try
        {
            return FormDefinition.Parse(revision.Text);
        }
        catch (FormException e)
        {
            Unreadable(log, history.Id, revision.Number, e.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Version {Number} of {Form} cannot be read any more: {Problem}")]
    private static partial void Unreadable(ILogger log, string form, int number, string problem);
}
