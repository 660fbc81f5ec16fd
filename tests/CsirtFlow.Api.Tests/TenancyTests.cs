using CsirtFlow.Api.Board;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests;

/// <summary>Two organisations in one installation, told apart by host name: neither knows that the other is there.</summary>
public sealed class TenancyTests(AppFixture fixture, TwoOrganisations two) : IClassFixture<TwoOrganisations>
{
    private const string HostB = "b.example";

    [Fact]
    public async Task Numbers_run_separately_and_nobody_sees_the_others_cases()
    {
        var app = await two.Started(fixture);
        var before = await ReportAtB(app);
        var a = (await An.Report(app)).Number;
        var b = await ReportAtB(app);
        await app.Quiet();

        // The one between them counted for A alone.
        Assert.Equal(Running(before) + 1, Running(b));
        var seen = (await app.As("csirt", "b", HostB).Get($"/api/reports/{b}")).Ok().Read<ReportAnswer>();
        Assert.Equal("B団体のこと", seen.Report.Occurrence.Description);
        Assert.Contains(b, (await app.As("csirt", "b", HostB).Get("/api/incidents?show=all")).Ok().Read<CaseList>().Cases.Select(c => c.Id));
        Assert.DoesNotContain("B団体のこと", (await app.As("csirt").Get($"/api/reports/{a}")).Ok().Text, StringComparison.Ordinal);
    }

    private static int Running(string number) => int.Parse(number.AsSpan(number.IndexOf('-', StringComparison.Ordinal) + 1), System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task Each_tells_its_own_people_and_no_mail_takes_the_place_of_another()
    {
        var app = await two.Started(fixture);
        var a = (await An.Report(app)).Number;
        while (string.CompareOrdinal(await ReportAtB(app), a) < 0) { }
        await app.Quiet();

        var to = app.Mails(a).Select(m => m.To.Mailboxes.Single().Address).Distinct().ToList();
        Assert.Contains("tocho@kakuu-shobo.example.jp", to);
        Assert.Contains("tocho@b.example.jp", to);
        Assert.Equal(12, to.Count);
    }

    [Fact]
    public async Task A_cookie_of_one_is_nothing_at_the_other()
    {
        var app = await two.Started(fixture);
        var stranger = app.As("csirt", App.Organisation, HostB);

        (await stranger.Get("/api/incidents")).Is(401, "not-signed-in");
        (await stranger.Get("/api/organisation")).Is(401, "not-signed-in");
        Assert.Equal(302, (await stranger.Get("/queue")).Code);
        (await app.As("csirt", "b", HostB).Get("/api/organisation")).Ok();
    }

    [Fact]
    public async Task Alarms_ring_for_both()
    {
        var app = await two.Started(fixture);
        var b = await ReportAtB(app);

        await app.Ring(b, "b");

        Assert.Contains(await NoticeTests.Notices(app, b, "b"), n => n is { Reason: NoticeReason.DueSoon, PersonId: "tocho", Address: "tocho@b.example.jp" });
    }

    private static async Task<string> ReportAtB(App app) =>
        (await new Client(app, () => Task.FromResult<string?>(null), HostB).Post("/api/reports", An.Occurrence with { Description = "B団体のこと" })).Ok().Json.GetProperty("number").GetString()!;
}

/// <summary>The demonstration organisation twice, the second with other addresses, at the host <c>b.example</c>.</summary>
public sealed class TwoOrganisations : OwnApp
{
    protected override async Task<App> Start(AppFixture fixture)
    {
        var both = await fixture.Own(("Organisations:b.example", "b"));
        var (status, said) = await AppFixture.Operate("seed-demo", both.Database, ("Organisation", "b"));
        Assert.True(status == 0, said);
        await both.Revise(o => o with { People = [.. o.People.Select(p => p with { Mail = $"{p.Id}@b.example.jp" })] }, "b");
        return both;
    }
}
