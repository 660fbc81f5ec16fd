namespace CsirtFlow.Notifications.Mail;

/// <summary>
/// 送信箱フォルダー: writes each letter as <c>{message-id}.eml</c>, for development and for drills. A resend overwrites its own file.
/// A reader of the folder sees whole letters only.
/// </summary>
public sealed class PickupMailer(string directory) : IMailer
{
    /// <summary>A resend overwrites its own file.</summary>
    public bool RepeatsHarmlessly => true;

    public async Task<MailOutcome> SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        try
        {
            using var bytes = new MemoryStream();
            letter.ToMimeMessage().WriteTo(bytes, cancellationToken);
            Directory.CreateDirectory(directory);
            var unfinished = Path.Combine(directory, Path.GetRandomFileName() + ".tmp");
            try
            {
                await File.WriteAllBytesAsync(unfinished, bytes.ToArray(), cancellationToken);
                File.Move(unfinished, Path.Combine(directory, letter.MessageId + ".eml"), overwrite: true);
            }
            finally { File.Delete(unfinished); }

            return new Accepted($"250 {letter.MessageId}.eml");
        }
        catch (MailAddressException e) { return new Refused(e.Message); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return new Unavailable($"{e.GetType().Name}: {e.Message}"); }
    }
}
