namespace CsirtFlow.Domain.Tests.Record;

/// <summary>What somebody can do who knows the chain and writes it anew, which plain SQL on the events does not show.</summary>
public sealed class RecordVerifierTests
{
    private static readonly RecordKey s_key = new(RecordKey.Create());

    private readonly List<StoredEvent> events = [.. Enumerable.Range(1, 6).Select(n => Signed(n, "report/R8-0001", n, $$"""{"text":"第{{n}}報"}"""))];

    [Fact]
    public async Task A_record_that_nobody_touched_fits() => Assert.True((await Verify(events, Chained(events))).Fits);

    [Fact]
    public async Task A_chain_that_was_made_anew_over_a_changed_event_betrays_itself_by_the_signature_of_the_event()
    {
        events[2] = events[2] with { Data = """{"text":"なかったことにした"}""" };

        Assert.Equal([RecordFault.WrongSignature, RecordFault.WrongSignature], Faults(await Verify(events, Chained(events, new RecordKey(RecordKey.Create())))));
    }

    [Fact]
    public async Task The_same_without_signatures_betrays_itself_by_the_head_that_was_kept_outside()
    {
        List<StoredEvent> bare = [.. events.Select(e => e with { Headers = null })];
        var kept = Chained(bare)[^1].Head;
        bare[2] = bare[2] with { Data = """{"text":"なかったことにした"}""" };

        Assert.True((await Verify(bare, Chained(bare))).Fits);
        Assert.Equal([RecordFault.OtherHead], Faults(await Verify(bare, Chained(bare), kept)));
    }

    [Fact]
    public async Task An_end_that_was_cut_off_betrays_itself_by_the_head_that_was_kept_outside()
    {
        var kept = Chained(events)[^1].Head;
        List<StoredEvent> shorter = [.. events.SkipLast(2)];

        Assert.Equal([RecordFault.OtherHead], Faults(await Verify(shorter, Chained(shorter), kept)));
    }

    [Fact]
    public async Task An_end_of_a_stream_that_was_cut_off_betrays_itself_by_its_length()
    {
        List<StoredEvent> shorter = [.. events.SkipLast(2)];
        var verifier = await Walked(shorter, Chained(shorter));
        verifier.Stream("default", "report/R8-0001", 6);

        Assert.Equal([RecordFault.StreamCut], Faults(verifier.Verdict()));
    }

    [Fact]
    public async Task A_link_that_was_made_anew_alone_breaks_the_chain()
    {
        var chain = Chained(events);
        events[2] = events[2] with { Data = """{"text":"なかったことにした"}""" };
        chain[2] = chain[1].Next(3, events[2].Id, "default", "report/R8-0001", events[2].Hash());

        Assert.Contains(RecordFault.BrokenLink, Faults(await Verify(events, chain)));
    }

    [Fact]
    public async Task What_an_earlier_verification_saw_must_still_be_so()
    {
        var saw = Chained(events)[^1].Head;
        events.Add(Signed(7, "record", 1, $$"""{"head":"{{saw}}"}""", RecordVerified.StoredAs));

        Assert.Equal(saw, HashedEvent.Of(events[^1], [s_key]).Saw);
        Assert.True((await Verify(events, Chained(events), saw)).Fits);
        events.RemoveAt(2);
        Assert.Contains(RecordFault.OtherHead, Faults(await Verify(events, Chained(events), saw)));
    }

    [Fact]
    public async Task Files_that_an_event_names_must_be_there_as_they_were()
    {
        events.Add(Signed(7, "report/R8-0002", 1, """{"files":[{"sha256":"aa"},{"sha256":"bb"}],"copy":{"sha256":"cc"}}"""));
        var verifier = await Walked(events, Chained(events));
        verifier.File("default", "aa", "aa");
        verifier.File("default", "bb", "b0");

        Assert.Equal([(RecordFault.FileChanged, "file/bb"), (RecordFault.FileMissing, "file/cc")], verifier.Verdict().Findings.Select(f => (f.Fault, f.Stream)));
    }

    [Theory]
    [InlineData("""{"b":1.50,"a":[true,null,"x\u0001\"\\é"]}""", """{"a":[true,null,"x\u0001\"\\é"],"b":1.5}""")]
    [InlineData("""{ "é" : 1e3, "z" : -0.0, "A" : 12345678901234567890123.10 }""", """{"A":12345678901234567890123.1,"z":0,"é":1000}""")]
    [InlineData("\"\\ud83d\\ude92\\/\"", "\"🚒/\"")]
    public void A_value_has_one_canonical_form(string json, string canonical)
    {
        Assert.Equal(canonical, CanonicalJson.Of(json));
        Assert.Equal(canonical, CanonicalJson.Of(canonical));
    }

    [Theory]
    [InlineData("12:0123456789abcdef0123456789abcdef0123456789abcdef0123456789ABCDEF", true)]
    [InlineData(" 12 : 01234567 89abcdef 01234567 89abcdef 01234567 89abcdef 01234567 89abcdef ", true)]
    [InlineData("12:0123", false)]
    [InlineData("0:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", false)]
    [InlineData("-1:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", false)]
    [InlineData("", false)]
    public void A_head_is_read_as_it_is_typed(string text, bool isOne) =>
        Assert.Equal(isOne ? new RecordHead(12, "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef") : null, RecordHead.Parse(text));

    [Theory]
    [InlineData(6, 0)]
    [InlineData(4, 3)]
    public async Task A_key_that_is_no_longer_used_counts_up_to_its_place_in_the_chain_and_no_further(long until, int faults)
    {
        using var now = new RecordKey(RecordKey.Create());
        using var former = RecordKey.Named($"former.pem:{until}", file => file == "former.pem" ? s_key.PublicPem : throw new FileNotFoundException(file));
        var verifier = new RecordVerifier([now, former], []);

        await verifier.Walk(Chained(events).ToAsyncEnumerable(), events.Select(e => HashedEvent.Of(e, [now, former])).ToAsyncEnumerable());

        // Two events and the last link.
        Assert.Equal(Enumerable.Repeat(RecordFault.WrongSignature, faults), Faults(verifier.Verdict()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not PEM")]
    public void What_is_no_key_is_refused(string pem) => Assert.Throws<ArgumentException>(() => new RecordKey(pem));

    private static StoredEvent Signed(long sequence, string stream, long version, string data, string type = "report_supplemented")
    {
        var e = new StoredEvent(sequence, Guid.CreateVersion7(), "default", stream, version, type, new DateTimeOffset(2030, 4, 1, 0, 0, (int)sequence, TimeSpan.Zero), "p-suzuki", null, null, null, data);
        return e with { Headers = $$"""{"{{StoredEvent.KeyHeader}}":"{{s_key.Id}}","{{StoredEvent.SignatureHeader}}":"{{s_key.Sign(e.Statement())}}"}""" };
    }

    private static List<RecordLink> Chained(List<StoredEvent> events, RecordKey? key = null)
    {
        var chain = new List<RecordLink>();
        foreach (var e in events) chain.Add((chain is [.., var last] ? last : RecordLink.None).Next(e.Sequence, e.Id, e.Organisation, e.Stream, e.Hash()));
        chain[^1] = chain[^1] with { Signature = (key ?? s_key).Sign(chain[^1].Statement()) };
        return chain;
    }

    private static async Task<RecordVerifier> Walked(List<StoredEvent> events, List<RecordLink> chain, params RecordHead[] kept)
    {
        var verifier = new RecordVerifier([s_key], kept);
        await verifier.Walk(chain.ToAsyncEnumerable(), events.Select(e => HashedEvent.Of(e, [s_key])).ToAsyncEnumerable());
        return verifier;
    }

    private static async Task<RecordVerdict> Verify(List<StoredEvent> events, List<RecordLink> chain, params RecordHead[] kept) => (await Walked(events, chain, kept)).Verdict();

    private static IEnumerable<RecordFault> Faults(RecordVerdict verdict) => verdict.Findings.Select(f => f.Fault);
}
