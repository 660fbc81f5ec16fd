using System.Diagnostics;
using CsirtFlow.Notifications.Mail.Incoming;

namespace CsirtFlow.Notifications.Tests.Incoming;

public sealed class MailReaderTests
{
    public static TheoryData<string> Names => [.. SampleMails.All.Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_sample_is_read_as_it_should_be(string name)
    {
        var (raw, reading) = (SampleMails.Named(name).Raw(), SampleMails.Named(name).Reading);
        var clock = Stopwatch.StartNew();
        var mail = MailReader.Read(raw, SampleMails.OwnDomain, SampleMails.OwnAddress);
        clock.Stop();

        Same(reading.Subject, mail.Subject);
        Same(reading.Text, mail.Text);
        Same(reading.From, Joined(mail.From));
        Same(reading.MessageId, mail.MessageId);
        Same(reading.Files, string.Join("; ", mail.Files.Select(file => $"{file.Name} ({file.ContentType}, {file.Content.Length})")));
        Same(reading.References, string.Join(' ', mail.References));
        Same(reading.Results, string.Join('|', mail.AuthenticationResults));
        if (reading.SentAt is { } at) Assert.Equal(at, mail.SentAt);
        Assert.Equal(reading.Nature, mail.Nature);
        Assert.Equal(reading.Bounce, mail.Bounce);
        Assert.Equal(reading.Doubts, mail.Doubts);
        Assert.Equal(reading.Guessed, mail.Guessed);
        Storable.Check(mail);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed} for {raw.Length} bytes");
    }

    [Fact]
    public void No_two_samples_share_a_name() => Assert.True(SampleMails.All.Count >= 70 && SampleMails.All.DistinctBy(sample => sample.Name).Count() == SampleMails.All.Count);

    private static string Joined(IEnumerable<MailAddress> addresses) => string.Join("; ", addresses.Select(one => $"{one.Name} <{one.Address}>"));

    private static void Same(string? expected, string actual)
    {
        if (expected is not null) Assert.Equal(expected, actual);
    }
}
