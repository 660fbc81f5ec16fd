using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>
/// 記録の検証: goes through the store and through the chain side by side and names each event that was changed, removed, inserted, moved or copied. It does not matter where
/// both come from: the database, or a dump of it.
/// </summary>
/// <param name="keys">Public keys of the service; with none, signatures are not looked at.</param>
/// <param name="kept">要約値 that were kept outside, and those that earlier verifications have recorded: the chain must have been in these states.</param>
public sealed class RecordVerifier(IReadOnlyCollection<RecordKey> keys, IEnumerable<RecordHead> kept)
{
    private readonly ImmutableArray<RecordFinding>.Builder findings = ImmutableArray.CreateBuilder<RecordFinding>();
    private readonly ILookup<long, RecordHead> heads = kept.ToLookup(h => h.Position);
    private readonly Dictionary<ulong, long> bodies = [];
    private readonly Dictionary<(string Organisation, string Stream), long> lengths = [];
    private readonly HashSet<(string Organisation, string Sha256)> named = [];
    private readonly Dictionary<Guid, RecordLink> absent = [];
    private readonly List<HashedEvent> strange = [];
    private RecordLink last = RecordLink.None;
    private long events, beforeSigning, notYetLinked, files;
    private bool signing;

    /// <param name="links">In the order of their positions.</param>
    /// <param name="stored">In the order of their sequence.</param>
    public async Task Walk(IAsyncEnumerable<RecordLink> links, IAsyncEnumerable<HashedEvent> stored)
    {
        await using var chain = links.GetAsyncEnumerator();
        await using var store = stored.GetAsyncEnumerator();
        var (link, e) = (await Next(chain), await Next(store));
        while (link is not null || e is not null)
        {
            if (link is null || e?.Sequence < link.Sequence)
            {
                var newest = link is null && e!.Sequence > last.Sequence;
                notYetLinked += newest ? 1 : 0;
                if (!newest) strange.Add(e!);
                Look(e!, fits: newest, last.Position + 1);
                e = await Next(store);
            }
            else
            {
                Chain(link);
                if (e?.Sequence == link.Sequence && e.Id == link.EventId)
                {
                    var fits = link.EventHash.AsSpan().SequenceEqual(e.Hash);
                    if (!fits) Found(RecordFault.Changed, e, e.Type);
                    Look(e, fits, link.Position);
                    e = await Next(store);
                }
                else absent[link.EventId] = link;
                link = await Next(chain);
            }
        }
    }

    /// <summary>How many events the store says that a stream has.</summary>
    public void Stream(string organisation, string stream, long version)
    {
        var length = lengths.GetValueOrDefault((organisation, stream));
        if (length < version && !findings.Any(f => (f.Organisation, f.Stream) == (organisation, stream)) && !absent.Values.Any(l => (l.Organisation, l.Stream) == (organisation, stream))) findings.Add(new(RecordFault.StreamCut, 0, organisation, stream, $"{length} / {version}"));
    }

    /// <summary>A file as it is stored.</summary>
    /// <param name="sha256">Under which it is stored.</param>
    /// <param name="actual">Of its bytes.</param>
    public void File(string organisation, string sha256, string actual)
    {
        files++;
        named.Remove((organisation, sha256));
        if (sha256 != actual) findings.Add(new(RecordFault.FileChanged, 0, organisation, $"file/{sha256}", actual));
    }

    /// <summary>After everything was shown.</summary>
    public RecordVerdict Verdict()
    {
        foreach (var e in strange)
            if (absent.Remove(e.Id, out var place)) Found(RecordFault.Moved, e, $"{e.Type} ← {place.Sequence}");
            else if (bodies.TryGetValue(e.Body, out var original)) Found(RecordFault.Copied, e, $"{e.Type} ← {original}");
            else Found(RecordFault.Inserted, e, e.Type);
        foreach (var link in absent.Values) Found(RecordFault.Removed, link, link.EventId.ToString());
        foreach (var (organisation, sha256) in named) findings.Add(new(RecordFault.FileMissing, 0, organisation, $"file/{sha256}", ""));
        foreach (var head in heads.Where(h => h.Key > last.Position).SelectMany(h => h)) findings.Add(new(RecordFault.OtherHead, 0, "", "", head.ToString()));
        return new(last.Head, events, notYetLinked, beforeSigning, files, [.. findings.OrderBy(f => f.Sequence).ThenBy(f => f.Stream, StringComparer.Ordinal)]);
    }

    private void Chain(RecordLink link)
    {
        if (!link.Follows(last)) Found(RecordFault.BrokenLink, link, link.Head.ToString());
        if (link.Signature is { } signature && keys.Count > 0 && !keys.Any(k => link.Position <= k.Until && k.Fits(link.Statement(), signature))) Found(RecordFault.WrongSignature, link, link.Head.ToString());
        foreach (var head in heads[link.Position].Where(h => h != link.Head)) Found(RecordFault.OtherHead, link, head.ToString());
        last = link;
    }

    /// <param name="fits">Nothing is known against it yet.</param>
    /// <param name="position">In the chain; the next one where it is not linked yet.</param>
    private void Look(HashedEvent e, bool fits, long position)
    {
        events++;
        var stream = (e.Organisation, e.Stream);
        lengths[stream] = Math.Max(lengths.GetValueOrDefault(stream), e.Version);
        foreach (var file in e.Files) named.Add((e.Organisation, file));
        foreach (var file in e.Disposed) named.Remove((e.Organisation, file));

        if (!fits) return;

        signing |= e.Authentic is not null;
        if (!signing) beforeSigning++;
        else if ((e.Authentic is not true || keys.Any(k => k.Id == e.KeyId && k.Until < position)) && keys.Count > 0)
        {
            if (bodies.TryGetValue(e.Body, out var original)) Found(RecordFault.Copied, e, $"{e.Type} ← {original}");
            else Found(e.Authentic is null ? RecordFault.NotSigned : RecordFault.WrongSignature, e, e.Type);
        }
        bodies.TryAdd(e.Body, e.Sequence);
    }

    private void Found(RecordFault fault, HashedEvent e, string detail) => findings.Add(new(fault, e.Sequence, e.Organisation, e.Stream, detail));

    private void Found(RecordFault fault, RecordLink link, string detail) => findings.Add(new(fault, link.Sequence, link.Organisation, link.Stream, detail));

    private static async Task<T?> Next<T>(IAsyncEnumerator<T> of) where T : class => await of.MoveNextAsync() ? of.Current : null;
}
