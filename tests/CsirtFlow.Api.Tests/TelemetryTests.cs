namespace CsirtFlow.Api.Tests;

/// <summary>監視: how much happens, for those who watch the service, and nothing of what it is.</summary>
public sealed class TelemetryTests(AppFixture fixture)
{
    [Fact]
    public async Task Metrics_are_for_this_machine_and_those_that_are_named_alone()
    {
        var app = await fixture.Own(("Metrics:0", "10.1.0.0/16"), ("Metrics:1", "192.0.2.7"), ("Metrics:2", "2001:db8::/32"));
        await An.Report(app, An.Occurrence with { Description = "誰にも見せない言葉" });
        await app.Quiet();

        foreach (var from in new[] { "127.0.0.1", "::1", "10.1.2.3", "192.0.2.7", "::ffff:192.0.2.7", "2001:db8::5" }) Assert.Equal(200, (await From(app, from)).Code);
        foreach (var from in new[] { "10.2.0.1", "192.0.2.8", "198.51.100.1", "2001:db9::1", "" }) Assert.Equal(302, (await From(app, from)).Code);

        var text = (await From(app, "127.0.0.1")).Text;
        Assert.Matches("csirtflow_events_total\\{[^}]*type=\"occurrence_reported\"[^}]*\\} [1-9]", text);
        Assert.Matches("csirtflow_events_total\\{[^}]*type=\"notice_accepted\"[^}]*\\} [1-9]", text);
        Assert.DoesNotContain(text, c => c > '\u3000');
        Assert.DoesNotContain("R12-", text, StringComparison.Ordinal);
    }

    private static Task<Reply> From(App app, string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Add(App.From, address);
        return app.Nobody.Send(request);
    }
}
