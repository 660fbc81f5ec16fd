using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests;

/// <summary>The start page where much waits: it shows the most urgent and leads to the rest.</summary>
public sealed class HomeTests(AppFixture fixture, OwnApp own) : IClassFixture<OwnApp>
{
    [Fact]
    public async Task A_long_list_is_cut_and_the_rest_stands_in_the_queue()
    {
        var app = await own.Started(fixture);
        for (var i = 0; i < 21; i++) await An.Report(app, An.Occurrence with { EmergencyImpact = i == 20 ? EmergencyImpact.Present : EmergencyImpact.None });
        await app.Quiet();

        var page = (await app.As("csirt").Get("/home")).Ok().Text;

        Assert.Equal(20, page.Split("<li class=\"work\">").Length - 1);
        Assert.Contains("""<a href="/queue?show=mine">ほかに1件。""", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("119番・指令への影響がある件（1件）", StringComparison.Ordinal) < page.IndexOf("今日のうちにするもの（20件）", StringComparison.Ordinal));
    }
}
