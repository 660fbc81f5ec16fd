using System.Text;

namespace CsirtFlow.Notifications.Tests.Incoming;

/// <summary>Mails that no program wrote: the reader answers to each of them, and what it gives can be stored.</summary>
public sealed class MailReaderFuzzTests
{
    private static readonly byte[][] Small = [.. SampleMails.All.Select(sample => sample.Raw()).Where(raw => raw.Length is > 0 and < 50_000)];

    [Fact]
    public void Random_bytes_are_no_mail_and_no_failure()
    {
        var random = new Random(32);
        for (var round = 0; round < 500; round++)
        {
            var bytes = new byte[random.Next(2000)];
            random.NextBytes(bytes);
            Check(bytes);
            Check([.. "Subject: "u8, .. bytes]);
        }
    }

    [Fact]
    public void A_mail_that_was_damaged_on_its_way_is_still_read()
    {
        var random = new Random(119);
        for (var round = 0; round < 2500; round++)
        {
            var bytes = Small[round % Small.Length].ToList();
            for (var times = random.Next(1, 8); times > 0; times--) Damage(bytes, random);
            Check([.. bytes]);
        }
    }

    /// <summary>What goes before, one line of a header, and how often it comes.</summary>
    public static TheoryData<string, string, string, int> Lines => new()
    {
        { "brackets", "Return-Path: <>\n", $"From: {Times("\u200E", 11_000)}{Times("<>", 15_000)}", 160 },
        { "brackets in 2,000 lines", "Return-Path: <>\n", $"From: {Times("\u200E", 1000)}{Times("<>", 1000)}", 2000 },
        { "empty senders", "", $"From: {Times("\u200E,", 16_000)}", 160 },
        { "a name for many brackets", "", $"From: {Times("=?a?q?b?==?b?q?b?=", 100)}{Times("<a@b>", 1000)}", 160 },
        { "words that never end", "", $"From: {Times("=?a?b? ", 9000)}", 160 },
        { "words in character sets that there are none of", "", $"Subject: {Times("=?a?q?b?==?b?q?b?=", 3200)}\nX: {Times("x", 60_000)}", 40 },
        { "recipients that failed", "Return-Path: <>\n", $"X-Failed-Recipients: {Times("<>", 30_000)}", 160 },
        { "parameters", "", $"Content-Type: text/plain{Times(";a*1=b", 10_000)}", 160 },
        { "a long type", "", $"Content-Type: text/plain{Times(" x", 30_000)}", 160 },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void No_header_makes_work_that_grows_faster_than_it(string name, string start, string line, int times)
    {
        var raw = Encoding.UTF8.GetBytes($"{start}Subject: {name}\n{Times(line + "\n", times)}\nhello\n");

        Assert.Equal(name, Work.Read(raw).Subject);
    }

    [Fact]
    public void Fifty_megabytes_of_tiny_parts_are_read_as_any_mail()
    {
        var raw = Encoding.ASCII.GetBytes("From: a@example.jp\nContent-Type: multipart/mixed; boundary=b\n\n" + Times("--b\nContent-Type: a/b\n\nx\n", 2_000_000));

        Assert.Equal(20, Work.Read(raw, perByte: 2).Files.Length);
    }

    private static string Times(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static void Damage(List<byte> bytes, Random random)
    {
        if (bytes.Count < 4) return;

        var (at, length) = (random.Next(bytes.Count), 0);
        length = random.Next(1, Math.Min(60, bytes.Count - at) + 1);
        switch (random.Next(5))
        {
            case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 1: bytes.RemoveRange(at, length); break;
            case 2: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); break;
            case 3: bytes.Insert(at, (byte)random.Next(256)); break;
            default: bytes.RemoveRange(bytes.Count - Math.Min(length, 3), Math.Min(length, 3)); break;
        }
    }

    private static void Check(byte[] raw)
    {
        try { Storable.Check(Work.Read(raw)); }
        catch (Exception e) { Assert.Fail($"{Convert.ToBase64String(raw)}\n{e}"); }
    }
}
