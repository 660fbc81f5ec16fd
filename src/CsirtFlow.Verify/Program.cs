using CsirtFlow.Domain;
using CsirtFlow.Verify;

const string Usage = """
    Verifies the record of CsirtFlow with nothing but a dump of its database.

        csirtflow verify DUMP [--key FILE[:POSITION]]... [--head POSITION:HASH]...

    DUMP is a plain SQL dump (pg_dump), or - for standard input (pg_restore -f - FILE | csirtflow verify -).
    --key   public key of the service in PEM, as the page 記録の検証 shows it; without one, signatures are not looked at.
            A key that was used before, with the position of the record until which it was: what it signs behind that does not fit
    --head  要約値 that was kept outside: from the mail of a night, or from paper
    Ends with 0 when the record fits, 1 when it does not, 2 when it could not be read.
    """;

if (args is not ["verify", var path, .. var options] || options.Length % 2 != 0)
{
    Console.Error.WriteLine(Usage);
    return 2;
}

try
{
    List<RecordKey> keys = [];
    List<RecordHead> heads = [];
    foreach (var (option, value) in options.Chunk(2).Select(o => (o[0], o[1])))
        switch (option)
        {
            case "--key":
                keys.Add(RecordKey.Named(value, File.ReadAllText));
                break;
            case "--head":
                heads.Add(RecordHead.Parse(value) ?? throw new FormatException($"'{value}' is no head of the record (position:hash)."));
                break;
            default:
                throw new FormatException($"'{option}' is no option.");
        }

    using var text = path == "-" ? new StreamReader(Console.OpenStandardInput()) : new StreamReader(path);
    var dump = Dump.Read(text, keys);
    var verifier = new RecordVerifier(keys, [.. heads, .. dump.Events.Select(e => e.Saw).OfType<RecordHead>()]);
    await verifier.Walk(dump.Links.ToAsyncEnumerable(), dump.Events.ToAsyncEnumerable());
    foreach (var (organisation, stream, version) in dump.Streams) verifier.Stream(organisation, stream, version);
    foreach (var (organisation, sha256, actual) in dump.Files) verifier.File(organisation, sha256, actual);
    var verdict = verifier.Verdict();
    foreach (var line in RecordText.Of(verdict)) Console.WriteLine(line);
    if (keys.Count == 0) Console.WriteLine("Signatures were not looked at: give the service's public key with --key.");
    return verdict.Fits ? 0 : 1;
}
catch (Exception e) when (e is FormatException or ArgumentException or IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
{
    Console.Error.WriteLine($"csirtflow: {e.Message}");
    return 2;
}
