using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests;

/// <summary>連絡網と設定の改定 at the door.</summary>
public sealed class OrganisationTests(AppFixture fixture)
{
    [Fact]
    public async Task A_revision_must_name_the_version_that_was_read()
    {
        await using var app = await fixture.Own();
        var read = (await app.As("csirt").Get("/api/organisation")).Ok();
        var organisation = read.Read<Organisation>();

        (await app.As("csirt").Post("/api/organisation", organisation)).Is(428, "if-match-required");
        (await app.As("csirt").Post("/api/organisation", organisation with { Name = "新しい名前" }, read.Version)).Ok();
        (await app.As("kanri").Post("/api/organisation", organisation with { Name = "古い画面から" }, read.Version)).Is(412, "changed-meanwhile");
        (await app.As("kanri").Post("/api/organisation", organisation with { Name = "" }, read.Version + 1)).Breaks("organisation-named");
    }

    [Fact]
    public async Task Nobody_makes_themselves_more_than_they_are()
    {
        await using var app = await fixture.Own();
        var read = (await app.As("csirt").Get("/api/organisation")).Ok();
        var (organisation, now) = (read.Read<Organisation>(), app.Clock.GetUtcNow());

        (await app.As("csirt").Post("/api/organisation", organisation with { Assignments = organisation.Assignments.Add(new("csirt", Office.Ciso)) }, read.Version)).Breaks("own-office");
        (await app.As("shobocho").Post("/api/organisation", organisation with { Absences = [new("kanri", now, now.AddDays(1))] }, read.Version)).Breaks("ciso-absence-by-others");
        (await app.As("kanri").Post("/api/organisation", organisation with { Assignments = organisation.Assignments.Add(new("csirt", Office.Administration)) }, read.Version)).Ok();
    }

    [Fact]
    public async Task The_supervising_officer_and_the_auditor_are_told_of_each_revision()
    {
        await using var app = await fixture.Own();
        var read = (await app.As("csirt").Get("/api/organisation")).Ok();
        var organisation = read.Read<Organisation>();

        (await app.As("csirt").Post("/api/organisation", organisation with { Name = "新しい名前" }, read.Version)).Ok();
        (await app.As("tocho").PostText("/api/organisation/absences", $$"""{"from":"{{app.Clock.GetUtcNow():O}}","until":"{{app.Clock.GetUtcNow().AddDays(1):O}}"}""")).Ok();
        await app.Quiet();

        var mails = app.Mails("連絡網");
        Assert.Equal(["kansa@kakuu-shobo.example.jp", "shobocho@kakuu-shobo.example.jp"], mails.SelectMany(m => m.To.Mailboxes).Select(m => m.Address).Order());
        Assert.All(mails, m => Assert.Contains("改定した人：架空 鈴（CSIRT責任者）", m.TextBody, StringComparison.Ordinal));
        foreach (var m in mails) Assert.Equal("/organisation", await An.Destination(app, "kansa", m));
        (await app.As("kansa").Get("/organisation")).Ok();
        Assert.Contains(">連絡網</a>", (await app.As("kansa").Get("/notices")).Ok().Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.Scalar("select count(*) from csirt.notice where number = 'organisation' and person_id = 'kansa' and data ->> 'openedAt' is not null"));
    }

    [Fact]
    public async Task Who_is_away_is_replaced_by_the_deputy_and_an_absent_CISO_by_the_supervising_officer()
    {
        await using var app = await fixture.Own();
        var (now, number) = (app.Clock.GetUtcNow(), await An.Incident(app));
        (await app.As("kanri").PostText("/api/organisation/absences", $$"""{"from":"{{now.AddHours(-1):O}}","until":"{{now.AddDays(1):O}}"}""")).Ok();
        (await app.As("csirt").Post($"/api/incidents/{number}/ciso-reports", new InformCiso("概要"))).Ok();

        (await app.As("shobocho").Post($"/api/incidents/{number}/acknowledgements", new AcknowledgeReport())).Ok();

        Assert.Contains("CISO不在のため統括情報セキュリティ責任者の判断", (await app.As("csirt").Get($"/api/incidents/{number}/events")).Ok().Text, StringComparison.Ordinal);
    }
}
