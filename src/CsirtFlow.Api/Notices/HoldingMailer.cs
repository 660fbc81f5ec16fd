using CsirtFlow.Notifications.Mail;

namespace CsirtFlow.Api.Notices;

/// <summary>復元の後: hands nothing on, because it may have gone out in the time that was lost.</summary>
public sealed class HoldingMailer : IMailer
{
    public bool RepeatsHarmlessly => true;

    public Task<MailOutcome> SendAsync(Letter letter, CancellationToken cancellationToken) => Task.FromResult<MailOutcome>(new Refused(NoticeSender.HeldReply));
}
