using CsirtFlow.Notifications.Mail.Incoming;

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
        try { Storable.Check(MailReader.Read(raw, SampleMails.OwnDomain, SampleMails.OwnAddress)); }
        catch (Exception e) { Assert.Fail($"{Convert.ToBase64String(raw)}\n{e}"); }
    }
}
