using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Documents;
using CsirtFlow.Api.Forms;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.PersonalData;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Reports;
using CsirtFlow.Domain;
using CsirtFlow.Notifications.Documents;
using Marten;
using Npgsql;

namespace CsirtFlow.Api.Persons;

/// <summary>本人の名簿 from the registration to the deletion. Who reads the documents of an incident knows of its lists; the names are for those alone whom the commands name.</summary>
public sealed class PersonListDesk(DocumentReader documents, CaseReader cases, CommandDesk desk, PersonalSeal seal, PaperPrinter printer, Sessions sessions, NpgsqlDataSource source, OrganisationDirectory directory, FormDirectory forms, TimeProvider clock)
{
    private const int Tries = 5;

    /// <summary>Every list of an incident, those that are deleted too, oldest first.</summary>
    public async Task<ImmutableArray<PersonList>> List(Caller caller, string number, CancellationToken cancellation)
    {
        await documents.Open(caller, number, null, cancellation);
        return await Lists(caller.Tenant, number, cancellation);
    }

    /// <summary>登録: read, encrypted and stored in one transaction with its event, or not at all.</summary>
    public async Task<PersonList> Register(Caller caller, string number, RegisterPersonList wish, byte[] file, CancellationToken cancellation)
    {
        var incident = (await documents.Open(caller, number, null, cancellation)).Incident;
        var actor = await Actor(caller, typeof(RegisterPersonList), cancellation);
        var roll = PersonListFile.Read(file);
        wish = wish with { NamesSomebody = roll.Persons.Any(p => p.IsNamedIn(wish.Purpose)) };
        var content = new PersonListContent(roll.Persons.Length, roll.Persons.Count(p => p.Address.Length == 0), roll.Columns, seal.Fingerprint(caller.Tenant, number, file));

        for (var attempt = 1; ; attempt++)
        {
            var now = clock.GetUtcNow();
            var registered = wish.Decide(incident, content, await Lists(caller.Tenant, number, cancellation), new(new(actor, caller.From, now, now), await directory.Get(caller.Tenant, cancellation)));
            var key = PersonList.Key(number, registered.Issue);
            await using var session = sessions.Open(caller);
            session.Events.StartStream<PersonList>(key, registered);
            PersonListStore.Keep(session, key, seal.Seal(caller.Tenant, key, PersonListStore.Kind, roll.Persons), now);
            try
            {
                await session.SaveChangesAsync(cancellation);
                return PersonList.Evolve(null, key, registered);
            }
            catch (Exception e) when (attempt < Tries && e is JasperFx.Events.ExistingStreamIdCollisionException or Marten.Exceptions.ExistingStreamIdCollisionException or JasperFx.DocumentAlreadyExistsException)
            {
                // Somebody else took the number: whether it is the same file is asked again.
            }
        }
    }

    /// <summary>閲覧: the persons, after it was recorded who looks at them.</summary>
    public async Task<ImmutableArray<PersonConcerned>> Open(string number, int list, Sent sent, CancellationToken cancellation)
    {
        var persons = await Persons(sent.Caller, await Find(sent.Caller, number, list, cancellation), typeof(OpenPersonList), cancellation);
        // Looked at twice is recorded twice, whatever key was sent.
        await desk.Take(number, list, new OpenPersonList(), sent with { IdempotencyKey = null }, cancellation);
        return persons;
    }

    /// <summary>通知文: made anew each time it is asked for, recorded, and kept nowhere.</summary>
    public async Task<UploadedFile> Letters(string number, int list, MakePersonLetters wish, Sent sent, CancellationToken cancellation)
    {
        var (caller, now, found) = (sent.Caller, clock.GetUtcNow(), await Find(sent.Caller, number, list, cancellation));
        var persons = (await Persons(caller, found, typeof(MakePersonLetters), cancellation)).Where(p => p.Address.Length > 0);
        var notice = (await cases.Documents(caller.Tenant, number, cancellation)).FirstOrDefault(d => d.Basis.Form == FormChoice.PersonNotice && d.Basis.Issue == wish.Issue);
        wish = wish with { Notice = notice, Most = PersonLetters.Most(wish.Format) };
        // Asked before anything is written, and again when it is recorded.
        var made = (PersonLettersMade)wish.Decide(found, new(new(await Actor(caller, typeof(MakePersonLetters), cancellation), caller.From, now, now), await directory.Get(caller.Tenant, cancellation))).Single();
        var file = await File(caller, notice!, made, [.. persons.Skip(made.First - 1).Take(made.Letters)], cancellation);
        await desk.Take(number, list, wish, sent with { IdempotencyKey = null }, cancellation);
        return file;
    }

    public async Task<CommandOutcome> Take(string number, int list, ICommand<PersonList, PersonListEvent> command, Sent sent, CancellationToken cancellation)
    {
        var found = await Find(sent.Caller, number, list, cancellation);
        return await desk.Take(number, list, command, command is DeletePersonList ? sent with { AlongWith = (session, _) => PersonListStore.Destroy(session, found.Id) } : sent, cancellation);
    }

    private async Task<UploadedFile> File(Caller caller, CaseDocument notice, PersonLettersMade made, ImmutableArray<PersonConcerned> persons, CancellationToken cancellation)
    {
        UploadedFile Of(string extension, string type, byte[] content) => new(DocumentEndpoints.FileName(notice.Number, $"{notice.Basis.Title}_{made.First}から{made.First + made.Letters - 1}", extension), type, content);
        if (made.Format is LetterFormat.Addresses) return Of("csv", "text/csv", PersonLetters.Addresses(persons));

        var form = await forms.Of(caller.Tenant, notice.Basis, cancellation);
        var letters = PersonLetters.To(persons, await Approved(caller, notice, form, cancellation), form);
        return made.Format switch
        {
            LetterFormat.Word => Of("docx", WordRenderer.ContentType, WordRenderer.RenderLetters(letters, clock.GetUtcNow())),
            LetterFormat.Pdf => Of("pdf", "application/pdf", await printer.Print(notice.Id, HtmlRenderer.StandaloneLetters(letters), cancellation) ?? throw NoPdf()),
            _ => Of("html", "text/html", Encoding.UTF8.GetBytes(HtmlRenderer.StandaloneLetters(letters))),
        };
    }

    // As it stood when it was approved, and held against the copy that was frozen then.
    private async Task<OfficialDocument> Approved(Caller caller, CaseDocument notice, FormDefinition form, CancellationToken cancellation)
    {
        var approval = (await cases.Events(caller, notice.Id, null, cancellation)).Last(e => e.Data is DocumentApproved);
        var paper = DocumentPapers.Of(notice, form, await documents.Open(caller, notice.Number, approval.RecordedAt, cancellation));
        var written = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(PlainTextRenderer.Render(paper))));
        return notice.Copies.Any(c => c.Sha256 == written) ? paper
            : throw new BadRequestException("承認した時と同じ文面を作れません。文書を改めて起案し、承認を受けてください。", "The words cannot be made as they were approved. Draft the document anew and have it approved.", StatusCodes.Status409Conflict, "letters-differ");
    }

    private static BadRequestException NoPdf() => new("PDFを作成できませんでした。印刷用のページを選び、ブラウザーの印刷からPDFにしてください。", "No PDF could be made. Choose the page to print, and print it to PDF from your browser.", StatusCodes.Status503ServiceUnavailable, "no-pdf");

    private async Task<PersonList> Find(Caller caller, string number, int list, CancellationToken cancellation) =>
        (await List(caller, number, cancellation)).FirstOrDefault(l => l.Issue == list) ?? throw new NotFoundException("その名簿", "list");

    // Nothing is decrypted for whoever will be refused.
    private async Task<ImmutableArray<PersonConcerned>> Persons(Caller caller, PersonList list, Type command, CancellationToken cancellation)
    {
        await Actor(caller, command, cancellation);
        PolicyViolationException.ThrowIf(list.Stage is PersonListStage.Deleted, Rules.ListKept);
        return await PersonListStore.Load(source, caller.Tenant, list.Id, cancellation) is { } kept ? seal.Open<ImmutableArray<PersonConcerned>>(caller.Tenant, list.Id, PersonListStore.Kind, kept) : throw new PolicyViolationException(Rules.ListKept);
    }

    private async Task<Actor> Actor(Caller caller, Type command, CancellationToken cancellation) =>
        Acting.As(await directory.Get(caller.Tenant, cancellation), caller.PersonId ?? "", Acting.Offices(command), Scope.Section(null), clock.GetUtcNow()) ?? throw new PolicyViolationException(Rules.OfficeMayNot);

    private async Task<ImmutableArray<PersonList>> Lists(string tenant, string number, CancellationToken cancellation)
    {
        await using var session = sessions.Read(tenant);
        return [.. (await session.Query<PersonList>().Where(l => l.Number == number).ToListAsync(cancellation)).OrderBy(l => l.Issue)];
    }
}
