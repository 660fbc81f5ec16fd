using CsirtFlow.Api.Web.Entrance;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests.OpenIdConnect;

/// <summary>A service whose people sign in at a provider, and a browser that goes there and back.</summary>
internal sealed record ByProvider(App App, TestProvider Provider) : IAsyncDisposable
{
    public static async Task<ByProvider> Start(AppFixture fixture, params (string Name, string Value)[] more)
    {
        var provider = await TestProvider.Start();
        var app = await fixture.Own([
            ("OpenIdConnect:0:Authority", provider.Address), ("OpenIdConnect:0:ClientId", TestProvider.ClientId), ("OpenIdConnect:0:ClientSecret", TestProvider.ClientSecret),
            ("OpenIdConnect:0:Groups:CsirtLead:0", "csirt-lead"), ("OpenIdConnect:0:Groups:CsirtMember:0", "csirt-member"), ("OpenIdConnect:0:Groups:Staff:0", "shokuin-zentai"), .. more]);
        provider.Now = app.Clock.GetUtcNow;
        return new(app, provider);
    }

    /// <summary>A verified address binds: the way in where a test is not about binding.</summary>
    public static Task<ByProvider> Linking(AppFixture fixture, params (string Name, string Value)[] more) => Start(fixture, [("OpenIdConnect:0:LinkByVerifiedMail", "true"), .. more]);

    /// <summary>The provider knows them, and has verified the address.</summary>
    public ByProvider As(string person, params string[] groups)
    {
        (Provider.Person["sub"], Provider.Person["email"], Provider.Person["email_verified"], Provider.Person["groups"]) = ($"subject of {person}", $"{person}@kakuu-shobo.example.jp", true, groups);
        return this;
    }

    /// <summary>Out to the provider, and back to the page that answers.</summary>
    public async Task<Opened> Come(string path = $"{ProviderPages.SignInPath}?return=/queue", string cookies = "")
    {
        var left = await Leave(path, cookies);
        return await Back(left, left.Cookies);
    }

    public async Task<Opened> Leave(string path = $"{ProviderPages.SignInPath}?return=/queue", string cookies = "")
    {
        var left = await Opened.At(App, path, cookies);
        Assert.True(left.Page.Code == 302, $"{left.Page.Code} {left.Text}");
        return left;
    }

    public async Task<Opened> Back(Opened left, string cookies) => await Opened.At(App, (await Provider.Visit(left.Page.Headers.Location!)).PathAndQuery, cookies);

    /// <summary>Nobody has come in, and whoever tried is told why.</summary>
    public static void Refused(Opened answer, string because, int status = 403)
    {
        Assert.True(answer.Page.Code == status, $"{answer.Page.Code} {answer.Text}");
        Assert.Contains(because, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("csirtflow=", answer.Cookies, StringComparison.Ordinal);
        // The password is still there.
        Assert.Contains("name=\"Password\"", answer.Text, StringComparison.Ordinal);
    }

    /// <summary>In, and on the way to where they wanted to go.</summary>
    public Client Inside(Opened answer, string to = "/queue")
    {
        Assert.True(answer.Page.Code == 303, $"{answer.Page.Code} {answer.Text} {App.Complaints.LastOrDefault()}");
        Assert.Equal(to, answer.Page.Headers.Location?.ToString());
        return Entrance.With(App, answer.Cookies);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Provider.DisposeAsync();
    }
}

/// <summary>One service for the tests of a class that leave it as they found it.</summary>
public sealed class SharedProvider : IAsyncDisposable
{
    private ByProvider? by;

    /// <summary>The provider keeps to the protocol again.</summary>
    internal async Task<ByProvider> Linking(AppFixture fixture, params (string Name, string Value)[] more)
    {
        by ??= await ByProvider.Linking(fixture, more);
        by.Provider.AsItShouldBe();
        return by;
    }

    public async ValueTask DisposeAsync()
    {
        if (by is not null) await by.DisposeAsync();
    }
}
