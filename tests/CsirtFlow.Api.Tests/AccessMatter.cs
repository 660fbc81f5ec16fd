using System.Collections.Concurrent;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Reports;
using CsirtFlow.Api.Tests.Documents;
using CsirtFlow.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace CsirtFlow.Api.Tests;

/// <summary>One matter with all that an endpoint can be asked for.</summary>
/// <param name="Report">SHA-256 of the file that came with the report.</param>
/// <param name="Evidence">SHA-256 of a file that was kept with the incident.</param>
/// <param name="Copy">SHA-256 of a frozen copy of a document.</param>
/// <param name="Mail">SHA-256 of the mail that the report came by.</param>
/// <param name="Secret">Of the reporter.</param>
internal sealed record AccessMatter(string Number, string Report, string Evidence, string Copy, string Mail, string Secret)
{
    private static readonly ConcurrentDictionary<(App, string), (string Token, string Cookie)> tokens = new();

    /// <summary>A matter of the central station whose reporter is shokuin, with a system of another section that is being checked, a 名簿, a draft, an approved document, files and a mail.</summary>
    public static async Task<AccessMatter> Made(App app, string title)
    {
        var receipt = await An.Report(app, by: "shokuin");
        var (number, csirt) = (receipt.Number, app.As("csirt"));
        var (desk, sent) = (app.Services.GetRequiredService<CommandDesk>(), new Sent(new Caller(App.Organisation, "csirt", "test", "test")) { Files = [new("a.txt", "text/plain", System.Text.Encoding.UTF8.GetBytes(title))] });
        await desk.Take(number, new SupplementReport(System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("detail", "x")), sent, CancellationToken.None);
        (await csirt.Post($"/api/reports/{number}/evaluation", new EvaluateReport(Verdict.Incident, "外部への漏えいのおそれがある。", title))).Ok();
        await desk.Take(number, new PreserveEvidence("記録", "金庫"), sent, CancellationToken.None);
        (await csirt.Post($"/api/incidents/{number}/systems-checks", new OrderSystemsCheck(["shirei-system"], "確認", app.Clock.GetUtcNow().AddDays(1)))).Ok();
        (await csirt.PostBytes($"/api/incidents/{number}/persons?purpose=x", "氏名\n見本 太郎"u8.ToArray(), "text/csv")).Ok();
        var paper = await Paper.Drafted(app, number, "internal-first-report");
        await paper.Investigate("somu-shukan");
        await paper.Release();
        var mail = await An.Mail(app, $"Subject: {title}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nx\r\n--b--\r\n");
        (await csirt.Post($"/api/incoming-mails/{mail}/addition", new AddMailToReport(number))).Ok();
        var file = EvidenceStore.Describe(sent.Files[0]).Sha256;
        return new(number, file, file, (await paper.Now()).Document.Copies[0].Sha256, mail, receipt.ReceiptUrl.Split('/')[^1]);
    }

    /// <summary>The endpoint's address for this matter.</summary>
    public string Address(string endpoint) => endpoint.Split(' ')[1].Replace("{number:int}", "1", StringComparison.Ordinal).Replace("{number}", Number, StringComparison.Ordinal).Replace("{issue:int}", "1", StringComparison.Ordinal)
        .Replace("{issue}", "1", StringComparison.Ordinal).Replace("{list:int}", "1", StringComparison.Ordinal).Replace("{list}", "1", StringComparison.Ordinal).Replace("{form}", "internal-first-report", StringComparison.Ordinal)
        .Replace("{id}", "internal-first-report", StringComparison.Ordinal).Replace("{template}", "told", StringComparison.Ordinal).Replace("{name}", "told", StringComparison.Ordinal).Replace("{documentName?}", "v1", StringComparison.Ordinal)
        .Replace("{documentName}", "v1", StringComparison.Ordinal).Replace("{secret}", Secret, StringComparison.Ordinal).Replace("{token}", "x", StringComparison.Ordinal).Replace("{action}", "acknowledge", StringComparison.Ordinal)
        .Replace("{slug}", AccessTable.All[endpoint].Body?.Split('.')[0] ?? "", StringComparison.Ordinal)
        .Replace("{sha256}", endpoint.Contains("/copies/", StringComparison.Ordinal) ? Copy : endpoint.Contains("incoming-mails", StringComparison.Ordinal) ? Mail : endpoint.Contains("/reports/", StringComparison.Ordinal) ? Report : Evidence, StringComparison.Ordinal);

    /// <summary>Asks as a browser or a program does: with the token of a page where a form is posted.</summary>
    public async Task<Reply> Ask(App app, string person, string endpoint, string query = "")
    {
        var (client, address, body) = (Client(app, person), Address(endpoint) + query, AccessTable.All[endpoint].Body?.Replace("{number}", Number, StringComparison.Ordinal));
        // An open stream has no end.
        if (endpoint == "GET /queue/changes") return await client.Head(address);
        if (body is null) return await client.Get(address);
        if (address.StartsWith("/api/", StringComparison.Ordinal)) return await client.PostText(address, body, version: address == "/api/organisation" ? 1 : null);

        if (!tokens.TryGetValue((app, person), out var form)) tokens[(app, person)] = form = await Token(client, person);
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=', 2)).Select(f => KeyValuePair.Create(f[0], f[1])).Append(new("__RequestVerificationToken", form.Token))),
        };
        request.Headers.Add("Cookie", form.Cookie);
        return await client.Send(request);
    }

    /// <summary>csirt of the other organisation is asked for at its own address.</summary>
    private static Client Client(App app, string person) => person switch
    {
        "nobody" => app.Nobody,
        Elsewhere => app.As("csirt", "b", "b.example"),
        _ => app.As(person),
    };

    /// <summary>Somebody of another organisation of this installation.</summary>
    public const string Elsewhere = "b/csirt";

    private static async Task<(string, string)> Token(Client client, string person)
    {
        var page = await client.Get(person == "nobody" ? "/sign-in" : "/home");
        return (page.Text.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0], page.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("csirtflow-af", StringComparison.Ordinal)).Split(';')[0]);
    }
}
