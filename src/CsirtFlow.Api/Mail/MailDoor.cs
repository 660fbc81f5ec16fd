namespace CsirtFlow.Api.Mail;

/// <summary>メールの窓口: the mailboxes that are configured, what reads them, and what answers.</summary>
public static class MailDoor
{
    public static void AddMailDoor(this WebApplicationBuilder builder)
    {
        var mailboxes = builder.Configuration.GetSection("Mailboxes").GetChildren().Select(Read).ToList();
        if (mailboxes.GroupBy(m => m.Place).Concat(mailboxes.GroupBy(m => m.Name)).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new InvalidOperationException($"Mailboxes: {twice.Key} stands there twice.");
        builder.Services.AddSingleton<IReadOnlyList<MailboxOptions>>(mailboxes);
        builder.Services.AddSingleton<MailStore>();
        builder.Services.AddSingleton<MailIntake>();
        builder.Services.AddSingleton<MailAnswers>();
        builder.Services.AddSingleton<InboxDesk>();
        builder.Services.AddSingleton<MailboxStates>();
        builder.Services.AddSingleton<MailboxSweep>();
        builder.Services.AddSingleton<ReplyTokens>();
        builder.Services.AddSingleton<AccessTokens>();
        if (mailboxes.Count > 0 && !builder.Configuration.GetValue("Mail:Hold", false)) builder.Services.AddHostedService<MailboxWatch>();
    }

    private static MailboxOptions Read(IConfigurationSection section)
    {
        var mailbox = section.Get<MailboxOptions>() ?? new();
        return mailbox.Problem() is { } problem ? throw new InvalidOperationException($"{section.Path}: {problem}") : mailbox;
    }
}
