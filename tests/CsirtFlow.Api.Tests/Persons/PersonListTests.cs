using System.Collections.Immutable;
using System.Text;
using CsirtFlow.Api.Persons;
using CsirtFlow.Api.Tests.Documents;
using CsirtFlow.Api.Web.Home;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests.Persons;

/// <summary>本人の名簿 through the API: from the file to its deletion, and nothing of it anywhere else.</summary>
public sealed class PersonListTests(AppFixture fixture)
{
    private const string Name = "髙﨑 見本太郎";

    private static readonly byte[] File = Encoding.UTF8.GetBytes($"氏名,住所,通知する項目\n{Name},例示市1,住所\n架空 花子,,\n");

    [Fact]
    public async Task A_list_goes_from_its_file_to_its_deletion_by_two_persons()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        var path = $"/api/incidents/{number}/persons";

        var list = (await Upload(app, number)).Ok().Read<PersonList>();
        Assert.Equal((2, 1, "漏えいの通知"), (list.Content.Persons, list.Content.WithoutAddress, list.Purpose));
        Assert.Equal([Name, "架空 花子"], (await app.As("csirt").Post($"{path}/1/opening", new OpenPersonList())).Ok().Read<ImmutableArray<PersonConcerned>>().Select(p => p.Name));

        (await app.As("somu-shukan").Post($"{path}/1/deletion-proposal", new ProposePersonListDeletion("通知が終わった"))).Ok();
        (await app.As("kanri").Post($"{path}/1/declined-deletion", new DeclinePersonListDeletion("問合せが続いている"))).Ok();
        (await app.As("somu-shukan").Post($"{path}/1/deletion-proposal", new ProposePersonListDeletion("問合せも終わった"))).Ok();
        (await app.As("shobocho").Post($"{path}/1/deletion", new DeletePersonList())).Ok();

        (await app.As("csirt").Post($"{path}/1/opening", new OpenPersonList())).Breaks("list-kept");
        Assert.Equal(0, await app.Scalar($"select (select count(*) from csirt.person_list_key where list = '{list.Id}') + (select count(*) from csirt.person_list_content where list = '{list.Id}')"));
        Assert.Equal(PersonListStage.Deleted, Assert.Single((await app.As("kansa").Get(path)).Ok().Read<ImmutableArray<PersonList>>()).Stage);
        await app.Quiet();
        var told = (await app.As("csirt").Get($"/api/incidents/{number}/notices")).Ok().Read<ImmutableArray<Notice>>().Where(n => n.Reason is NoticeReason.PersonListWaiting).ToList();
        Assert.Equal(["kanri", "kanri", "shobocho", "shobocho", "somu-shukan", "somu-shukan"], told.Select(n => n.PersonId).Order());
        Assert.Contains(app.Mails(number), m => m.TextBody?.Contains("本人の名簿の削除の依頼（第1号）", StringComparison.Ordinal) is true);
        EventFiles.Keep(app);
    }

    [Fact]
    public async Task A_workbook_and_a_purpose_that_names_somebody_are_refused_with_what_to_do()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        var path = $"/api/incidents/{number}/persons";

        Assert.Contains("CSV UTF-8", (await app.As("csirt").PostBytes($"{path}?purpose=x", [0x50, 0x4B, 3, 4, 0, 0], "text/csv")).Is(415, "list-is-workbook").Text, StringComparison.Ordinal);
        (await app.As("csirt").PostBytes($"{path}?purpose={Uri.EscapeDataString("髙﨑見本 太郎さんほかへの通知")}", File, "text/csv")).Breaks("purpose-names-nobody");

        Assert.Empty((await app.As("csirt").Get(path)).Ok().Read<ImmutableArray<PersonList>>());
    }

    [Fact]
    public async Task Nothing_of_a_list_stands_in_events_states_refusals_or_logs()
    {
        await using var app = await fixture.Own();
        var number = await An.Incident(app);
        var path = $"/api/incidents/{number}/persons";
        (await Upload(app, number)).Ok();
        (await app.As("csirt").Post($"{path}/1/opening", new OpenPersonList())).Ok();

        var refused = await app.As("csirt").PostBytes($"{path}?purpose=x", Encoding.UTF8.GetBytes($"氏名,郵便番号\n{Name},例示市\n\"{Name}"), "text/csv");
        refused.Is(400, "person-list-unreadable");
        await app.Execute("update csirt.person_list_content set content = set_byte(content, 20, get_byte(content, 20) # 1)");
        var damaged = (await app.As("csirt").Post($"{path}/1/opening", new OpenPersonList())).Is(500, "personal-data-damaged");
        await app.Quiet();

        foreach (var said in new[] { refused.Text, damaged.Text, string.Join('\n', app.Complaints) }) Assert.DoesNotContain("見本太郎", said, StringComparison.Ordinal);
        foreach (var table in new[] { "mt_events", "mt_doc_personlist", "mt_doc_commandreceipt", "person_list_key", "person_list_content", "notice", "case_line" })
            Assert.Equal(0, await app.Scalar($"select count(*) from csirt.{table} t where t::text like '%見本太郎%' or t::text like '%{Convert.ToHexStringLower(Encoding.UTF8.GetBytes("見本太郎"))}%'"));
        Assert.Equal(1, await app.Scalar("select count(*) from csirt.mt_events where type = 'person_list_opened'"));
    }

    [Fact]
    public async Task The_key_alone_decides_whether_a_list_can_be_read()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        var list = (await Upload(app, number)).Ok().Read<PersonList>();

        await app.Execute($"delete from csirt.person_list_key where list = '{list.Id}'");

        (await app.As("csirt").Post($"/api/incidents/{number}/persons/1/opening", new OpenPersonList())).Breaks("list-kept");
    }

    [Fact]
    public async Task The_same_file_twice_is_said_also_when_two_send_it_at_once()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);

        var both = await Task.WhenAll(Upload(app, number), Upload(app, number));

        Assert.Single(both, r => r.Code == 201);
        both.Single(r => r.Code != 201).Breaks("list-once");
        (await app.As("csirt").PostBytes($"/api/incidents/{number}/persons?purpose=x", "氏名\n見本"u8.ToArray(), "text/csv")).Ok();
        (await app.As("csirt").PostBytes($"/api/incidents/{number}/persons", "氏名\n見本2"u8.ToArray(), "text/csv")).Breaks("purpose-given");
        Assert.Equal([1, 2], (await app.As("csirt").Get($"/api/incidents/{number}/persons")).Ok().Read<ImmutableArray<PersonList>>().Select(l => l.Issue));
    }

    [Fact]
    public async Task A_restricted_incident_shows_its_lists_to_nobody_else()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        (await Upload(app, number)).Ok();

        (await app.As("shobocho").Post($"/api/incidents/{number}/restriction", new RestrictIncident(["somu-shukan"], "内部の事案"))).Ok();

        (await app.As("csirt").Get($"/api/incidents/{number}/persons")).Is(404, "not-found");
        (await app.As("csirt").Post($"/api/incidents/{number}/persons/1/opening", new OpenPersonList())).Is(404, "not-found");
        (await app.As("somu-shukan").Post($"/api/incidents/{number}/persons/1/opening", new OpenPersonList())).Ok();
    }

    [Fact]
    public void After_the_closing_a_list_waits_on_the_start_page_until_a_second_person_deletes_it()
    {
        var closed = Missent.Events.Append(new IncidentClosed("", Missent.By(Missent.Suzu, "22:00"))).Aggregate((Incident?)null, (i, e) => Incident.Evolve(i, Incident.Key(Missent.Number), e))!;
        var kept = PersonList.Evolve(null, PersonList.Key(Missent.Number, 1), new PersonListRegistered(Missent.Number, 1, "漏えいの通知", new(2, 0, [PersonColumn.Name], ""), Missent.By(Missent.Fumiko, "14:00")));
        var proposed = PersonList.Evolve(kept, kept.Id, new PersonListDeletionProposed("通知が終わった", Missent.By(Missent.Fumiko, "22:30")));

        Assert.Equal(WorkKind.ListOfClosed, Waits("somu-shukan", kept, closed));
        Assert.Null(Waits("somu-shukan", kept, closed with { ClosedAt = null }));
        Assert.Null(Waits("kanri", kept, closed));
        Assert.Equal(WorkKind.ListDeletion, Waits("kanri", proposed, closed with { ClosedAt = null }));
        Assert.Null(Waits("somu-shukan", proposed, closed));
    }

    private static WorkKind? Waits(string person, PersonList list, Incident incident) => new Waiting(Missent.Association, person, Missent.At("23:00")).Of(list, incident).SingleOrDefault()?.Kind;

    private static Task<Reply> Upload(App app, string number) => app.As("somu-shukan").PostBytes($"/api/incidents/{number}/persons?purpose={Uri.EscapeDataString("漏えいの通知")}", File, "text/csv");
}
