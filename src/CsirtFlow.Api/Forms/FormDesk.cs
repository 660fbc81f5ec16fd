using System.Collections.Immutable;
using System.Text.Json;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using CsirtFlow.Notifications;
using CsirtFlow.Notifications.Documents;

namespace CsirtFlow.Api.Forms;

/// <summary>様式・ひな形の改定: checks a text before it is stored and again before it is approved, and hands the command on.</summary>
public sealed class FormDesk(CommandDesk desk, FormDirectory forms, Sessions sessions, OrganisationDirectory directory, TimeProvider clock)
{
    /// <summary>Every form that there is or that is proposed, in the order of the list.</summary>
    public async Task<ImmutableArray<FormView>> List(Caller caller, CancellationToken cancellation)
    {
        var (catalogue, histories) = (await forms.Get(caller.Tenant, cancellation), await forms.Histories(caller.Tenant, cancellation));
        var ids = catalogue.All.Select(f => f.Id).Concat(histories.Where(h => !h.IsTemplate && h.Proposal is not null).Select(h => h.Name)).Distinct();
        return [.. ids.Select(id => View(id, catalogue, histories.FirstOrDefault(h => h.Id == FormHistory.FormKey(id)) ?? new(FormHistory.FormKey(id))))];
    }

    /// <exception cref="NotFoundException">There is no such form, and nobody has proposed it.</exception>
    public async Task<FormView> View(Caller caller, string id, CancellationToken cancellation)
    {
        var view = View(id, await forms.Get(caller.Tenant, cancellation), await forms.History(caller.Tenant, FormHistory.FormKey(id), cancellation));
        return view.Versions.IsEmpty && view.History.Proposal is null ? throw new NotFoundException("その様式", "form") : view;
    }

    /// <summary>What happened to a form or template, oldest first.</summary>
    public async Task<ImmutableArray<EventLine>> Events(Caller caller, string key, CancellationToken cancellation)
    {
        await using var session = sessions.Read(caller.Tenant);
        return [.. (await session.Events.FetchStreamAsync(key, token: cancellation)).Select(EventLine.Of)];
    }

    /// <summary>The frame and the template of each reason.</summary>
    public async Task<ImmutableArray<TemplateView>> Templates(Caller caller, CancellationToken cancellation)
    {
        var histories = await forms.Histories(caller.Tenant, cancellation);
        return [.. NoticeTemplates.Names.Select(name => new TemplateView(name, histories.FirstOrDefault(h => h.Id == FormHistory.TemplateKey(name)) ?? new(FormHistory.TemplateKey(name))))];
    }

    /// <exception cref="NotFoundException">There is no template of this name.</exception>
    public async Task<TemplateView> Template(Caller caller, string name, CancellationToken cancellation) =>
        (await Templates(caller, cancellation)).FirstOrDefault(t => t.Name == name) ?? throw new NotFoundException("そのひな形", "template");

    /// <param name="key">Of the form or template.</param>
    public async Task<CommandOutcome> Take(string key, ICommand<FormHistory, FormEvent> command, Sent sent, CancellationToken cancellation)
    {
        var tenant = sent.Caller.Tenant;
        // Nobody who may not propose is told what is wrong with the text.
        var actor = Acting.As(await directory.Get(tenant, cancellation), sent.Caller.PersonId ?? "", Acting.Offices(command.GetType()), Scope.Section(null), clock.GetUtcNow());
        PolicyViolationException.ThrowIf(actor is null, Rules.OfficeMayNot);

        forms.Forget(tenant);
        var history = await forms.History(tenant, key, cancellation);
        var outcome = await desk.Take(key, history.IsTemplate ? await Checked(command, history, sent.Caller, cancellation) : Checked(command, View(history.Name, await forms.Get(tenant, cancellation), history)), sent, cancellation);
        forms.Forget(tenant);
        return outcome;
    }

    private static ICommand<FormHistory, FormEvent> Checked(ICommand<FormHistory, FormEvent> command, FormView view)
    {
        if (command is ApproveFormRevision && view.History.Proposal is { AwaitsApproval: true } open) PolicyViolationException.ThrowIf(Read(view, open.Text).Version != view.NextVersion, Rules.FormRevisedMeanwhile);
        if (command is not ProposeFormRevision { Text.Length: > 0 and <= FormHistory.LongestText } proposal) return command;

        var read = Read(view, proposal.Text) with { Version = view.NextVersion };
        if (view.InForce is { } now && (read with { Version = now.Version }).ToJson() == now.ToJson()) throw Unfit([Unchanged]);

        return proposal with { Text = read.ToJson(), Title = Named(read), Number = read.Version, ConfirmsNames = read.OfficialNamesConfirmed && view.InForce is not { OfficialNamesConfirmed: true } };
    }

    private async Task<ICommand<FormHistory, FormEvent>> Checked(ICommand<FormHistory, FormEvent> command, FormHistory history, Caller caller, CancellationToken cancellation)
    {
        var view = await Template(caller, history.Name, cancellation);
        if (command is ApproveFormRevision && history.Proposal is { AwaitsApproval: true } open) Fit(view.Name, open.Text);
        if (command is not ProposeFormRevision { Text.Length: > 0 and <= FormHistory.LongestText } proposal) return command;

        var text = proposal.Text.ReplaceLineEndings("\n");
        Fit(view.Name, text);
        if (text == view.Text) throw Unfit([Unchanged]);

        return proposal with { Text = text, Title = view.Title.Japanese, Number = view.Version + 1 };
    }

    private static readonly FormProblem Unchanged = new("text", new("今の版と同じ内容です。変えるところを書いてください。", "This is what is in force already. Write what changes."));

    private static void Fit(string name, string text)
    {
        if (TemplateCheck.Problems(name, text) is { Length: > 0 } problems) throw Unfit([.. problems.Select(p => new FormProblem("text", p))]);
    }

    /// <summary>「保有個人情報の漏えい等に関する報告（速報）」, without the place for 第n報.</summary>
    public static string Named(FormDefinition form) => form.Title.Replace("（{issue}）", "", StringComparison.Ordinal).Replace("{issue}", "", StringComparison.Ordinal).Trim(' ', '　');

    private FormView View(string id, FormCatalogue catalogue, FormHistory history) => new(id, catalogue.InForce(id, JapaneseCalendar.DayOf(clock.GetUtcNow())),
        [.. catalogue.All.Where(f => f.Id == id).OrderByDescending(f => f.Version).Select(f => new FormVersion(f, history.Approved.FirstOrDefault(r => r.Number == f.Version)))], history);

    private static FormDefinition Read(FormView view, string text)
    {
        FormDefinition form;
        try
        {
            form = FormDefinition.Parse(text);
        }
        catch (FormException e)
        {
            throw Unfit(e.InnerException is JsonException json ? [new("text", new(JsonBodyGuard.Sentence(json), json.Message))] : e.Problems, e);
        }
        if (form.Id != view.Id) throw Unfit([new("id", new($"これは「{form.Id}」の様式です。「{view.Id}」の様式を送ってください。", $"This is the form '{form.Id}', not '{view.Id}'."))]);
        if (form.Subject != (view.Versions.FirstOrDefault()?.Form.Subject ?? FormSubject.Incident)) throw Unfit([new("subject", new("様式が何についてのものかは変えられません。新しい様式は、インシデントについてのものだけ作れます。", "What a form is about cannot be changed; new forms are about incidents."))]);
        if (view.InForce is { } now && form.ValidFrom < now.ValidFrom)
            throw Unfit([new("validFrom", new($"適用開始日は、今の版の適用開始日（{Language.Japanese.Day(now.ValidFrom)}）以後にしてください。", $"The first day must not lie before that of the version in force ({Language.English.Day(now.ValidFrom)})."))]);
        return form;
    }

    private static BadRequestException Unfit(ImmutableArray<FormProblem> problems, Exception? inner = null) =>
        new(string.Join("\n", problems.Select(p => p.Sentence.Japanese)), string.Join("\n", problems.Select(p => p.Sentence.English)), code: "form-unfit", inner: inner) { Fields = [.. problems.Select(p => (p.Field, p.Sentence))] };
}

/// <param name="Form">The version as it is used.</param>
/// <param name="By">Who made it so; null for a version that comes with the product.</param>
public sealed record FormVersion(FormDefinition Form, FormRevision? By);

/// <summary>A form with its versions, newest first, and the proposal that is open.</summary>
/// <param name="InForce">Valid today; null for a form that is only proposed or begins later.</param>
public sealed record FormView(string Id, FormDefinition? InForce, ImmutableArray<FormVersion> Versions, FormHistory History)
{
    /// <summary>What a proposal gets: the next number after those of the product and of the house.</summary>
    public int NextVersion => Versions.Select(v => v.Form.Version).Concat(History.Approved.Select(r => r.Number)).DefaultIfEmpty(0).Max() + 1;

    public string Title => (InForce ?? Versions.FirstOrDefault()?.Form) is { } form ? FormDesk.Named(form) : History.Proposal?.Title ?? Id;
}
