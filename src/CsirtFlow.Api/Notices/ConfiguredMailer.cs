using CsirtFlow.Notifications.Mail;
using Microsoft.Extensions.Options;

namespace CsirtFlow.Api.Notices;

/// <summary>Sends by the configured mail server, or into the pickup folder when there is none; encrypted to whom a certificate is kept of.</summary>
public sealed partial class ConfiguredMailer(IOptions<MailOptions> options, RecipientCertificates certificates, ILogger<ConfiguredMailer> log) : IMailer, IAsyncDisposable
{
    private readonly IMailer mailer = Choose(options.Value);

    public bool RepeatsHarmlessly => mailer.RepeatsHarmlessly;

    // A notice holds nothing confidential, and one that does not arrive does harm.
    public async Task<MailOutcome> SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        var file = certificates.Of(letter.ToAddress);
        if (file?.Problem is { } problem) NotEncrypted(log, letter.MessageId, file.Name, problem);
        using var certificate = file?.Certificate;
        return await mailer.SendAsync(letter with { EncryptFor = certificate }, cancellationToken);
    }

    public ValueTask DisposeAsync() => mailer is IAsyncDisposable disposable ? disposable.DisposeAsync() : ValueTask.CompletedTask;

    private static IMailer Choose(MailOptions mail)
    {
        if (mail.Hold) return new HoldingMailer();
        if (!mail.UsesServer) return new PickupMailer(mail.PickupDirectory);

        var settings = new SmtpSettings(mail.Host, mail.Port, mail.Security, mail.User, mail.Password, CertificateSha256: mail.CertificateSha256);
        return settings.Problem() is { } problem ? throw new InvalidOperationException($"Mail: {problem}") : new SmtpMailer(settings);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Letter} leaves unencrypted, {File} cannot be used: {Problem}")]
    private static partial void NotEncrypted(ILogger log, string letter, string file, string problem);
}
