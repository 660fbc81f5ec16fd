using CsirtFlow.Api.Evidence;
using CsirtFlow.Api.Mail;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Operations;
using CsirtFlow.Notifications.Mail;
using JasperFx;
using JasperFx.CodeGeneration;
using Microsoft.Extensions.Options;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Http;
using Wolverine.Marten;

namespace CsirtFlow.Api.Platform;

/// <summary>Messages: Wolverine with its inbox in the same database, so that what must happen survives the process.</summary>
public static class Messaging
{
    // The third outage of a night must not make a notice wait for minutes.
    private static readonly TimeSpan[] WaitsOfOutages = [.. new[] { 5, 10, 15, 30, 60, 120, 300, 1800 }.Select(s => TimeSpan.FromSeconds(s))];

    public static void AddMessaging(this WebApplicationBuilder builder)
    {
        builder.Host.UseWolverine(o =>
        {
            o.ServiceName = "csirtflow";
            o.ApplicationAssembly = typeof(Messaging).Assembly;
            o.Policies.AutoApplyTransactions();
            o.Policies.UseDurableLocalQueues();
            o.Policies.OnException<ConcurrencyException>().RetryWithCooldown(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1));
            // A database that is away, also behind the words of another library: no message dies of it.
            o.Policies.OnException(Outage.Is).ScheduleRetry(WaitsOfOutages);
            // What fails for another reason may still fail only now: a line that broke in the middle shows in strange ways.
            o.Policies.OnAnyException().RetryWithCooldown(TimeSpan.FromSeconds(1)).Then.ScheduleRetry(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5)).Then.MoveToErrorQueue();
            // Four mails at a time; more would only crowd the mail server.
            o.LocalQueueFor<DeliverNotices>().MaximumParallelMessages(4);
            o.LocalQueueFor<TellPeople>().MaximumParallelMessages(4);
            o.LocalQueueFor<AnswerMail>().MaximumParallelMessages(2);
            o.LocalQueueFor<RelayNotices>().MaximumParallelMessages(2);
            // One after the other: a mail and the report made of it bring the same file at once.
            o.LocalQueueFor<ScanEvidence>().Sequential();

            // A node that dies is missed after seconds, not minutes: its notices wait for nobody.
            o.Durability.HealthCheckPollingTime = TimeSpan.FromSeconds(2);
            o.Durability.StaleNodeTimeout = TimeSpan.FromSeconds(15);
            o.Durability.CheckAssignmentPeriod = TimeSpan.FromSeconds(5);
            o.Durability.NodeReassignmentPollingTime = TimeSpan.FromSeconds(2);
            o.Durability.NodeAssignmentHealthCheckTracingEnabled = false;
            if (builder.Configuration.GetValue("SingleNode", false)) o.Durability.Mode = DurabilityMode.Solo;

            if (Operate.KeepsSchema) o.AutoBuildMessageStorageOnStartup = AutoCreate.None;
            if (builder.Environment.IsProduction())
            {
                o.CodeGeneration.TypeLoadMode = TypeLoadMode.Static;
            }
        });
        builder.Services.AddWolverineHttp();

        builder.Services.AddOptions<MailOptions>().BindConfiguration("Mail").ValidateDataAnnotations().ValidateOnStart();
        builder.AddMailDoor();
        builder.AddMalwareScan();
        builder.Services.AddOptions<SecondChannelOptions>().BindConfiguration("SecondChannel").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<NoticeWriter>();
        builder.Services.AddSingleton<SecondChannel>();
        builder.Services.AddSingleton<NoticeRelay>();
        builder.Services.AddSingleton<NoticeSender>();
        builder.Services.AddSingleton<StrayRetries>();
        builder.Services.AddHostedService(s => s.GetRequiredService<StrayRetries>());
        builder.Services.AddSingleton(s => new RecipientCertificates(s.GetRequiredService<IOptions<MailOptions>>().Value.CertificateDirectory, s.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<IMailer, ConfiguredMailer>();
    }
}
