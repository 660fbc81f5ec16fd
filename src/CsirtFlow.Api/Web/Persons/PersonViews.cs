using System.Collections.Immutable;
using System.Globalization;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Persons;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Microsoft.Extensions.Primitives;

namespace CsirtFlow.Api.Web.Persons;

/// <summary>A form on the page, for a person who may use it now.</summary>
/// <param name="Place">Its id, which also stands before the names of its fields: one page holds the forms of many lists.</param>
public sealed record PersonForm(string Slug, string Place, Type Type, ImmutableArray<FormField> Fields, Actor As);

/// <summary>One 本人の名簿, what can be done with it now, and what has happened to it.</summary>
public sealed record PersonListView(PersonList List, ImmutableArray<PersonForm> Forms, ImmutableArray<EventLine> Events);

/// <summary>Everything on the page of the lists of an incident.</summary>
/// <param name="Notice">The latest 本人への通知文 that is approved; null while there is none.</param>
/// <param name="Register">The form of a further list; null for whoever may not.</param>
/// <param name="Notify">「本人への通知」 with what was made filled in; null while it makes no sense.</param>
public sealed record PersonsView(Incident Incident, ImmutableArray<PersonListView> Lists, CaseDocument? Notice, PersonForm? Register, PersonForm? Notify, PersonWish Wish)
{
    public string Path => $"/incidents/{Incident.Number}/persons";
}

/// <summary>Puts the page of the lists together.</summary>
public sealed class PersonViews(PersonListDesk persons, CaseReader cases, OrganisationDirectory directory, TimeProvider clock)
{
    private const string ByPost = "郵送";

    public async Task<PersonsView> Of(Caller caller, string number, PersonWish wish, CancellationToken cancellation)
    {
        var lists = await persons.List(caller, number, cancellation);
        var incident = await cases.Incident(caller, number, null, cancellation);
        var notice = (await cases.Documents(caller.Tenant, number, cancellation)).LastOrDefault(d => d is { Stage: DocumentStage.Approved or DocumentStage.Filed, Basis.Form: FormChoice.PersonNotice });
        var (organisation, now) = (await directory.Get(caller.Tenant, cancellation), clock.GetUtcNow());
        var context = FormContext.Of(incident, [], organisation, now);

        PersonForm? Form(Type type, string place, IFormCollection? typed = null) => Acting.As(organisation, caller.PersonId ?? "", Acting.Offices(type), Scope.Of(incident), now) is { } actor
            ? new(CommandCatalogue.Slug(type), place, type, FormFields.Of(type, place, context, wish.Place == place ? wish.Typed : typed), actor)
            : null;

        var views = ImmutableArray.CreateBuilder<PersonListView>();
        foreach (var list in lists)
            views.Add(new(list, [.. Offered(list, notice, caller.PersonId).Select(type => Form(type, Place(CommandCatalogue.Slug(type), list.Issue))).OfType<PersonForm>()], await cases.Events(caller, list.Id, null, cancellation)));
        var (register, notify, letters) = (CommandCatalogue.Slug(typeof(RegisterPersonList)), CommandCatalogue.Slug(typeof(NotifyPersons)), lists.Sum(l => l.Letters));
        return new(incident, views.ToImmutable(), notice, incident.IsClosed ? null : Form(typeof(RegisterPersonList), register),
            incident.IsClosed || incident.PersonsNotifiedAt is not null || letters == 0 ? null : Form(typeof(NotifyPersons), notify, Filled(notify, letters)), wish);
    }

    /// <summary>Id of the form of a command on one list.</summary>
    public static string Place(string slug, int list) => string.Create(CultureInfo.InvariantCulture, $"{slug}-{list}");

    private static IEnumerable<Type> Offered(PersonList list, CaseDocument? notice, string? personId)
    {
        if (list.Stage is PersonListStage.Deleted) yield break;

        if (list.Stage is PersonListStage.AwaitsDeletion && list.Proposal?.Origin.By.PersonId != personId) yield return typeof(DeletePersonList);
        if (list.Stage is PersonListStage.AwaitsDeletion) yield return typeof(DeclinePersonListDeletion);
        if (notice is not null && list.Addressed > 0) yield return typeof(MakePersonLetters);
        if (list.Letters > list.Returned) yield return typeof(RecordReturnedLetters);
        yield return typeof(OpenPersonList);
        if (list.Stage is PersonListStage.Kept) yield return typeof(ProposePersonListDeletion);
    }

    private static FormCollection Filled(string slug, int letters) =>
        new(new Dictionary<string, StringValues>(StringComparer.Ordinal) { [$"{slug}.method"] = ByPost, [$"{slug}.persons"] = letters.ToString(CultureInfo.InvariantCulture) });
}
