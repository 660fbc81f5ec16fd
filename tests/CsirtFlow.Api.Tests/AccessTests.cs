using System.Text.RegularExpressions;
using CsirtFlow.Domain;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CsirtFlow.Api.Tests;

/// <summary>The table of allowed calls: every endpoint against one person of every office. Written by hand, so that a slip in the code does not write it too.</summary>
public sealed partial class AccessTests(AppFixture fixture)
{
    private const string Csirt = "csirt csirt3";
    private const string Chain = $"{Csirt} madoguchi shobocho kanri";
    private const string SeeReport = $"{Chain} kansa tocho shocho shokuin";
    private const string SeeIncident = $"{SeeReport} somu-shukan shirei-hosa";
    private const string SeeDocuments = $"{Chain} kansa tocho shocho somu-shukan shirei-hosa";
    private const string Desk = $"{Csirt} madoguchi shobocho";
    private const string Notifiers = "csirt madoguchi somu-shukan";
    private const string SignedIn = $"{SeeIncident} keibo-hosa keibo-kacho";

    // shokuin reported; tocho and shocho are of the section, keibo-* of another; shirei-hosa's system is being checked; somu-shukan and madoguchi are 総務.
    private static readonly string[] People = ["nobody", .. SignedIn.Split(' ')];

    /// <summary>Endpoint, who may, and a body that the policy refuses only after it has let the person in.</summary>
    private static readonly Dictionary<string, (string Who, string? Body)> Table = new()
    {
        ["POST /api/reports"] = ($"nobody {SignedIn}", """{"kinds":[],"emergencyImpact":"None","description":"","sectionId":""}"""),
        ["GET /api/reports/{number}"] = (SeeReport, null),
        ["GET /api/reports/{number}/events"] = (SeeReport, null),
        ["GET /api/reports/{number}/duties"] = (SeeReport, null),
        ["GET /api/reports/{number}/notices"] = (SeeReport, null),
        ["POST /api/reports/{number}/supplements"] = ($"{Chain} tocho shocho shokuin", """{"answers":{}}"""),
        ["POST /api/reports/{number}/section"] = ($"{Csirt} madoguchi", """{"sectionId":""}"""),
        ["POST /api/reports/{number}/passing-up"] = ("tocho", """{"to":[]}"""),
        ["POST /api/reports/{number}/instructions"] = ("shocho shobocho kanri", """{"instruction":""}"""),
        ["POST /api/reports/{number}/unnecessary-duties"] = ($"{Csirt} tocho shocho shobocho kanri", """{"duty":"","reason":""}"""),
        ["POST /api/reports/{number}/carried-out-duties"] = ($"{Csirt} tocho shocho shobocho kanri", """{"duty":"","account":""}"""),
        ["POST /api/reports/{number}/evaluation"] = (Csirt, """{"verdict":"Incident","grounds":""}"""),
        ["POST /api/reports/{number}/revocation"] = ("csirt", """{"reason":"","grounds":""}"""),
        ["POST /api/reports/{number}/notes"] = ($"{Chain} tocho shocho", """{"text":""}"""),
        ["POST /api/reports/{number}/undone-join"] = (Csirt, """{"reason":""}"""),
        ["POST /api/reports/{number}/answer"] = ($"{Csirt} madoguchi", """{"answer":""}"""),

        ["GET /api/incidents"] = (SignedIn, null),
        ["GET /api/incidents/{number}"] = (SeeIncident, null),
        ["GET /api/incidents/{number}/events"] = (SeeIncident, null),
        ["GET /api/incidents/{number}/duties"] = (SeeIncident, null),
        ["GET /api/incidents/{number}/notices"] = (SeeIncident, null),
        ["GET /api/incidents/{number}/documents"] = (SeeDocuments, null),
        ["GET /api/incidents/{number}/documents/{form}"] = (SeeDocuments, null),
        ["GET /api/incidents/{number}/verification"] = (SeeDocuments, null),
        ["GET /api/incidents/{number}/drafts"] = (SeeDocuments, null),
        ["POST /api/incidents/{number}/drafts"] = ($"{Csirt} somu-shukan madoguchi", """{"form":"soumu-fukushima-incident-report"}"""),
        ["GET /api/incidents/{number}/drafts/{form}/{issue}"] = (SeeDocuments, null),
        ["POST /api/incidents/{number}/drafts/{form}/{issue}/revision"] = ($"{Csirt} somu-shukan madoguchi", """{"fields":{}}"""),
        ["POST /api/incidents/{number}/drafts/{form}/{issue}/submission"] = ($"{Csirt} somu-shukan madoguchi", """{"content":""}"""),
        ["POST /api/incidents/{number}/drafts/{form}/{issue}/permission"] = ("tocho", """{"content":""}"""),
        ["POST /api/incidents/{number}/drafts/{form}/{issue}/return"] = ("tocho shobocho kanri", """{"reason":""}"""),
        ["POST /api/incidents/{number}/drafts/{form}/{issue}/approval"] = ("shobocho kanri", """{"content":""}"""),
        ["POST /api/incidents/{number}/drafts/{form}/{issue}/filing"] = ($"{Csirt} somu-shukan madoguchi", """{"serves":[],"addressee":"","filingChannel":""}"""),
        ["POST /api/incidents/{number}/drafts/{form}/{issue}/publication-checks"] = ($"{Csirt} somu-shukan madoguchi", """{"check":"NoAttackDetail","content":""}"""),
        ["POST /api/incidents/{number}/drafts/{form}/{issue}/withdrawal"] = ($"{Csirt} somu-shukan madoguchi", """{"reason":""}"""),
        ["POST /api/incidents/{number}/drafts/{form}/{issue}/review"] = ("shobocho kanri kansa", """{"remark":""}"""),
        ["GET /api/forms"] = (SignedIn, null),
        ["GET /api/forms/{form}"] = (SignedIn, null),
        ["GET /api/forms/{form}/text"] = (SignedIn, null),
        ["POST /api/forms/{form}/revision"] = ("csirt madoguchi somu-shukan", """{"text":"","reason":""}"""),
        ["POST /api/forms/{form}/approval"] = ("shobocho kanri", """{"content":""}"""),
        ["POST /api/forms/{form}/return"] = ("shobocho kanri", """{"reason":""}"""),
        ["POST /api/forms/{form}/withdrawal"] = ("csirt madoguchi somu-shukan", """{"reason":""}"""),
        ["GET /api/templates"] = (SignedIn, null),
        ["GET /api/templates/{template}"] = (SignedIn, null),
        ["POST /api/templates/{template}/revision"] = ("csirt madoguchi somu-shukan", """{"text":"","reason":""}"""),
        ["POST /api/templates/{template}/approval"] = ("shobocho kanri", """{"content":""}"""),
        ["POST /api/templates/{template}/return"] = ("shobocho kanri", """{"reason":""}"""),
        ["POST /api/templates/{template}/withdrawal"] = ("csirt madoguchi somu-shukan", """{"reason":""}"""),
        ["POST /api/incidents/{number}/nature"] = ($"{Csirt} shobocho", """{"nature":{},"grounds":""}"""),
        ["POST /api/incidents/{number}/severity"] = (Csirt, """{"factors":{},"severity":"Low"}"""),
        ["POST /api/incidents/{number}/ciso-reports"] = (Csirt, """{"summary":""}"""),
        ["POST /api/incidents/{number}/acknowledgements"] = ($"{Csirt} shobocho kanri", "{}"),
        ["POST /api/incidents/{number}/orders"] = (Csirt, """{"kind":"Recovery","sectionId":"chuo","instruction":"","due":"2030-05-01T00:00:00Z"}"""),
        ["POST /api/incidents/{number}/carried-out-orders"] = ("tocho shocho", """{"order":1,"account":""}"""),
        ["POST /api/incidents/{number}/verified-orders"] = (Csirt, """{"order":99,"accepted":true}"""),
        ["POST /api/incidents/{number}/systems-checks"] = (Csirt, """{"systemIds":[],"instruction":"","due":"2030-05-01T00:00:00Z"}"""),
        ["POST /api/incidents/{number}/systems-check-answers"] = ("shirei-hosa", """{"systemId":"shirei-system","found":false,"account":""}"""),
        ["POST /api/incidents/{number}/related-incidents"] = (Csirt, """{"systemId":"","title":"","grounds":""}"""),
        ["POST /api/incidents/{number}/cause"] = (Csirt, """{"determined":true}"""),
        ["POST /api/incidents/{number}/evidence"] = ($"{Csirt} shirei-hosa", """{"item":"","place":""}"""),
        ["POST /api/incidents/{number}/confirmed-inventory"] = (Csirt, """{"remark":""}"""),
        ["POST /api/incidents/{number}/prevention-plan"] = (Csirt, """{"summary":"","measures":[]}"""),
        ["POST /api/incidents/{number}/ciso-instruction"] = ("kanri", """{"instruction":"AsPlanned"}"""),
        ["POST /api/incidents/{number}/done-measures"] = ("tocho shocho", """{"measure":1,"account":""}"""),
        ["POST /api/incidents/{number}/verified-measures"] = (Csirt, """{"measure":1}"""),
        ["POST /api/incidents/{number}/returned-measures"] = ("shobocho kanri", """{"measure":1,"reason":"","due":"2030-05-01"}"""),
        ["POST /api/incidents/{number}/handovers"] = ($"{Csirt} madoguchi tocho shocho shirei-hosa somu-shukan", """{"to":"","text":""}"""),
        ["POST /api/incidents/{number}/received-handovers"] = ($"{Csirt} madoguchi tocho shocho shirei-hosa somu-shukan", """{"handover":99}"""),
        ["POST /api/incidents/{number}/closure"] = ("csirt", "{}"),
        ["POST /api/incidents/{number}/reopening"] = ("csirt shobocho kanri", """{"reason":""}"""),
        ["POST /api/incidents/{number}/restriction"] = ("csirt shobocho kanri", """{"personIds":[],"reason":""}"""),
        ["POST /api/incidents/{number}/notes"] = ($"{Chain} tocho shocho shirei-hosa somu-shukan", """{"text":""}"""),
        ["POST /api/incidents/{number}/corrections"] = ($"{Chain} tocho shocho shirei-hosa somu-shukan", """{"event":0,"correction":"","reason":""}"""),
        ["POST /api/incidents/{number}/course-entries"] = ($"{Csirt} madoguchi somu-shukan", """{"event":0,"shown":false}"""),
        ["POST /api/incidents/{number}/work"] = (Csirt, """{"text":""}"""),
        ["POST /api/incidents/{number}/usual-work"] = (Csirt, "{}"),
        ["POST /api/incidents/{number}/finished-work"] = ($"{Csirt} madoguchi tocho shocho shirei-hosa somu-shukan", """{"work":0}"""),
        ["POST /api/incidents/{number}/links"] = (Csirt, """{"number":"","reason":""}"""),
        ["POST /api/incidents/{number}/undone-links"] = (Csirt, """{"number":"","reason":""}"""),
        ["POST /api/incidents/{number}/exemption-requests"] = ("tocho shirei-hosa", """{"provision":"","instead":"","reason":"","until":"2030-05-01"}"""),
        ["POST /api/incidents/{number}/exemption-decisions"] = ("kanri", """{"exemption":99,"permitted":true}"""),
        ["POST /api/incidents/{number}/emergency-exemptions"] = ("tocho shirei-hosa", """{"provision":"","instead":"","reason":""}"""),
        ["POST /api/incidents/{number}/unnecessary-duties"] = ($"{Chain} tocho shocho shirei-hosa somu-shukan", """{"duty":"","reason":""}"""),
        ["POST /api/incidents/{number}/carried-out-duties"] = ($"{Chain} tocho shocho shirei-hosa somu-shukan", """{"duty":"","account":""}"""),
        ["POST /api/incidents/{number}/facts"] = ($"{Csirt} madoguchi somu-shukan", """{"facts":{}}"""),
        ["POST /api/incidents/{number}/personal-data-assessment"] = ($"{Csirt} madoguchi somu-shukan", """{"facts":{},"knewAt":"2031-01-01T00:00:00Z"}"""),
        ["GET /api/incidents/{number}/personal-data-assessment"] = (SeeIncident, null),
        ["POST /api/incidents/{number}/personal-data-assessment/trial"] = (SeeIncident, """{"facts":{}}"""),
        ["POST /api/incidents/{number}/not-reportable"] = ("shobocho kanri", """{"reason":""}"""),
        ["POST /api/incidents/{number}/filings"] = ($"{Csirt} madoguchi somu-shukan", """{"form":"","serves":[],"addressee":"","filingChannel":""}"""),
        ["POST /api/incidents/{number}/corrected-filings"] = ($"{Csirt} madoguchi somu-shukan", """{"filing":99,"reason":""}"""),
        ["POST /api/incidents/{number}/notified-persons"] = (Notifiers, "{}"),
        ["GET /api/incidents/{number}/persons"] = (SeeDocuments, null),
        ["POST /api/incidents/{number}/persons"] = (Notifiers, "{}"),
        ["POST /api/incidents/{number}/persons/{list}/opening"] = (Notifiers, "{}"),
        ["POST /api/incidents/{number}/persons/{list}/letters"] = (Notifiers, """{"format":"Page"}"""),
        ["POST /api/incidents/{number}/persons/{list}/returned-letters"] = (Notifiers, """{"letters":0}"""),
        ["POST /api/incidents/{number}/persons/{list}/deletion-proposal"] = (Notifiers, """{"reason":""}"""),
        ["POST /api/incidents/{number}/persons/{list}/declined-deletion"] = ("shobocho kanri", """{"reason":""}"""),
        ["POST /api/incidents/{number}/persons/{list}/deletion"] = ("shobocho kanri", "{}"),
        ["POST /api/incidents/{number}/publications"] = ("madoguchi somu-shukan", """{"medium":"","title":""}"""),
        ["POST /api/incidents/{number}/withdrawn-publications"] = ("shobocho kanri madoguchi somu-shukan", """{"publication":99,"reason":"","account":""}"""),
        ["POST /api/incidents/{number}/follow-ups"] = ($"{Csirt} madoguchi somu-shukan", """{"to":"Public","content":"","due":"2020-01-01T00:00:00Z"}"""),
        ["POST /api/incidents/{number}/publication-judgements"] = ("kanri", """{"verdict":"Publish","reach":"","reason":""}"""),
        ["POST /api/incidents/{number}/shared-information"] = (Csirt, """{"with":"","tlp":"Amber","content":""}"""),

        ["POST /api/sign-in"] = ($"nobody {SignedIn}", "{}"),
        ["POST /api/step-up"] = (SignedIn, "{}"),
        ["POST /api/sign-out"] = ($"nobody {SignedIn}", "{}"),

        ["GET /api/notices"] = ($"{Desk} kansa", null),
        ["POST /api/notices/resend"] = (Desk, "{}"),
        ["POST /api/notices/acknowledgement"] = ($"{Csirt} madoguchi tocho", "{}"),
        ["GET /api/dead-letters"] = ($"{Desk} kansa", null),
        ["POST /api/dead-letters/replay"] = (Desk, """{"ids":[]}"""),

        ["GET /api/record"] = ("csirt kansa kanri shobocho", null),
        ["POST /api/record/verifications"] = ("csirt kansa kanri shobocho", "{}"),
        ["GET /api/incoming-mails"] = ($"{Chain} kansa", null),
        ["GET /api/incoming-mails/{sha256}"] = ($"{Chain} kansa", null),
        ["POST /api/incoming-mails/{sha256}/report"] = ($"{Csirt} madoguchi", "{}"),
        ["POST /api/incoming-mails/{sha256}/addition"] = ($"{Csirt} madoguchi", """{"number":""}"""),
        ["POST /api/incoming-mails/{sha256}/dismissal"] = ($"{Csirt} madoguchi", """{"because":""}"""),

        ["GET /api/deadlines"] = ($"{Chain} kansa somu-shukan", null),

        ["GET /api/organisation"] = (SignedIn, null),
        ["POST /api/organisation"] = ("csirt shobocho kanri", """{"id":"default","name":""}"""),
        ["POST /api/organisation/absences"] = (SignedIn, """{"from":"2030-05-02T00:00:00Z","until":"2030-05-01T00:00:00Z"}"""),
    };

    public static TheoryData<string> Endpoints => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Each_endpoint_lets_in_whom_the_table_names_and_nobody_else(string endpoint)
    {
        var (method, path) = (endpoint.Split(' ')[0], endpoint.Split(' ')[1]);
        // Whoever signs out is out at once, in every test that shares the session.
        var app = path == "/api/sign-out" ? await fixture.Own() : await fixture.Shared();
        var url = path.Replace("{form}", "internal-first-report", StringComparison.Ordinal).Replace("{template}", "told", StringComparison.Ordinal).Replace("{number}", await Case(app, incident: path.StartsWith("/api/incidents", StringComparison.Ordinal)), StringComparison.Ordinal).Replace("{issue}", "1", StringComparison.Ordinal).Replace("{list}", "1", StringComparison.Ordinal).Replace("{sha256}", await An.Mail(app, $"Subject: {endpoint}\r\n\r\nx"), StringComparison.Ordinal) + await Query(app, path);

        var allowed = new List<string>();
        foreach (var person in People)
        {
            var client = person == "nobody" ? app.Nobody : app.As(person);
            var answer = method == "GET" ? await client.Get(url) : await client.PostText(url, Table[endpoint].Body!, version: path == "/api/organisation" ? 1 : null);
            Assert.True(answer.Code < 500, $"{person}: {answer.Text}");
            if (answer.Code is not (401 or 403 or 404)) allowed.Add(person);
            Assert.Equal(person == "nobody" && !allowed.Contains(person), answer.Code == 401);
        }

        Assert.Equal(Table[endpoint].Who.Split(' ').Order(), allowed.Order());
    }

    [Fact]
    public async Task Every_endpoint_of_the_API_stands_in_the_table()
    {
        var there = (await fixture.Shared()).Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) == true)
            .SelectMany(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} /{e.RoutePattern.RawText!.TrimStart('/')}"));

        Assert.Equal(Table.Keys.Order(), there.Distinct().Order());
    }

    private static async Task<string> Query(App app, string path)
    {
        if (!Notice().IsMatch(path)) return "";

        var number = await Case(app, incident: false);
        await app.Quiet();
        return $"?id={Uri.EscapeDataString($"notice/{number}/r1/tocho")}";
    }

    private static async Task<string> Case(App app, bool incident)
    {
        if (!incident) return (await An.Report(app, by: "shokuin")).Number;

        var number = await An.Incident(app, by: "shokuin");
        (await app.As("csirt").Post($"/api/incidents/{number}/systems-checks", new OrderSystemsCheck(["shirei-system"], "確認", app.Clock.GetUtcNow().AddDays(1)))).Ok();
        (await app.As("csirt").Post($"/api/incidents/{number}/drafts", new DraftDocument("internal-first-report"))).Ok();
        (await app.As("csirt").PostBytes($"/api/incidents/{number}/persons?purpose=x", "氏名\n見本 太郎"u8.ToArray(), "text/csv")).Ok();
        return number;
    }

    [GeneratedRegex("^/api/notices/", RegexOptions.None, 1000)]
    private static partial Regex Notice();
}
