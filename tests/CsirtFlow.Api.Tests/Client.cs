using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsirtFlow.Api.Platform;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CsirtFlow.Api.Tests;

/// <summary>One person at the API, or nobody; carries the cookie and reads the answer.</summary>
public sealed class Client(App app, Func<Task<string?>> cookie, string host)
{
    public Task<Reply> Get(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>The head of an answer that may have no end.</summary>
    public Task<Reply> Head(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path), HttpCompletionOption.ResponseHeadersRead);

    public Task<Reply> Post(string path, object body, long? version = null, string? key = null) =>
        PostText(path, JsonSerializer.Serialize(body, body.GetType(), Json.Strict), version, key);

    public Task<Reply> PostText(string path, string json, long? version = null, string? key = null) =>
        PostBytes(path, Encoding.UTF8.GetBytes(json), "application/json", version, key);

    public Task<Reply> PostBytes(string path, byte[] body, string? contentType, long? version = null, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        if (contentType is not null) request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (version is { } v) request.Headers.TryAddWithoutValidation("If-Match", Answers.ETag(v));
        if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return Send(request);
    }

    public async Task<Reply> Send(HttpRequestMessage request, HttpCompletionOption until = HttpCompletionOption.ResponseContentRead)
    {
        using var http = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = app.ClientOptions.BaseAddress });
        using (request)
        {
            request.Headers.Host = host;
            if (await cookie() is { } mine) request.Headers.Add("Cookie", mine);
            using var response = await http.SendAsync(request, until);
            if (until == HttpCompletionOption.ResponseHeadersRead) return new Reply(response.StatusCode, "", response.Content.Headers.ContentType?.MediaType, response.Headers, app.Complaints);

            return new Reply(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType, response.Headers, app.Complaints) { Bytes = await response.Content.ReadAsByteArrayAsync() };
        }
    }
}

/// <summary>What came back.</summary>
public sealed record Reply(HttpStatusCode Status, string Text, string? ContentType, HttpResponseHeaders Headers, Complaints Complaints)
{
    private static readonly JsonSerializerOptions Lenient = new(Platform.Json.Strict) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip, MaxDepth = 64 };

    public byte[] Bytes { get; init; } = [];

    public int Code => (int)Status;

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>The stable part of the problem's type.</summary>
    public string Problem => Json.GetProperty("type").GetString()!.Replace(Problems.Prefix, "", StringComparison.Ordinal);

    /// <summary>The rules that a refusal names.</summary>
    public string[] Broken => [.. Json.GetProperty("broken").EnumerateArray().Select(b => b.GetProperty("code").GetString()!)];

    public long Version => long.Parse(Headers.ETag!.Tag.Trim('"'), System.Globalization.CultureInfo.InvariantCulture);

    public T Read<T>() => JsonSerializer.Deserialize<T>(Text, Lenient)!;

    /// <summary>Itself, when it is the success that was expected; else the test ends with what was said.</summary>
    public Reply Ok()
    {
        Assert.True(Code is >= 200 and < 300, $"{Code} {Text} {(Code == 500 ? Complaints.LastOrDefault() : "")}");
        return this;
    }

    public Reply Is(int status, string problem)
    {
        Assert.True(Code == status && ContentType == "application/problem+json" && Problem == problem, $"Expected {status} {problem}, got {Code} {ContentType} {Text} {(Code == 500 ? Complaints.LastOrDefault() : "")}");
        return this;
    }

    public Reply Breaks(params string[] rules)
    {
        Is(409, "policy-refuses");
        Assert.Equal(rules, Broken);
        return this;
    }
}
