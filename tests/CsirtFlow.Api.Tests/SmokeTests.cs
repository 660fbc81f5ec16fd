namespace CsirtFlow.Api.Tests;

public sealed class SmokeTests(AppFixture fixture)
{
    [Fact]
    public async Task A_report_is_taken_and_those_who_must_know_get_a_mail()
    {
        var app = await fixture.Shared();

        var receipt = await An.Report(app);
        await app.Quiet();

        Assert.Matches("^R12-[0-9]{4}$", receipt.Number);
        Assert.Contains("tocho@kakuu-shobo.example.jp", app.Mails(receipt.Number).SelectMany(m => m.To.Mailboxes).Select(m => m.Address));
    }

    [Fact]
    public async Task An_incident_can_be_read_by_CSIRT()
    {
        var app = await fixture.Shared();

        var number = await An.Incident(app);

        (await app.As("csirt").Get($"/api/incidents/{number}")).Ok();
        (await app.As("shokuin").Get($"/api/incidents/{number}")).Is(404, "not-found");
    }
}
