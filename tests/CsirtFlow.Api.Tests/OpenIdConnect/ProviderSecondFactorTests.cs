using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Web.Entrance;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests.OpenIdConnect;

/// <summary>A sign-in at a provider and the second factor (35-4): it counts as one where the provider says so in the words that were agreed, and proves who sits there as long as it is fresh.</summary>
public sealed class ProviderSecondFactorTests(AppFixture fixture, SharedProvider shared) : IClassFixture<SharedProvider>
{
    private static readonly RestrictIncident Restriction = new(["csirt"], "調査の対象に職員が含まれるため");

    private static readonly (string, string)[] Demanded = [("Accounts:RequireSecondFactor", "true"), ("OpenIdConnect:0:SecondFactorAcr:0", "loa2"), ("OpenIdConnect:0:SecondFactorAmr:0", "mfa")];

    private Task<ByProvider> Strict() => ByProvider.Linking(fixture, Demanded);

    [Theory]
    [InlineData("acr", "loa2", true), InlineData("acr", "loa1", false), InlineData("acr", "mfa", false), InlineData("none", "", false)]
    public async Task It_counts_where_the_provider_says_so_in_the_agreed_words(string claim, string value, bool counts)
    {
        var by = (await shared.Linking(fixture, Demanded)).As("csirt", "csirt-lead");
        by.Provider.Person[claim] = value;

        var csirt = by.Inside(await by.Come(), counts ? "/queue" : AccountsSetup.SecondFactorPath);

        var answer = await csirt.Get("/api/incidents");
        if (counts) answer.Ok();
        else answer.Is(403, "second-factor-missing");
    }

    [Theory]
    [InlineData("mfa", true), InlineData("pwd", false)]
    public async Task The_means_that_it_names_count_as_an_array_alone(string amr, bool counts)
    {
        var by = (await shared.Linking(fixture, Demanded)).As("csirt", "csirt-lead");
        by.Provider.Person["amr"] = new[] { "pwd", amr };
        by.Inside(await by.Come(), counts ? "/queue" : AccountsSetup.SecondFactorPath);

        by.Provider.Person["amr"] = amr;
        by.Inside(await by.Come(), AccountsSetup.SecondFactorPath);
    }

    [Fact]
    public async Task Otherwise_the_own_one_is_asked_for_as_after_a_password()
    {
        await using var by = (await Strict()).As("csirt", "csirt-lead");
        var factor = await SecondFactor.SetUp(by.App, "csirt");

        var asked = await by.Come();
        Assert.Equal(200, asked.Page.Code);
        Assert.DoesNotContain("csirtflow=", asked.Cookies, StringComparison.Ordinal);
        Assert.Equal(422, (await asked.Post(CodePages.Path, "192.0.2.20", ("Code", "000000"), ("Return", "/queue"))).Code);
        var inside = await asked.Sent(CodePages.Path, "192.0.2.20", ("Code", factor.NextCode()), ("Return", "/queue"));
        var csirt = by.Inside(inside);

        (await csirt.Get("/api/incidents")).Ok();
        // What came by the provider stays bound to its groups, code or not.
        await by.App.Revise(o => o with { Assignments = [.. o.Assignments, new Assignment("csirt", Office.Administration)] });
        (await csirt.Get("/api/incidents")).Is(401, "not-signed-in");
    }

    [Fact]
    public async Task A_sign_in_that_is_old_at_the_provider_proves_nothing_and_one_that_is_too_old_opens_nothing()
    {
        await using var by = (await Strict()).As("csirt", "csirt-lead");
        by.Provider.Person["acr"] = "loa2";
        by.Provider.SignedInAt = by.App.Clock.GetUtcNow().AddMinutes(-20);
        var number = await Incident(by);

        (await by.Inside(await by.Come()).Post($"/api/incidents/{number}/restriction", Restriction)).Is(403, "step-up-needed");

        by.Provider.SignedInAt = by.App.Clock.GetUtcNow().AddMinutes(-32);
        ByProvider.Refused(await by.Come(), "いま確かめたと答えませんでした");
        by.Provider.Wrong["auth_time"] = null;
        ByProvider.Refused(await by.Come(), "いま確かめたと答えませんでした");
        by.Provider.Wrong["auth_time"] = "now";
        ByProvider.Refused(await by.Come(), "いま確かめたと答えませんでした");
    }

    [Fact]
    public async Task Who_signs_in_there_again_has_proved_who_they_are()
    {
        await using var by = (await Strict()).As("csirt", "csirt-lead");
        by.Provider.Person["acr"] = "loa2";
        var number = await Incident(by);
        var inside = await by.Come();
        var csirt = by.Inside(inside);
        by.App.Clock.Advance(TimeSpan.FromMinutes(16));
        (await csirt.Post($"/api/incidents/{number}/restriction", Restriction)).Is(403, "step-up-needed");
        Assert.Contains(ProviderPages.ProofPath, (await csirt.Get(ProofPages.Path)).Ok().Text, StringComparison.Ordinal);
        string way = $"{ProviderPages.ProofPath}?return=/incidents/{number}";

        // It lets the person through without asking.
        by.Provider.AsksAgain = false;
        Assert.Equal(403, (await by.Come(way, inside.Cookies)).Page.Code);
        by.Provider.AsksAgain = true;
        // Somebody else signs in there, or with less than is asked for here.
        by.As("csirt2", "csirt-lead", "csirt-member");
        Assert.Equal(403, (await by.Come(way, inside.Cookies)).Page.Code);
        by.As("csirt", "shokuin-zentai");
        Assert.Equal(403, (await by.Come(way, inside.Cookies)).Page.Code);
        by.As("csirt", "csirt-lead");
        // It comes back to another session.
        var left = await by.Leave(way, inside.Cookies);
        var another = left.Cookies.Split("; ").Where(c => c.StartsWith("csirtflow-provider-", StringComparison.Ordinal)).Append((await by.Come()).Cookies);
        Assert.Equal(403, (await by.Back(left, string.Join("; ", another))).Page.Code);
        (await csirt.Post($"/api/incidents/{number}/restriction", Restriction)).Is(403, "step-up-needed");

        Assert.Equal($"/incidents/{number}", (await by.Come(way, inside.Cookies)).Page.Headers.Location?.ToString());
        Assert.Equal(("login", "0"), (by.Provider.Asked["prompt"], by.Provider.Asked["max_age"]));
        (await csirt.Post($"/api/incidents/{number}/restriction", Restriction)).Ok();
    }

    [Fact]
    public async Task With_an_own_second_factor_the_provider_proves_nothing_without_one()
    {
        await using var by = (await Strict()).As("csirt", "csirt-lead");
        var factor = await SecondFactor.SetUp(by.App, "csirt");
        var asked = await by.Come();
        var inside = await asked.Sent(CodePages.Path, "192.0.2.20", ("Code", factor.NextCode()), ("Return", "/queue"));
        var number = await Incident(by);
        by.App.Clock.Advance(TimeSpan.FromMinutes(16));

        Assert.Equal(403, (await by.Come($"{ProviderPages.ProofPath}?return=/home", inside.Cookies)).Page.Code);
        (await Entrance.With(by.App, inside.Cookies).Post($"/api/incidents/{number}/restriction", Restriction)).Is(403, "step-up-needed");

        Assert.Equal(204, (await Entrance.With(by.App, inside.Cookies).Post("/api/step-up", new { proof = factor.NextCode() })).Code);
        (await Entrance.With(by.App, inside.Cookies).Post($"/api/incidents/{number}/restriction", Restriction)).Ok();
    }

    private static async Task<string> Incident(ByProvider by)
    {
        var number = (await An.Report(by.App)).Number;
        var csirt2 = (await SecondFactor.SetUp(by.App, "csirt2")).Browser;
        (await csirt2.Post($"/api/reports/{number}/evaluation", new EvaluateReport(Verdict.Incident, "外部への漏えいのおそれがある。", "メールの誤送信"))).Ok();
        return number;
    }
}
