using CsirtFlow.Api.Board;
using CsirtFlow.Api.Forms;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Tests.Documents;
using CsirtFlow.Domain;
using CsirtFlow.Notifications.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace CsirtFlow.Api.Tests;

/// <summary>緊急時対応訓練 (31-3): the whole chain under another host name, marked throughout, and nothing of it reaches what is real.</summary>
public sealed class DrillTests(AppFixture fixture)
{
    private const string Host = "kunren.example";

    [Fact]
    public async Task A_drill_is_marked_on_every_page_mail_and_document_and_counts_nowhere()
    {
        await using var app = await fixture.Own(("Organisations:" + Host, "drill"), ("PublicUrl", "https://csirt.example"));
        await Prepare(app);
        var nobody = new Client(app, () => Task.FromResult<string?>(null), Host);
        Client As(string person) => app.As(person, "drill", Host);

        var form = (await nobody.Get("/report")).Ok().Text;
        Assert.Contains("<title>【訓練中】", form, StringComparison.Ordinal);
        Assert.Contains("href=\"https://csirt.example/report\"", form, StringComparison.Ordinal);

        var number = (await nobody.Post("/api/reports", An.Occurrence)).Ok().Json.GetProperty("number").GetString()!;
        (await As("csirt").Post($"/api/reports/{number}/evaluation", new EvaluateReport(Verdict.Incident, "宛先の誤り", "メールの誤送信"))).Ok();
        await app.Quiet();
        Assert.All(app.Mails(number), m => Assert.StartsWith("【訓練】", m.Subject, StringComparison.Ordinal));
        Assert.StartsWith("訓R12-", number, StringComparison.Ordinal);
        Assert.All(app.Mails(number), m => Assert.Matches($"https://{Host}/notices/open/[0-9a-f]{{64}}\\.[0-9a-f]{{32}}", m.TextBody));
        Assert.Equal($"/reports/{Uri.EscapeDataString(number)}", (await As("csirt").Get($"/reports/{Uri.EscapeDataString(number)}/receive")).Headers.Location?.ToString());
        Assert.Contains(number, (await As("csirt").Get($"/incidents/{Uri.EscapeDataString(number)}")).Ok().Text, StringComparison.Ordinal);
        Assert.NotEmpty(app.Mails(number));

        foreach (var format in new[] { "html", "txt" })
            Assert.Contains("【訓練　下書き】", (await As("csirt").Get($"/api/incidents/{number}/documents/soumu-fukushima-incident-report?format={format}")).Ok().Text, StringComparison.Ordinal);
        Assert.Contains("【訓練】", (await As("kansa").Get($"/incidents/{number}/duties/document?format=txt")).Ok().Text, StringComparison.Ordinal);

        Assert.Empty((await app.As("csirt").Get("/api/incidents?show=all")).Ok().Read<CaseList>().Cases);
        Assert.DoesNotContain("訓練中", (await app.Nobody.Get("/report")).Ok().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_another_drill_contacts_and_accounts_follow_and_the_last_drill_stays()
    {
        await using var app = await fixture.Own(("Organisations:" + Host, "drill"));
        await Prepare(app);
        var number = (await new Client(app, () => Task.FromResult<string?>(null), Host).Post("/api/reports", An.Occurrence)).Ok().Json.GetProperty("number").GetString()!;
        await app.Revise(o => o with { Name = "改称消防組合" });

        await Prepare(app);

        var drill = (await app.As("csirt", "drill", Host).Get("/api/organisation")).Ok().Read<Organisation>();
        Assert.Equal(("改称消防組合", new Uri("http://127.0.0.1:5080")), (drill.Name, drill.Drill?.RealAddress));
        (await app.As("csirt", "drill", Host).Get($"/api/reports/{number}")).Ok();
    }

    [Fact]
    public async Task A_drill_is_held_with_the_forms_in_force_and_what_is_revised_in_it_stays_in_it()
    {
        const string Path = "/api/forms/internal-first-report";
        await using var app = await fixture.Own(("Organisations:" + Host, "drill"));
        await Prepare(app);
        async Task Revise(Func<string, Client> at, string title)
        {
            (await at("csirt").Post($"{Path}/revision", new ProposeFormRevision((FormDefinition.All.Single(f => f.Id == "internal-first-report") with { Title = title }).ToJson(), "題名"))).Ok();
            (await at("kanri").Post($"{Path}/approval", new ApproveFormRevision((await at("kanri").Get(Path)).Ok().Read<FormAnswer>().Proposal!.Content))).Ok();
        }
        async Task<(string, int?)> At(Func<string, Client> at) => (await at("csirt").Get(Path)).Ok().Read<FormAnswer>() is var form ? (form.Title, form.Version) : default;
        Client Drill(string person) => app.As(person, "drill", Host);

        await Revise(p => app.As(p), "庁内速報");
        app.Services.GetRequiredService<FormDirectory>().Forget("drill");
        Assert.Equal(("庁内速報", 2), await At(Drill));
        await Revise(Drill, "訓練の速報");

        Assert.Equal(("訓練の速報", 3), await At(Drill));
        Assert.Equal(("庁内速報", 2), await At(p => app.As(p)));
    }

    [Fact]
    public async Task Nobody_makes_a_drill_real_or_holds_one_in_a_real_organisation()
    {
        await using var app = await fixture.Own(("Organisations:" + Host, "drill"), ("Organisations:b.example", "b"));
        await Prepare(app);
        var csirt = app.As("csirt", "drill", Host);
        var read = (await csirt.Get("/api/organisation")).Ok();

        (await csirt.Post("/api/organisation", read.Read<Organisation>() with { Drill = null }, read.Version)).Ok();
        Assert.NotNull((await csirt.Get("/api/organisation")).Ok().Read<Organisation>().Drill);

        var (status, said) = await AppFixture.Operate("seed-demo", app.Database, ("Organisation", "b"));
        Assert.True(status == 0, said);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Prepare(app, "b.example"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Prepare(app, "localhost"));
    }

    private static async Task Prepare(App app, string host = Host)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DrillGround>().Prepare(host, TestContext.Current.CancellationToken);
    }
}
