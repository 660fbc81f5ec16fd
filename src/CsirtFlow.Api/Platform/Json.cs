using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace CsirtFlow.Api.Platform;

/// <summary>How requests and answers are read and written: names of enums, unknown fields refused, no text that PostgreSQL could not keep.</summary>
public static class Json
{
    public static JsonSerializerOptions Strict { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = 16;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new NamedValueConverter());
        options.Converters.Add(new PlausibleMomentConverter());
        options.Converters.Add(new PlausibleDayConverter());
        options.Converters.Add(new KeepableTextConverter());
        return options;
    }
}

/// <summary>Drops what no text column keeps: NUL and other control characters but line breaks and tabs, and lone surrogates become U+FFFD.</summary>
public sealed class KeepableTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.String and not JsonTokenType.Null) throw new JsonException("a text is expected");
        try
        {
            return KeepableText.Of(reader.GetString());
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("the text holds half a surrogate pair", e);
        }
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    // Keys of dictionaries pass through the same door.
    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => KeepableText.Of(reader.GetString())!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
}
