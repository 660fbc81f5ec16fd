using System.Collections.Concurrent;
using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Duties;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using JasperFx.CommandLine;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Npgsql;
using Wolverine;

namespace CsirtFlow.Api.Tests;

/// <summary>The service as a test has it: real database, real messages, real cookies, a clock that the test moves, and a folder where mails arrive.</summary>
public sealed class App(string database, FakeTimeProvider clock, string mailFolder, IReadOnlyList<(string Name, string Value)> settings) : WebApplicationFactory<Program>
{
    public const string Organisation = "default";

    /// <summary>As which the service works: it could not change the record if it wanted to.</summary>
    public const string ServiceRole = "csirtflow_service";

    public const string ServicePassword = "a-password-for-tests-alone";

    /// <summary>Of every service of these tests.</summary>
    public static string SigningKey { get; } = RecordKey.Create();

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    // The tests look at the database, and meddle with it, as its owner.
    private readonly NpgsqlDataSource owner = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { MaxPoolSize = 4, ConnectionIdleLifetime = 5, ConnectionPruningInterval = 1 }.ConnectionString);
    private readonly ConcurrentDictionary<(string, string), (string Cookie, DateTimeOffset At)> cookies = new();

    /// <summary>Called when it has ended.</summary>
    public Action? Ended { get; set; }

    public string Database => database;

    public FakeTimeProvider Clock => clock;

    public string MailFolder => mailFolder;

    /// <summary>What the service logged as an error.</summary>
    public Complaints Complaints { get; } = new();

    public Client Nobody => new(this, () => Task.FromResult<string?>(null), "localhost");

    public Client As(string person, string organisation = Organisation, string host = "localhost") => new(this, async () => await Cookie(person, organisation), host);

    public IDocumentStore Store => Services.GetRequiredService<IDocumentStore>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        JasperFxEnvironment.AutoStartHost = true;
        builder.UseEnvironment("Development");
        // Many services share one PostgreSQL of 400 connections.
        builder.UseSetting("ConnectionStrings:" + EventStore.ConnectionName, new NpgsqlConnectionStringBuilder(database) { Username = ServiceRole, Password = ServicePassword, MaxPoolSize = 20, ConnectionIdleLifetime = 5, ConnectionPruningInterval = 1 }.ConnectionString);
        builder.UseSetting("SingleNode", "true");
        builder.UseSetting("Mail:PickupDirectory", mailFolder);
        builder.UseSetting("Limits:ReportsPerTenMinutes", "100000");
        // Printed where a test is about it: a browser takes a second for each approval.
        builder.UseSetting("Documents:Browser", "none");
        builder.UseSetting("Record:SigningKey", SigningKey);
        builder.UseSetting("Record:Nightly", "false");
        builder.UseSetting("Persons:MasterKey", Convert.ToBase64String(new byte[32]));
        // A second factor is asked for where a test is about it.
        builder.UseSetting("Accounts:RequireSecondFactor", "false");
        foreach (var (name, value) in settings) builder.UseSetting(name, value);
        builder.ConfigureLogging(l => l.ClearProviders().AddProvider(Complaints));
        builder.ConfigureTestServices(s => s.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)).AddSingleton<IStartupFilter, Addresses>());
    }

    /// <summary>Header of a request: the address that it comes from, which the test server does not know.</summary>
    public const string From = "X-Test-From";

    /// <summary>The cookie that signing in gives, made by the service's own sign-in; for half an hour the same.</summary>
    public async Task<string> Cookie(string person, string organisation = Organisation)
    {
        var now = clock.GetUtcNow();
        if (cookies.TryGetValue((person, organisation), out var known) && now - known.At < TimeSpan.FromMinutes(30)) return known.Cookie;

        var cookie = await NewCookie(person, organisation);
        cookies[(person, organisation)] = (cookie, now);
        return cookie;
    }

    /// <summary>That of a session of its own.</summary>
    public async Task<string> NewCookie(string person, string organisation = Organisation)
    {
        await using var scope = Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<Account>>();
        signIn.Context = http;
        var account = await signIn.UserManager.FindByNameAsync(Account.NameIn(organisation, person)) ?? throw new InvalidOperationException($"No account {organisation}/{person}.");
        await signIn.SignInAsync(account, isPersistent: false);
        return http.Response.Headers.SetCookie.ToString().Split(';')[0];
    }

    /// <summary>Whoever is asked for signs in anew: what was theirs has been ended.</summary>
    public void SignedOut() => cookies.Clear();

    /// <summary>Waits until the queue page and the notices have seen every event and no message is under way.</summary>
    public async Task Quiet()
    {
        const string Waiting = $"""
            select (select count(*) from {EventStore.Schema}.mt_events e where e.seq_id > coalesce((select min(p.last_seq_id) from {EventStore.Schema}.mt_event_progression p where p.name like 'CaseBoard:%' or p.name like 'Notices:%'), 0))
                 + (select count(*) * 1000 from generate_series(1, 2 - (select count(*)::int from {EventStore.Schema}.mt_event_progression p where p.name like 'CaseBoard:%' or p.name like 'Notices:%')))
                 + (select count(*) from {EventStore.MessageSchema}.wolverine_incoming_envelopes where status = 'Incoming')
                 + (select count(*) from {EventStore.MessageSchema}.wolverine_outgoing_envelopes)
            """;
        await Until(async () => await Scalar(Waiting) == 0, "the service to be quiet");
    }

    /// <summary>Waits until the queue lists the case.</summary>
    public Task Listed(string number) => Until(async () => await Scalar($"select count(*) from {EventStore.Schema}.case_line where number = '{number}'") > 0, "the queue to list the case");

    /// <summary>Advances the clock to the case's next alarm and lets it ring. Scheduled messages keep the machine's time, so the message is given by hand.</summary>
    /// <returns>The moment at which it rang.</returns>
    public async Task<DateTimeOffset> Ring(string number, string organisation = Organisation)
    {
        await Quiet();
        await using var session = Store.QuerySession(organisation);
        var alarm = (await session.LoadManyAsync<DutyAlarm>(Report.Key(number), Incident.Key(number))).MinBy(a => a.RingsAt)
            ?? throw new InvalidOperationException($"No alarm is set for {number}.");
        if (alarm.RingsAt > clock.GetUtcNow()) clock.SetUtcNow(alarm.RingsAt.ToUniversalTime());
        await Tell(new WatchDuties(alarm.Id, alarm.RingsAt), organisation);
        await Quiet();
        return alarm.RingsAt;
    }

    /// <summary>Gives the service a message.</summary>
    public async Task Tell(object message, string organisation = Organisation)
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeForTenantAsync(organisation, message);
    }

    public async Task Revise(Func<Organisation, Organisation> revise, string organisation = Organisation)
    {
        await using var session = Store.LightweightSession(organisation);
        var now = clock.GetUtcNow();
        var current = (await session.LoadAsync<OrganisationState>(OrganisationState.Key))!.Organisation;
        session.Events.Append(OrganisationState.Key, new OrganisationRevised(revise(current), new Provenance(Actor.Service, "test", now, now)));
        await session.SaveChangesAsync();
        Services.GetRequiredService<OrganisationDirectory>().Forget(organisation);
    }

    /// <summary>The mails that have gone out about a case.</summary>
    public IReadOnlyList<MimeMessage> Mails(string number) =>
        [.. Directory.EnumerateFiles(mailFolder, "*.eml").Select(f => MimeMessage.Load(f)).Where(m => m.Subject?.Contains(number) == true)];

    public async Task<long> Scalar(string sql)
    {
        await using var command = owner.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Past every trigger, as whoever owns the database can.</summary>
    public Task Manipulate(string sql) => Execute($"set session_replication_role = replica; {sql}; set session_replication_role = origin");

    public async Task Execute(string sql)
    {
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await owner.DisposeAsync();
        Ended?.Invoke();
    }

    public async Task Until(Func<Task<bool>> condition, string what)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        while (!await condition())
        {
            try { await tick.WaitForNextTickAsync(patience.Token); }
            catch (OperationCanceledException) { Assert.Fail($"Waited {Patience} for {what}. {string.Join("\n", Complaints)}"); }
        }
    }
}
