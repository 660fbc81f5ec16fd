namespace CsirtFlow.Api.Tests;

/// <summary>Files that come with a report: bounded by themselves, so that the words always get through.</summary>
public sealed class UploadTests(AppFixture fixture)
{
    [Fact]
    public async Task Files_are_bounded_apart_from_words()
    {
        await using var app = await fixture.Own(("Limits:MegabytesPerTenMinutes", "3"));

        Assert.Equal(303, (await app.Nobody.Send(Report(new ByteArrayContent(new byte[2_000_000])))).Code);
        var refused = await app.Nobody.Send(Report(new ByteArrayContent(new byte[2_000_000])));

        Assert.Equal(429, refused.Code);
        Assert.Contains("ファイルなしで送ってください", refused.Text, StringComparison.Ordinal);
        Assert.Contains("USBメモリをなくした", refused.Text, StringComparison.Ordinal);
        Assert.Equal(303, (await app.Nobody.Send(Report())).Code);
    }

    [Fact]
    public async Task Slow_uploads_keep_nobodys_words_out()
    {
        await using var app = await fixture.Own();
        var end = new TaskCompletionSource();
        var slow = Enumerable.Range(0, 6).Select(_ => new SlowContent(end.Task)).ToList();
        var sent = slow.Select(s => app.Nobody.Send(Report(s))).ToList();
        await Task.WhenAll(slow.Select(s => s.Begun));

        var refused = await app.Nobody.Send(Report(new ByteArrayContent([1])));
        Assert.Equal(429, refused.Code);
        Assert.Contains("USBメモリをなくした", refused.Text, StringComparison.Ordinal);
        Assert.Equal(303, (await app.Nobody.Send(Report())).Code);

        end.SetResult();
        Assert.All(await Task.WhenAll(sent), a => Assert.Equal(303, a.Code));
        Assert.Equal(303, (await app.Nobody.Send(Report(new ByteArrayContent([1])))).Code);
    }

    private static HttpRequestMessage Report(HttpContent? file = null)
    {
        var form = new MultipartFormDataContent { { new StringContent("Loss"), "Kinds" }, { new StringContent("None"), "EmergencyImpact" }, { new StringContent("chuo"), "SectionId" }, { new StringContent("1"), "Phone" }, { new StringContent("USBメモリをなくした"), "Description" } };
        if (file is not null) form.Add(file, "Files", "画面.jpg");
        return new(HttpMethod.Post, "/report") { Content = form };
    }

    /// <summary>A file that does not end before it is told to.</summary>
    private sealed class SlowContent(Task end) : HttpContent
    {
        private readonly TaskCompletionSource begun = new();

        public Task Begun => begun.Task;

        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            await stream.WriteAsync(new byte[100_000]);
            await stream.FlushAsync();
            begun.SetResult();
            await end;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
