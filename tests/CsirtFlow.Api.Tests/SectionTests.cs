using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests;

/// <summary>所属の指定 (32-2-1): a report that belonged nowhere reaches the people of its section, and them alone.</summary>
public sealed class SectionTests(AppFixture fixture, OwnApp own) : IClassFixture<OwnApp>
{
    private static readonly ReportOccurrence Nowhere = An.Occurrence with { SectionId = null, SectionUnknown = true };

    [Fact]
    public async Task The_section_is_told_when_the_desk_assigns_the_report_and_another_when_it_was_wrong()
    {
        var app = await own.Started(fixture);
        var number = (await An.Report(app, Nowhere)).Number;
        Assert.Equal(404, (await app.As("keibo-hosa").Get($"/api/reports/{number}")).Code);

        (await app.As("madoguchi").Post($"/api/reports/{number}/section", new AssignSection("keibo"))).Ok();
        await app.Quiet();

        (await app.As("keibo-hosa").Get($"/api/reports/{number}")).Ok();
        Assert.Contains("keibo-hosa", await Told(app, number));
        Assert.DoesNotContain("tocho", await Told(app, number));

        (await app.As("csirt").Post($"/api/reports/{number}/section", new AssignSection("chuo", "中央消防署の端末だった"))).Ok();
        await app.Quiet();

        Assert.Contains("tocho", await Told(app, number));
        Assert.Equal(404, (await app.As("keibo-hosa").Get($"/api/reports/{number}")).Code);
        (await app.As("tocho").Post($"/api/reports/{number}/passing-up", new PassReportUp([Office.SecurityOfficer]))).Ok();
    }

    [Fact]
    public async Task The_incident_that_it_opened_goes_to_the_same_section()
    {
        var app = await own.Started(fixture);
        var number = await An.Incident(app, Nowhere);
        Assert.Equal(404, (await app.As("keibo-kacho").Get($"/api/incidents/{number}")).Code);

        (await app.As("csirt").Post($"/api/reports/{number}/section", new AssignSection("keibo"))).Ok();

        (await app.As("keibo-kacho").Get($"/api/incidents/{number}")).Ok();
        await app.Quiet();
        var row = (await app.As("csirt").Get($"/api/incidents?search={number}")).Ok().Json.GetProperty("cases")[0];
        Assert.Equal("警防課", row.GetProperty("sectionName").GetString());
    }

    private static async Task<string[]> Told(App app, string number) =>
        [.. (await app.As("csirt").Get($"/api/reports/{number}/notices")).Ok().Json.EnumerateArray().Select(n => n.GetProperty("personId").GetString()!)];
}
