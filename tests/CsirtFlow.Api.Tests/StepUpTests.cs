using System.Reflection;
using CsirtFlow.Api.Demonstration;
using CsirtFlow.Api.Web.Entrance;
using CsirtFlow.Domain;
using static CsirtFlow.Api.Tests.Entrance;

namespace CsirtFlow.Api.Tests;

/// <summary>本人の確認: what cannot be taken back is not done by an open session alone.</summary>
public sealed class StepUpTests(AppFixture fixture)
{
    private static readonly RestrictIncident Restriction = new(["csirt"], "調査の対象に職員が含まれるため");

    [Fact]
    public void These_commands_want_it()
    {
        var wanting = typeof(Report).Assembly.GetTypes().Where(t => t.GetCustomAttribute<ByAttribute>() is { Proved: true }).Select(t => t.Name).Order();

        Assert.Equal(["ApproveDocument", "ApproveFormRevision", "CarryOutDisposal", "DeletePersonList", "JudgePublication", "PermitDocument", "RecordPublication", "RestrictIncident", "ViewInEmergency"], wanting);
    }

    [Fact]
    public async Task A_program_shows_a_code_when_the_last_one_is_too_long_ago()
    {
        await using var app = await fixture.Own(("Accounts:RequireSecondFactor", "true"));
        var (csirt, number) = await Incident(app);
        app.Clock.Advance(TimeSpan.FromMinutes(16));

        (await csirt.Browser.Post($"/api/incidents/{number}/restriction", Restriction)).Is(403, "step-up-needed");
        (await csirt.Browser.Post($"/api/incidents/{number}/notes", new AddNote("そのまま書ける。"))).Ok();
        (await csirt.Browser.Post("/api/step-up", new { proof = "000000" })).Is(422, "proof-refused");
        (await csirt.Browser.Post("/api/step-up", new { proof = DemonstrationOrganisation.Password })).Is(422, "proof-refused");
        (await csirt.Browser.Post($"/api/incidents/{number}/restriction", Restriction)).Is(403, "step-up-needed");

        Assert.Equal(204, (await csirt.Browser.Post("/api/step-up", new { proof = csirt.NextCode() })).Code);
        (await csirt.Browser.Post($"/api/incidents/{number}/restriction", Restriction)).Ok();
    }

    [Fact]
    public async Task A_person_comes_back_to_the_form_with_what_was_typed()
    {
        await using var app = await fixture.Own(("Accounts:RequireSecondFactor", "true"));
        var (csirt, number) = await Incident(app);
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        var path = $"/incidents/{number}/do/restrict-incident";
        var page = await Opened.At(app, $"/incidents/{number}", csirt.Cookies);

        var asked = await page.Sent(path, "192.0.2.20", ("restrict-incident.personIds", "csirt"), ("restrict-incident.reason", Restriction.Reason));
        Assert.Equal(403, asked.Page.Code);
        Assert.Contains("本人の確認", asked.Text, StringComparison.Ordinal);
        Assert.Equal(path, asked.Hidden("Return"));
        (string, string)[] kept = [("Return", path), (KeptForm.Prefix + "restrict-incident.personIds", asked.Hidden(KeptForm.Prefix + "restrict-incident.personIds")), (KeptForm.Prefix + "restrict-incident.reason", Restriction.Reason)];

        var wrong = await asked.Sent(ProofPages.Path, "192.0.2.20", [.. kept, ("Proof", "000000")]);
        Assert.Equal(422, wrong.Page.Code);
        Assert.Contains(Restriction.Reason, wrong.Text, StringComparison.Ordinal);

        var back = await wrong.Sent(ProofPages.Path, "192.0.2.20", [.. kept, ("Proof", csirt.NextCode())]);
        Assert.Equal(200, back.Page.Code);
        Assert.Contains("まだ記録していません", back.Text, StringComparison.Ordinal);
        Assert.Contains(Restriction.Reason, back.Text, StringComparison.Ordinal);

        var done = await back.Post(path, "192.0.2.20", ("restrict-incident.personIds", "csirt"), ("restrict-incident.reason", Restriction.Reason));
        Assert.Equal(303, done.Code);
    }

    [Fact]
    public async Task Who_may_not_do_it_is_not_asked_for_a_code_and_the_password_is_the_proof_of_whoever_has_no_app()
    {
        await using var app = await fixture.Own(("Accounts:RequireSecondFactor", "true"));
        var (_, number) = await Incident(app);
        var tocho = await Session(app, "tocho");
        app.Clock.Advance(TimeSpan.FromMinutes(16));

        (await tocho.Post($"/api/incidents/{number}/restriction", Restriction)).Is(403, "office-may-not");
        (await tocho.Post("/api/step-up", new { proof = "chigau-password" })).Is(422, "proof-refused");
        Assert.Equal(204, (await tocho.Post("/api/step-up", new { proof = DemonstrationOrganisation.Password })).Code);
    }

    [Fact]
    public async Task Who_lacks_a_second_factor_sees_no_case_by_this_way()
    {
        await using var app = await fixture.Own(("Accounts:RequireSecondFactor", "true"));
        var (_, number) = await Incident(app);
        var page = await Opened.At(app, ProofPages.Path, Cookie(await SignIn(app, "192.0.2.20", "kanri")));

        var answer = await page.Post(ProofPages.Path, "192.0.2.20", ("Proof", DemonstrationOrganisation.Password), ("Return", $"/incidents/{number}/do/restrict-incident"), (KeptForm.Prefix + "restrict-incident.reason", "x"));

        Assert.Equal(303, answer.Code);
        Assert.DoesNotContain("メールの誤送信", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_asked_where_no_second_factor_is_demanded()
    {
        await using var app = await fixture.Own();
        var (csirt, number) = (await Session(app, "csirt"), await An.Incident(app));
        app.Clock.Advance(TimeSpan.FromMinutes(16));

        (await csirt.Post($"/api/incidents/{number}/restriction", Restriction)).Ok();
    }

    private static async Task<(SecondFactor Csirt, string Number)> Incident(App app)
    {
        var (csirt, number) = (await SecondFactor.SetUp(app, "csirt"), (await An.Report(app)).Number);
        (await csirt.Browser.Post($"/api/reports/{number}/evaluation", new EvaluateReport(Verdict.Incident, "外部への漏えいのおそれがある。", "メールの誤送信"))).Ok();
        return (csirt, number);
    }
}
