namespace CsirtFlow.Api.Platform;

/// <summary>Remembers for a moment what was read for each organisation. What was being read while it changed is answered and not remembered.</summary>
public sealed class Remembered<T>(TimeSpan span) where T : class
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (T Value, long Until)> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> changes = new(StringComparer.Ordinal);

    /// <param name="read">Null is not remembered.</param>
    public async Task<T?> Get(string tenant, Func<Task<T?>> read)
    {
        long before;
        lock (gate)
        {
            if (known.TryGetValue(tenant, out var k) && Environment.TickCount64 < k.Until) return k.Value;
            before = changes.GetValueOrDefault(tenant);
        }

        var value = await read();
        lock (gate)
            if (value is not null && changes.GetValueOrDefault(tenant) == before) known[tenant] = (value, Environment.TickCount64 + (long)span.TotalMilliseconds);
        return value;
    }

    /// <summary>It has changed.</summary>
    public void Forget(string tenant)
    {
        lock (gate)
        {
            changes[tenant] = changes.GetValueOrDefault(tenant) + 1;
            known.Remove(tenant);
        }
    }
}
