using CsirtFlow.Api.Web.Entrance;

namespace CsirtFlow.Api.Tests;

/// <summary>A lost telephone: somebody else resets the second factor, and the auditor sees it.</summary>
public sealed class SecondFactorResetTests(AppFixture fixture)
{
    private const string Reason = "機種変更。内線で本人と確かめた。";

    [Fact]
    public async Task The_contact_point_resets_it_with_a_reason_that_the_auditor_reads()
    {
        await using var app = await fixture.Own(("Accounts:RequireSecondFactor", "true"));
        var (csirt, madoguchi, kansa) = (await SecondFactor.SetUp(app, "csirt"), await SecondFactor.SetUp(app, "madoguchi"), await SecondFactor.SetUp(app, "kansa"));
        var page = await Opened.At(app, SecondFactorListPages.Path, madoguchi.Cookies);
        Assert.Equal(422, (await page.Post(SecondFactorListPages.Path, "192.0.2.20", ("Person", "csirt"), ("Reason", " "))).Code);
        Assert.Equal(422, (await page.Post(SecondFactorListPages.Path, "192.0.2.20", ("Person", "shokuin"), ("Reason", Reason))).Code);
        (await csirt.Browser.Get("/api/incidents")).Ok();

        Assert.Equal(303, (await page.Post(SecondFactorListPages.Path, "192.0.2.20", ("Person", "csirt"), ("Reason", Reason))).Code);

        (await csirt.Browser.Get("/api/incidents")).Is(401, "not-signed-in");
        (await (await Entrance.Session(app, "csirt")).Get("/api/incidents")).Is(403, "second-factor-missing");
        var seen = (await kansa.Browser.Get(SecondFactorListPages.Path)).Ok().Text;
        Assert.Contains(Reason, seen, StringComparison.Ordinal);
        Assert.Contains("架空 受子", seen, StringComparison.Ordinal);
        EventFiles.Keep(app);
    }

    [Fact]
    public async Task An_open_session_of_the_contact_point_resets_nothing()
    {
        await using var app = await fixture.Own();
        var (csirt, madoguchi) = (await SecondFactor.SetUp(app, "csirt"), await SecondFactor.SetUp(app, "madoguchi"));
        var page = await Opened.At(app, SecondFactorListPages.Path, madoguchi.Cookies);
        app.Clock.Advance(TimeSpan.FromMinutes(16));

        Assert.StartsWith(ProofPages.Path, (await page.Post(SecondFactorListPages.Path, "192.0.2.20", ("Person", "csirt"), ("Reason", Reason))).Headers.Location?.ToString(), StringComparison.Ordinal);

        (await csirt.Browser.Get("/api/incidents")).Ok();
    }

    [Fact]
    public async Task Nobody_resets_the_own_one_and_nobody_else_resets_any()
    {
        await using var app = await fixture.Own();
        var (csirt, madoguchi) = (await SecondFactor.SetUp(app, "csirt"), await SecondFactor.SetUp(app, "madoguchi"));
        var page = await Opened.At(app, SecondFactorListPages.Path, madoguchi.Cookies);

        Assert.Equal(422, (await page.Post(SecondFactorListPages.Path, "192.0.2.20", ("Person", "madoguchi"), ("Reason", Reason))).Code);
        // The lead may look and not touch; staff may not even look.
        var lead = await Opened.At(app, SecondFactorListPages.Path, csirt.Cookies);
        Assert.Equal(403, (await lead.Post(SecondFactorListPages.Path, "192.0.2.20", ("Person", "madoguchi"), ("Reason", Reason))).Code);
        Assert.Equal(403, (await app.As("shokuin").Get(SecondFactorListPages.Path)).Code);
        (await madoguchi.Browser.Get("/api/incidents")).Ok();
    }
}
