using System.Globalization;
using CsirtFlow.Domain;
using Microsoft.Net.Http.Headers;

namespace CsirtFlow.Api.Platform;

/// <summary>What every command endpoint does with the request around its body: If-Match, Idempotency-Key, ETag.</summary>
public static class Answers
{
    public static Sent Sent(this HttpContext http) => new(Caller.Of(http, "api"), ExpectedVersion(http.Request), IdempotencyKey(http.Request));

    public static async Task<IResult> Take(this CommandDesk desk, string number, ICommand<Report, ReportEvent> command, HttpContext http) =>
        Answer(http, await desk.Take(number, command, http.Sent(), http.RequestAborted));

    public static async Task<IResult> Take(this CommandDesk desk, string number, ICommand<Incident, IncidentEvent> command, HttpContext http) =>
        Answer(http, await desk.Take(number, command, http.Sent(), http.RequestAborted));

    public static string ETag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    public static string? IdempotencyKey(HttpRequest request)
    {
        var key = request.Headers["Idempotency-Key"].ToString();
        return key.Length switch
        {
            0 => null,
            > 100 => throw new BadRequestException("Idempotency-Key は100文字以下にしてください。", "Idempotency-Key may have 100 characters at most."),
            _ => KeepableText.Of(key),
        };
    }

    public static IResult Answer(HttpContext http, CommandOutcome outcome)
    {
        http.Response.Headers.ETag = ETag(outcome.Version);
        return Results.Json(outcome, Json.Strict);
    }

    private static long? ExpectedVersion(HttpRequest request)
    {
        var header = request.Headers.IfMatch.ToString();
        if (header.Length == 0 || header == "*") return null;

        return EntityTagHeaderValue.TryParse(header, out var tag) && long.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new BadRequestException("If-Match は ETag の値（例 \"3\"）にしてください。", "If-Match must be the value of an ETag (such as \"3\").");
    }
}
