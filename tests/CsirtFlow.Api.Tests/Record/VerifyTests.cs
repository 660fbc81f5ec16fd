using System.Diagnostics;
using System.Text;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests.Record;

/// <summary><c>csirtflow verify</c>: a program of its own, with nothing but a dump.</summary>
public sealed class VerifyTests(AppFixture fixture)
{
    [Fact]
    public async Task A_dump_is_verified_outside_and_what_was_changed_in_it_is_named()
    {
        await using var app = await fixture.Own();
        await An.Report(app, An.Occurrence with { Description = "一行目\n二行目\t\\ \"引用\" 🚒" });
        var number = await An.Incident(app);
        await An.Mail(app, "From: x@example.net\r\nSubject: x\r\n\r\nhelp");
        await app.Quiet();
        await app.Until(async () => await app.Scalar("select count(*) from csirt.record_link") == await app.Scalar("select count(*) from csirt.mt_events"), "every event to be linked");
        var head = (await app.As("kansa").Get("/api/record")).Ok().Json.GetProperty("head");
        var (kept, dump, key) = ($"{head.GetProperty("position")}:{head.GetProperty("hash").GetString()}", await fixture.Dump(app.Database), Path.Combine(fixture.Folder(), "public.pem"));
        await File.WriteAllTextAsync(key, (await app.As("kansa").Get("/api/record")).Ok().Json.GetProperty("publicKey").GetString());

        var (status, said) = await Verify("", dump, "--key", key, "--head", kept);
        Assert.True(status == 0, said);
        Assert.Contains($"Head of the record: {kept}", said, StringComparison.Ordinal);
        Assert.Contains(" 1 files read", said, StringComparison.Ordinal);

        var text = await File.ReadAllTextAsync(dump);
        (status, said) = await Verify(text.Replace("メールの誤送信", "なかったこと", StringComparison.Ordinal), "-", "--key", key);
        Assert.Equal(1, status);
        Assert.Contains("Changed: event", said, StringComparison.Ordinal);
        Assert.Contains($"incident/{number}", said, StringComparison.Ordinal);

        (status, said) = await Verify(text.Replace("\\\\x46726f6d", "\\\\x66726f6d", StringComparison.Ordinal), "-", "--key", key);
        Assert.Contains("File changed: default file/", said, StringComparison.Ordinal);
        Assert.Equal(1, status);

        Assert.Equal(1, (await Verify("", dump, "--head", kept[..^1] + (kept[^1] == '0' ? '1' : '0'))).Status);
        Assert.Equal(1, (await Verify(text, "-", "--key", await OtherKey())).Status);
    }

    [Theory]
    [InlineData("", "verify")]
    [InlineData("", "check", "x")]
    [InlineData("", "verify", "-")]
    [InlineData("COPY csirt.mt_events (seq_id, id) FROM stdin;\n1\n\\.\n", "verify", "-")]
    [InlineData("COPY csirt.mt_events (seq_id, id) FROM stdin;\n1\tx", "verify", "-")]
    [InlineData("COPY csirt.record_link (position) FROM stdin;\nnone\n\\.\n", "verify", "-")]
    [InlineData("x", "verify", "no-such-file")]
    [InlineData("x", "verify", "-", "--key", "no-such-file")]
    [InlineData("x", "verify", "-", "--head", "12")]
    [InlineData("x", "verify", "-", "--other", "12")]
    [InlineData("x", "verify", "-", "--key")]
    public async Task What_cannot_be_read_is_said_in_a_sentence(string input, params string[] arguments)
    {
        var (status, said) = await Run(input, arguments);

        Assert.Equal(2, status);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    private async Task<string> OtherKey()
    {
        using var other = new RecordKey(RecordKey.Create());
        var path = Path.Combine(fixture.Folder(), "other.pem");
        await File.WriteAllTextAsync(path, other.PublicPem);
        return path;
    }

    private static Task<(int Status, string Said)> Verify(string input, params string[] arguments) => Run(input, ["verify", .. arguments]);

    private static async Task<(int Status, string Said)> Run(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "csirtflow.dll"), .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardInputEncoding = new UTF8Encoding(false), UseShellExecute = false };
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended without reading.
        }
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return (process.ExitCode, string.Concat(await said));
    }
}
