using System.Text.Json;

namespace CsirtFlow.Api.Tests;

/// <summary>Somebody without an account, from an address of their own.</summary>
internal static class Stranger
{
    /// <param name="from">The address that the connection comes from.</param>
    /// <param name="said">What it says of the address, as a proxy would.</param>
    public static async Task<Reply> Post(App app, string from, string path, object body, string? said = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Json(body) };
        request.Headers.TryAddWithoutValidation(App.From, from);
        if (said is not null) request.Headers.TryAddWithoutValidation("X-Forwarded-For", said);
        return await app.Nobody.Send(request);
    }

    public static StringContent Json(object body) => new(JsonSerializer.Serialize(body, body.GetType(), Platform.Json.Strict), System.Text.Encoding.UTF8, "application/json");
}
