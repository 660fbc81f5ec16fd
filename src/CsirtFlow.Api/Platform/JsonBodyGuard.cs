using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace CsirtFlow.Api.Platform;

/// <summary>Reads the body of an API request once before its endpoint does, so that bad JSON and unknown fields get a clear sentence instead of an empty 400.</summary>
public static class JsonBodyGuard
{
    /// <summary>Largest JSON body, in bytes.</summary>
    public const int LargestBody = 256 * 1024;

    public static IApplicationBuilder UseJsonBodyGuard(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.Request.Path.StartsWithSegments("/api") && http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is { } type && HttpMethods.IsPost(http.Request.Method))
            await Read(http, type);
        await next();
    });

    private static async Task Read(HttpContext http, Type type)
    {
        if (!http.Request.HasJsonContentType()) throw new BadRequestException("Content-Type は application/json にしてください。", "Content-Type must be application/json.", StatusCodes.Status415UnsupportedMediaType, "json-expected");
        if (http.Request.ContentLength > LargestBody) throw new BadHttpRequestException("", StatusCodes.Status413PayloadTooLarge);

        http.Request.EnableBuffering(LargestBody, LargestBody);
        try
        {
            if (await JsonSerializer.DeserializeAsync(http.Request.Body, type, Json.Strict, http.RequestAborted) is null) throw new BadRequestException("JSON が空です。", "The JSON is empty.");
        }
        catch (JsonException e)
        {
            throw new BadRequestException(Sentence(e), "The JSON cannot be read.", code: "bad-json", inner: e);
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            throw new BadHttpRequestException("", StatusCodes.Status413PayloadTooLarge, e);
        }
        http.Request.Body.Position = 0;
    }

    internal static string Sentence(JsonException e)
    {
        var where = e.Path is { Length: > 1 } path ? $"（{KeepableText.Of(path)}）" : "";
        return e.Message switch
        {
            var m when m.Contains("could not be mapped", StringComparison.Ordinal) => $"知らない項目があります{where}。",
            var m when m.Contains("missing required", StringComparison.Ordinal) => $"必要な項目がありません：{string.Join("、", m.Split('\'').Where((_, i) => i % 2 == 1).Skip(1))}。",
            var m when m.Contains(Json.Gap, StringComparison.Ordinal) => $"一覧の中に null は書けません{where}。",
            var m when m.Contains("Duplicate property", StringComparison.Ordinal) => $"同じ項目が2回あります{where}。",
            var m when m.Contains("could not be converted", StringComparison.Ordinal) => $"値の形式が正しくありません{where}。",
            _ => $"JSON として読めません{where}。",
        };
    }
}
