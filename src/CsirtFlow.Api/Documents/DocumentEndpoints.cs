using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using CsirtFlow.Notifications.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Net.Http.Headers;
using Wolverine.Http;

namespace CsirtFlow.Api.Documents;

/// <summary>文書: prefilled from the events, each re-creatable as of any moment. Nothing is sent from here.</summary>
public static class DocumentEndpoints
{
    public const string StylesheetPath = "/css/document.css";

    private const int LongestFileName = 80;

    private static readonly Lazy<EntityTagHeaderValue> StylesheetTag = new(() =>
        new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(HtmlRenderer.Stylesheet)))[..16]}\""));

    /// <summary>GET …/documents?asOf= — every form with 確定・調査中・未記入, its filings and its links.</summary>
    [WolverineGet("/api/incidents/{number}/documents")]
    public static async Task<ImmutableArray<DocumentListing>> List(string number, DocumentReader documents, HttpContext http) =>
        await documents.List(Caller.Of(http, "api"), number, BoardEndpoints.AsOf(http.Request.Query), http.RequestAborted);

    /// <summary>GET …/documents/{form}?format=html|docx|txt&amp;asOf=&amp;issue= — issue 1 to 99, or <c>final</c> for 最終報.</summary>
    [WolverineGet("/api/incidents/{number}/documents/{form}")]
    public static async Task<IResult> Get(string number, string form, DocumentReader documents, HttpContext http)
    {
        var format = DocumentFormats.Asked(http);
        var (issue, final) = Issue(http.Request.Query["issue"].ToString());
        var file = await documents.Open(Caller.Of(http, "api"), number, BoardEndpoints.AsOf(http.Request.Query), http.RequestAborted);
        var definition = DocumentBinder.Form(file, form);
        if (DocumentBinder.Refusal(file, definition) is { } refusal) throw new PolicyViolationException(refusal);

        var document = DocumentBinder.Document(file, new DocumentWish(definition, final ? null : issue ?? DocumentBinder.NextIssue(file, definition)));
        return DocumentFormats.Answer(document, format, extension => FileName(number, document.Title, extension), file.AsOf);
    }

    /// <summary>The stylesheet of the documents, on screen and on paper.</summary>
    [WolverineGet(StylesheetPath), AllowAnonymous]
    public static IResult Stylesheet(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.File(Encoding.UTF8.GetBytes(HtmlRenderer.Stylesheet), "text/css; charset=utf-8", entityTag: StylesheetTag.Value);
    }

    /// <summary>「R8-0017_情報セキュリティインシデント報告書（第1報）.docx」: nothing in it that a file system minds.</summary>
    public static string FileName(string number, string title, string extension)
    {
        var safe = string.Concat($"{number}_{title}".EnumerateRunes().Where(r => !Rune.IsControl(r) && Rune.GetUnicodeCategory(r) is not UnicodeCategory.Format && r.Value is not ('\\' or '/' or ':' or '*' or '?' or '"' or '<' or '>' or '|'))
            .Take(LongestFileName).Select(r => r.ToString()));
        return $"{safe.Trim(' ', '.')}.{extension}";
    }

    private static (int? Issue, bool Final) Issue(string text) => text switch
    {
        "" => (null, false),
        "final" => (null, true),
        _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= DocumentBinder.LastIssue => (n, false),
        _ => throw new BadRequestException("issue は1から99までの数、又は final にしてください。", "issue must be a number from 1 to 99, or final."),
    };
}
