using System.Text.Json;
using System.Text.Json.Serialization;

namespace CsirtFlow.Api.Platform;

/// <summary>Reads an enum by the one name that it has: no numbers, no lists of names, nothing undefined.</summary>
public sealed class NamedValueConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Named<>).MakeGenericType(typeToConvert))!;

    private sealed class Named<T> : JsonConverter<T> where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Name(reader.GetString()) is { } name ? Enum.Parse<T>(name) : throw new JsonException($"could not be converted to {typeof(T).Name}");

        private static string? Name(string? text) => Enum.GetNames<T>().FirstOrDefault(n => n.Equals(text, StringComparison.OrdinalIgnoreCase));

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
