using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CsirtFlow.Api.Platform;

/// <summary>Moments that anything here can be about: the years for which holidays are known. Others are slips of the keyboard and would break every later count.</summary>
public static class PlausibleTime
{
    public const int FirstYear = 2020;
    public const int LastYear = 2098;

    public static bool Is(DateTimeOffset at) => at.UtcDateTime.Year is >= FirstYear and <= LastYear;
}

public sealed class PlausibleMomentConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var at) && PlausibleTime.Is(at) ? at : throw new JsonException("could not be converted to a moment");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

public sealed class PlausibleDayConverter : JsonConverter<DateOnly>
{
    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && DateOnly.TryParseExact(reader.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= PlausibleTime.FirstYear and <= PlausibleTime.LastYear ? day : throw new JsonException("could not be converted to a day");

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
