using System.Diagnostics;
using CsirtFlow.Api.Record;
using CsirtFlow.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace CsirtFlow.Api.Tests.Record;

/// <summary>時刻認証 (RFC 3161): a third party confirms each night's 要約値, and one that is dead or lies stops nothing.</summary>
public sealed class TimestampTests(AppFixture fixture)
{
    [Fact]
    public async Task The_head_of_a_night_is_confirmed_by_a_third_party_and_the_token_verified_outside()
    {
        await using var authority = await Gateway.Start();
        var folder = await Authority(authority);
        await using var app = Started(await fixture.Database(), authority, DateTimeOffset.UtcNow);
        await An.Report(app);

        await Verify(app);
        await app.Quiet();

        var mail = Assert.Single(app.Mails(""), m => m.Subject!.Contains("記録の検証", StringComparison.Ordinal));
        var head = mail.TextBody!.Split("要約値 ")[1].Split(['\n', '。'])[0].Trim();
        var token = Path.Combine(folder, "token.tst");
        await using (var file = File.Create(token)) await Assert.IsType<MimePart>(Assert.Single(mail.Attachments)).Content!.DecodeToAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "head.txt"), head, TestContext.Current.CancellationToken);
        await OpenSsl(folder, "ts -verify -data head.txt -in token.tst -token_in -CAfile tsa.pem");
        Assert.Contains($"時刻認証 {authority.Url}", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String(await File.ReadAllBytesAsync(token, TestContext.Current.CancellationToken)), System.Net.WebUtility.HtmlDecode((await app.As("kansa").Get("/record")).Ok().Text), StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(folder, "head.txt"), head + "0", TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<Exception>(() => OpenSsl(folder, "ts -verify -data head.txt -in token.tst -token_in -CAfile tsa.pem"));
    }

    [Theory]
    [InlineData("dead")]
    [InlineData("error")]
    [InlineData("nonsense")]
    [InlineData("another's")]
    [InlineData("another day")]
    [InlineData("endless")]
    [InlineData("elsewhere")]
    public async Task One_that_is_dead_or_lies_stops_nothing_and_is_named(string how)
    {
        await using var authority = await Gateway.Start();
        await Authority(authority);
        var honest = authority.Answer;
        byte[]? before = null;
        authority.Answer = how switch
        {
            "error" => http => { http.Response.StatusCode = 500; return Task.CompletedTask; },
            "nonsense" => http => http.Response.WriteAsync("no token"),
            "endless" => async http => { for (var i = 0; i < 1000; i++) await http.Response.Body.WriteAsync(new byte[1024]); },
            "elsewhere" => http =>
            {
                if (http.Request.Path == "/elsewhere") return honest(http);
                http.Response.Redirect("/elsewhere", permanent: false, preserveMethod: true);
                return Task.CompletedTask;
            },
            // The answer to an earlier question.
            "another's" => async http =>
            {
                var mine = http.Response.Body;
                using var answer = new MemoryStream();
                http.Response.Body = answer;
                if (before is null) await honest(http);
                before ??= answer.ToArray();
                await mine.WriteAsync(before);
            },
            _ => honest,
        };
        await using var app = Started(await fixture.Database(), authority, how == "another day" ? AppFixture.Start : DateTimeOffset.UtcNow);
        await An.Report(app);
        await app.Quiet();
        if (how == "another's") await Verify(app);
        if (how == "dead") await authority.DisposeAsync();

        await Verify(app);
        await app.Quiet();

        var state = (await app.As("kansa").Get("/api/record")).Ok().Json.GetProperty("last");
        Assert.Equal(0, state.GetProperty("faults").GetInt32());
        Assert.NotEqual("", state.GetProperty("timestamp").GetProperty("problem").GetString());
        Assert.False(state.GetProperty("timestamp").TryGetProperty("token", out var token) && token.ValueKind is System.Text.Json.JsonValueKind.String);
        Assert.Contains(app.Mails(""), m => m.TextBody!.Contains("時刻認証なし", StringComparison.Ordinal));
        Assert.Contains("時刻認証を得られませんでした", (await app.As("kansa").Get("/record")).Ok().Text, StringComparison.Ordinal);
    }

    private App Started(string database, Gateway authority, DateTimeOffset at) => fixture.Restored(database, new(at), ("Record:TimestampAuthority", authority.Url));

    private static Task Verify(App app) => app.Services.GetRequiredService<RecordCheck>().VerifyAndRecord(scheduled: true, Actor.Service, "clock", TestContext.Current.CancellationToken);

    // An authority of openssl's own; its clock is this machine's.
    private async Task<string> Authority(Gateway gateway)
    {
        var folder = fixture.Folder();
        await File.WriteAllTextAsync(Path.Combine(folder, "tsa.conf"), $"""
            [tsa]
            default_tsa = here
            [here]
            dir = {folder}
            serial = {folder}/serial
            signer_digest = sha256
            default_policy = 1.2.3.4.1
            digests = sha256
            ess_cert_id_alg = sha256
            """, TestContext.Current.CancellationToken);
        await OpenSsl(folder, "req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=tsa.example.jp -addext extendedKeyUsage=critical,timeStamping -keyout tsa.key -out tsa.pem");
        var turn = new SemaphoreSlim(1);
        gateway.Answer = async http =>
        {
            await turn.WaitAsync();
            try
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, "question"), gateway.Calls.Last().Body);
                await OpenSsl(folder, "ts -reply -config tsa.conf -queryfile question -signer tsa.pem -inkey tsa.key -out answer");
                await http.Response.Body.WriteAsync(await File.ReadAllBytesAsync(Path.Combine(folder, "answer")));
            }
            finally
            {
                turn.Release();
            }
        };
        return folder;
    }

    private static async Task OpenSsl(string folder, string command)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", command.Split(' ')) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException(string.Concat(said));
    }
}
