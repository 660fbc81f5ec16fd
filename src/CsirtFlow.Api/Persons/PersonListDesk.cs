using System.Collections.Immutable;
using CsirtFlow.Api.Documents;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Marten;
using Npgsql;

namespace CsirtFlow.Api.Persons;

/// <summary>本人の名簿 from the registration to the deletion. Who reads the documents of an incident knows of its lists; the names are for those alone whom the commands name.</summary>
public sealed class PersonListDesk(DocumentReader documents, CommandDesk desk, PersonListSeal seal, Sessions sessions, NpgsqlDataSource source, OrganisationDirectory directory, TimeProvider clock)
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
        var content = new PersonListContent(roll.Persons.Length, roll.Persons.Count(p => p.Address.Length == 0), roll.Columns, seal.Fingerprint(caller.Tenant, number, file));

        for (var attempt = 1; ; attempt++)
        {
            var now = clock.GetUtcNow();
            var registered = wish.Decide(incident, content, await Lists(caller.Tenant, number, cancellation), new(new(actor, caller.From, now, now), await directory.Get(caller.Tenant, cancellation)));
            var key = PersonList.Key(number, registered.Issue);
            await using var session = sessions.Open(caller);
            session.Events.StartStream<PersonList>(key, registered);
            PersonListStore.Keep(session, key, seal.Seal(caller.Tenant, key, roll.Persons), now);
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

    public async Task<CommandOutcome> Take(string number, int list, ICommand<PersonList, PersonListEvent> command, Sent sent, CancellationToken cancellation)
    {
        var found = await Find(sent.Caller, number, list, cancellation);
        return await desk.Take(number, list, command, command is DeletePersonList ? sent with { AlongWith = session => PersonListStore.Destroy(session, found.Id) } : sent, cancellation);
    }

    private async Task<PersonList> Find(Caller caller, string number, int list, CancellationToken cancellation) =>
        (await List(caller, number, cancellation)).FirstOrDefault(l => l.Issue == list) ?? throw new NotFoundException("その名簿", "list");

    // Nothing is decrypted for whoever will be refused.
    private async Task<ImmutableArray<PersonConcerned>> Persons(Caller caller, PersonList list, Type command, CancellationToken cancellation)
    {
        await Actor(caller, command, cancellation);
        PolicyViolationException.ThrowIf(list.Stage is PersonListStage.Deleted, Rules.ListKept);
        return await PersonListStore.Load(source, caller.Tenant, list.Id, cancellation) is { } kept ? seal.Open(caller.Tenant, list.Id, kept) : throw new PolicyViolationException(Rules.ListKept);
    }

    private async Task<Actor> Actor(Caller caller, Type command, CancellationToken cancellation) =>
        Acting.As(await directory.Get(caller.Tenant, cancellation), caller.PersonId ?? "", Acting.Offices(command), Scope.Section(null), clock.GetUtcNow()) ?? throw new PolicyViolationException(Rules.OfficeMayNot);

    private async Task<ImmutableArray<PersonList>> Lists(string tenant, string number, CancellationToken cancellation)
    {
        await using var session = sessions.Read(tenant);
        return [.. (await session.Query<PersonList>().Where(l => l.Number == number).ToListAsync(cancellation)).OrderBy(l => l.Issue)];
    }
}
