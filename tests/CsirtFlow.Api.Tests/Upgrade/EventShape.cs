using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Marten;
using Marten.Services;

namespace CsirtFlow.Api.Tests.Upgrade;

/// <summary>How an event lies in the store: its members, and theirs, by name and kind. Names of types and of enum values are no part of it.</summary>
internal static class EventShape
{
    public static string Of(IDocumentStore store, Type type)
    {
        JsonSerializerOptions options = null!;
        ((SystemTextJsonSerializer)store.Options.Serializer()).Configure(o => options ??= new JsonSerializerOptions(o) { TypeInfoResolver = o.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver() });
        return Of(options, type, []);
    }

    private static string Of(JsonSerializerOptions options, Type type, Type[] around)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return Of(options, inner, around) + "?";
        if (type.IsEnum) return "enum";

        var info = options.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Enumerable => $"[{Of(options, info.ElementType!, around)}]",
            JsonTypeInfoKind.Dictionary => $"<{Of(options, info.ElementType!, around)}>",
            JsonTypeInfoKind.Object when around.Contains(type) => "…",
            JsonTypeInfoKind.Object => $"{{{string.Join(", ", info.Properties.Where(p => p.Get is not null).OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}: {Of(options, p.PropertyType, [.. around, type])}{(p is { IsGetNullable: true, PropertyType.IsValueType: false } ? "?" : "")}"))}}}",
            _ => type.Name.ToLowerInvariant(),
        };
    }
}
