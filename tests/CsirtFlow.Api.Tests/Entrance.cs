using CsirtFlow.Api.Demonstration;

namespace CsirtFlow.Api.Tests;

/// <summary>Signing in as people and programs do, by the doors of the service itself.</summary>
internal static class Entrance
{
    public static async Task<Reply> SignIn(App app, string from, string name, string password = DemonstrationOrganisation.Password, int times = 1)
    {
        for (; times > 1; times--) await Stranger.Post(app, from, "/api/sign-in", new { name, password });
        return await Stranger.Post(app, from, "/api/sign-in", new { name, password });
    }

    /// <summary>A session of its own.</summary>
    public static async Task<Client> Session(App app, string name) => With(app, Cookie(await SignIn(app, "192.0.2.20", name)));

    public static Client With(App app, string cookie) => new(app, () => Task.FromResult<string?>(cookie.Length > 0 ? cookie : null), "localhost");

    /// <summary>The cookie that a sign-in has given.</summary>
    public static string Cookie(Reply signedIn)
    {
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("csirtflow=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        return cookie.Split(';')[0];
    }

    /// <summary>Posts a form of a page, with its token.</summary>
    public static async Task<Reply> Posted(App app, string path, string cookie, string from, params (string Name, string Value)[] fields)
    {
        var page = await With(app, cookie).Get(path);
        var token = page.Text.Split("name=\"__RequestVerificationToken\"")[1].Split("value=\"")[1].Split('"')[0];
        var mine = string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).Append(cookie).Where(c => c.Length > 0));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(KeyValuePair.Create("__RequestVerificationToken", token))) };
        request.Headers.TryAddWithoutValidation(App.From, from);
        return await With(app, mine).Send(request);
    }
}
