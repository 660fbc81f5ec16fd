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
        var mail = Work.Read(raw);

        Same(reading.Subject, mail.Subject);
        Same(reading.Text, mail.Text);
        Same(reading.From, Joined(mail.From));
        Same(reading.MessageId, mail.MessageId);
        Same(reading.Files, string.Join("; ", mail.Files.Select(file => $"{file.Name} ({file.ContentType}, {file.Content.Length})")));
        Same(reading.References, string.Join(' ', mail.References));
        Same(reading.Results, string.Join('|', mail.AuthenticationResults));
        if (reading.SentAt is { } at) Assert.Equal(at, mail.SentAt);
        Assert.Equal(reading.Nature, mail.Nature);
        Assert.Equal(reading.NoAnswer, mail.NoAnswer);
        Assert.Equal(reading.Bounce, mail.Bounce);
        Assert.Equal(reading.Doubts, mail.Doubts);
        Assert.Equal(reading.Guessed, mail.Guessed);
        Storable.Check(mail);
    }

    [Fact]
    public void No_two_samples_share_a_name() => Assert.True(SampleMails.All.Count >= 70 && SampleMails.All.DistinctBy(sample => sample.Name).Count() == SampleMails.All.Count);

    [Theory]
    [InlineData("Mon, 6 Jul 2026 09:15:00 +0900", "2026-07-06T00:15:00Z")]
    [InlineData("Mon, 1 Jan 1990 00:00:00 +0000", "1990-01-01T00:00:00Z")]
    [InlineData("Fri, 31 Dec 2100 23:59:59 +0000", "2100-12-31T23:59:59Z")]
    [InlineData("Mon, 1 Jan 1990 00:00:00 +0900", null)]
    [InlineData("Sat, 1 Jan 2101 00:00:00 +0000", null)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 +0000", null)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 -1400", null)]
    [InlineData("the other day", null)]
    public void A_date_is_read_when_it_can_be_one(string date, string? at)
    {
        var mail = MailReader.Read(System.Text.Encoding.ASCII.GetBytes($"From: hanako@example.jp\r\nDate: {date}\r\n\r\nhello\r\n"), SampleMails.OwnDomain, SampleMails.OwnAddress);

        Assert.Equal(at, mail.SentAt?.ToString("yyyy-MM-dd'T'HH:mm:ssK", System.Globalization.CultureInfo.InvariantCulture).Replace("+00:00", "Z", StringComparison.Ordinal));
    }

    private static string Joined(IEnumerable<MailAddress> addresses) => string.Join("; ", addresses.Select(one => $"{one.Name} <{one.Address}>"));

    private static void Same(string? expected, string actual)
    {
        if (expected is not null) Assert.Equal(expected, actual);
    }
}
