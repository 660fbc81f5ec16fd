using System.Collections.Immutable;
using CsirtFlow.Api.Documents;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests.Documents;

/// <summary>One 文書 in the hands of its people, through the API.</summary>
internal sealed class Paper(App app, string number, string form, int issue)
{
    /// <summary>At the API.</summary>
    public string Path { get; } = $"/api/incidents/{number}/drafts/{form}/{issue}";

    public string Page { get; } = $"/incidents/{number}/documents/{form}/{issue}";

    public static async Task<Paper> Drafted(App app, string number, string form, string by = "somu-shukan", int issue = 1, string reason = "", bool final = false)
    {
        (await app.As(by).Post($"/api/incidents/{number}/drafts", new DraftDocument(form, final, reason))).Ok();
        return new(app, number, form, issue);
    }

    public async Task<DocumentAnswer> Now() => (await app.As("csirt").Get(Path)).Ok().Read<DocumentAnswer>();

    public Task<Reply> Try(string who, string step, object command) => app.As(who).Post($"{Path}/{step}", command);

    public async Task<Reply> Revise(string who, params (string Key, string Text)[] rows)
    {
        var fields = (await Now()).Document.Fields;
        return await Try(who, "revision", new ReviseDocument(rows.ToImmutableDictionary(r => r.Key, r => new FieldRevision(fields.GetValueOrDefault(r.Key)?.Text ?? "", r.Text, FactState.Confirmed))));
    }

    /// <summary>Whatever is required and not known is being investigated.</summary>
    public async Task Investigate(string who) =>
        (await Try(who, "revision", new ReviseDocument((await Now()).Missing.ToImmutableDictionary(key => key, _ => new FieldRevision("", "", FactState.UnderInvestigation))))).Ok();

    public async Task<Reply> Submit(string who) => await Try(who, "submission", new SubmitDocument((await Now()).Content));

    public async Task<Reply> Permit(string who, string? unavoidable = null) => await Try(who, "permission", new PermitDocument((await Now()).Content, unavoidable));

    public async Task<Reply> Approve(string who, string? unavoidable = null) => await Try(who, "approval", new ApproveDocument((await Now()).Content, unavoidable));

    /// <summary>Asked for by administration, permitted by the station where it goes out, approved by the supervising officer.</summary>
    public async Task Release()
    {
        (await Submit("somu-shukan")).Ok();
        if ((await Now()).Document.Stage is DocumentStage.AwaitsPermission) (await Permit("tocho")).Ok();
        (await Approve("shobocho")).Ok();
    }

    public Task<Reply> File(string who, string addressee, string channel, string receipt = "") => Try(who, "filing", new FileDocument(addressee, channel, ReceiptNumber: receipt));

    /// <summary>The text as it stands before it is approved.</summary>
    public async Task<string> Text() => (await app.As("csirt").Get($"{Page}/paper?format=txt")).Ok().Text;

    /// <summary>The text as it was frozen.</summary>
    public async Task<string> Frozen()
    {
        var copy = (await Now()).Document.Copies.Single(c => c.ContentType == "text/plain");
        return (await app.As("csirt").Get($"{Page}/copies/{copy.Sha256}")).Ok().Text;
    }
}
