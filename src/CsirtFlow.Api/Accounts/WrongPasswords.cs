using System.Collections.Concurrent;

namespace CsirtFlow.Api.Accounts;

/// <summary>ログイン試行回数の制限 (35-4): attempts are counted where they come from, so that a stranger cannot lock out the holder (docs/decisions/0013). Of one process, forgotten with it.</summary>
public sealed class WrongPasswords(TimeProvider clock)
{
    /// <summary>Wrong passwords in a row for one account from one device or address.</summary>
    public const int Most = 5;

    /// <summary>The same from all unknown devices together: against many addresses that each guess a little.</summary>
    public const int MostOfStrangers = 50;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private const int MostKept = 50_000;

    private readonly ConcurrentDictionary<string, (int Count, long Since)> counted = new(StringComparer.Ordinal);

    /// <summary>Counts an attempt before it is looked at, so that many at once are not all the first.</summary>
    public bool Admits(string from, int most)
    {
        if (counted.Count > MostKept)
            foreach (var (key, (_, since)) in counted)
                if (IsOver(since)) counted.TryRemove(key, out _);

        return counted.AddOrUpdate(from, _ => (1, clock.GetTimestamp()), (_, c) => IsOver(c.Since) ? (1, clock.GetTimestamp()) : (c.Count + 1, c.Since)).Count <= most;
    }

    // By what has passed, not by what a clock says: one that is set back must lock nobody out for a day.
    private bool IsOver(long since) => clock.GetElapsedTime(since) >= Window;

    /// <summary>The attempt was with the right password, and no guess.</summary>
    public void TakeBack(string from)
    {
        if (counted.TryGetValue(from, out var c)) counted.TryUpdate(from, c with { Count = Math.Max(0, c.Count - 1) }, c);
    }

    /// <summary>After the right password: nothing counts any more.</summary>
    public void Forget(string from) => counted.TryRemove(from, out _);
}
