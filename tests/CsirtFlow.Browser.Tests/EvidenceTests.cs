using System.Security.Cryptography;
using CsirtFlow.Api.Tests;
using Microsoft.Playwright;

namespace CsirtFlow.Browser.Tests;

/// <summary>証拠の保全 (38-3) on the page of an incident: files are kept with their hash, and what was typed is never lost with them.</summary>
public sealed class EvidenceTests(BrowserFixture fixture)
{
    private const string Form = "#preserve-evidence";
    private static readonly byte[] Log = "10:05 sshd: 髙﨑"u8.ToArray();

    [Fact]
    public async Task A_file_is_kept_with_its_hash_and_comes_back_as_a_download()
    {
        var number = await fixture.Incident();
        await using var window = await fixture.As("csirt");
        await Fill(window, number, new() { Name = "../髙﨑 \"1\".log", MimeType = "text/html", Buffer = Log });

        Assert.Equal(200, await window.Press("記録する", within: Form));

        var link = window.Page.Locator("section[aria-labelledby=evidence] a[download]", new() { HasText = "髙﨑 \"1\".log" });
        var hash = Convert.ToHexStringLower(SHA256.HashData(Log));
        Assert.Equal($"/incidents/{number}/files/{hash}", await link.GetAttributeAsync("href"));
        await window.Picture("evidence");
        var answer = await window.Page.Context.APIRequest.GetAsync((await link.GetAttributeAsync("href"))!);
        Assert.Equal(Log, await answer.BodyAsync());
        Assert.Equal("application/octet-stream", answer.Headers["content-type"]);
        Assert.StartsWith("attachment", answer.Headers["content-disposition"], StringComparison.Ordinal);
        await using var stranger = await fixture.As("keibo-kacho");
        Assert.Equal(404, (await stranger.Page.Context.APIRequest.GetAsync($"/incidents/{number}/files/{hash}")).Status);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_and_the_words_stay()
    {
        var number = await fixture.Incident();
        await using var window = await fixture.As("csirt");
        await Fill(window, number, new() { Name = "disk.img", MimeType = "", Buffer = new byte[21 * 1024 * 1024] });

        Assert.Equal(413, await window.Press("記録する", within: Form));

        Assert.Contains("20MBを超えています", (await window.Errors())[0], StringComparison.Ordinal);
        Assert.Equal("サーバの記録", await window.Page.Locator("[id='preserve-evidence.item']").InputValueAsync());
        Assert.Equal("まだありません。", await window.Page.Locator("section[aria-labelledby=evidence] > p").First.InnerTextAsync());
        await window.Clear();
    }

    [Fact]
    public async Task A_file_sent_after_the_session_does_not_take_the_words_with_it()
    {
        await using var app = await fixture.Own();
        var number = await fixture.Incident(app: app);
        await using var window = await fixture.Open(app: app);
        await window.SignIn("csirt", $"/incidents/{number}");
        await Fill(window, number, new() { Name = "a.log", MimeType = "", Buffer = Log });
        app.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(401, await window.Press("記録する", within: Form));
        Assert.Equal(200, await window.SignInHere("csirt"));

        Assert.Equal("サーバの記録", await window.Page.Locator("[id='preserve-evidence.item']").InputValueAsync());
    }

    private static async Task Fill(Window window, string number, FilePayload file)
    {
        await window.Page.GotoAsync($"/incidents/{number}?open=preserve-evidence");
        await window.Page.Locator("[id='preserve-evidence.item']").FillAsync("サーバの記録");
        await window.Page.Locator("[id='preserve-evidence.place']").FillAsync("総務課の金庫");
        await window.Page.Locator($"{Form} input[type=file]").SetInputFilesAsync(file);
    }
}
