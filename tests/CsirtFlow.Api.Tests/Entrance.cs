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
    public static async Task<Reply> Posted(App app, string path, string cookie, string from, params (string Name, string Value)[] fields) =>
        await (await Opened.At(app, path, cookie)).Post(path, from, fields);
}

/// <summary>A page as a browser has it: what it shows, and the cookies by now.</summary>
internal sealed record Opened(App App, Reply Page, string Cookies)
{
    public static async Task<Opened> At(App app, string path, string cookies = "")
    {
        var page = await Entrance.With(app, cookies).Get(path);
        return new(app, page, Jar(cookies, page));
    }

    public string Text => Page.Text;

    /// <summary>Value of the first hidden field of that name.</summary>
    public string Hidden(string name) => Text.Split($"name=\"{name}\" value=\"")[1].Split('"')[0];

    public async Task<Reply> Post(string path, string from, params (string Name, string Value)[] fields) => (await Sent(path, from, fields)).Page;

    /// <summary>The page that answers.</summary>
    public async Task<Opened> Sent(string path, string from, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", Text.Split("name=\"__RequestVerificationToken\"")[1].Split("value=\"")[1].Split('"')[0])).Select(f => KeyValuePair.Create(f.Item1, f.Item2))),
        };
        request.Headers.TryAddWithoutValidation(App.From, from);
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        var page = await Entrance.With(App, Cookies).Send(request);
        return this with { Page = page, Cookies = Jar(Cookies, page) };
    }

    // A cookie that is empty has been taken away.
    private static string Jar(string before, Reply answer)
    {
        var jar = before.Split("; ", StringSplitOptions.RemoveEmptyEntries).ToDictionary(c => c.Split('=', 2)[0], StringComparer.Ordinal);
        foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all.Select(c => c.Split(';')[0]) : [])
            if (set.EndsWith('=')) jar.Remove(set[..^1]);
            else jar[set.Split('=', 2)[0]] = set;
        return string.Join("; ", jar.Values);
    }
}
