using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace CsirtFlow.Api.Platform;

/// <summary>How requests and answers are read and written: names of enums, unknown fields refused, no text that PostgreSQL could not keep.</summary>
public static class Json
{
    /// <summary>What is said of a list or a table that holds null.</summary>
    public const string Gap = "null in a list";

    public static JsonSerializerOptions Strict { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = 16;
        // Two readers may each believe another one of them.
        options.AllowDuplicateProperties = false;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(RefuseGaps);
        options.Converters.Add(new NamedValueConverter());
        options.Converters.Add(new PlausibleMomentConverter());
        options.Converters.Add(new PlausibleDayConverter());
        options.Converters.Add(new KeepableTextConverter());
        return options;
    }

    // What the types say about null holds for properties alone, not for the elements of a list or the values of a table.
    private static void RefuseGaps(JsonTypeInfo type)
    {
        if (type.Kind is JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary) type.OnDeserialized += Check;

        static void Check(object read)
        {
            if (read is IDictionary table ? table.Values.Cast<object?>().Contains(null) : read is IEnumerable list && list.Cast<object?>().Contains(null)) throw new JsonException(Gap);
        }
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
