using CsirtFlow.Notifications.Mail.Incoming;

namespace CsirtFlow.Notifications.Tests.Incoming;

/// <summary>The work of the reader, told by what it allocates: unlike time it is the same on every machine.</summary>
internal static class Work
{
    private const long PerByte = 16;
    private const long ForAnyMail = 1_000_000;

    /// <summary>A mail as it is read; a failure when the work grew faster than the mail.</summary>
    public static ReadMail Read(byte[] raw, long perByte = PerByte)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var mail = MailReader.Read(raw, SampleMails.OwnDomain, SampleMails.OwnAddress);
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(taken <= (perByte * raw.Length) + ForAnyMail, $"{taken} for {raw.Length}");
        return mail;
    }
}
