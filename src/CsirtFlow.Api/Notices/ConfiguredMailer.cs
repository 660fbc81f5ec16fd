using CsirtFlow.Notifications.Mail;
using Microsoft.Extensions.Options;

namespace CsirtFlow.Api.Notices;

/// <summary>Sends by the configured mail server, or into the pickup folder when there is none.</summary>
public sealed class ConfiguredMailer(IOptions<MailOptions> options) : IMailer, IAsyncDisposable
{
    private readonly IMailer mailer = Choose(options.Value);

    public bool RepeatsHarmlessly => mailer.RepeatsHarmlessly;

    public Task<MailOutcome> SendAsync(Letter letter, CancellationToken cancellationToken) => mailer.SendAsync(letter, cancellationToken);

    public ValueTask DisposeAsync() => mailer is IAsyncDisposable disposable ? disposable.DisposeAsync() : ValueTask.CompletedTask;

    private static IMailer Choose(MailOptions mail)
    {
        if (!mail.UsesServer) return new PickupMailer(mail.PickupDirectory);

        var settings = new SmtpSettings(mail.Host, mail.Port, mail.Security, mail.User, mail.Password, CertificateSha256: mail.CertificateSha256);
        return settings.Problem() is { } problem ? throw new InvalidOperationException($"Mail: {problem}") : new SmtpMailer(settings);
    }
}
