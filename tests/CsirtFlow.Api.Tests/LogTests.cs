using System.Collections.Concurrent;
using CsirtFlow.Domain;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CsirtFlow.Api.Tests;

/// <summary>Logs are read by more people than the record, and kept elsewhere.</summary>
public sealed class LogTests(AppFixture fixture)
{
    private static readonly string[] Secrets = ["秘匿 花子", "0000-11-2222", "とても秘密の言葉", "hitoku.hanako", "kunren-kunren-119", "見せない題名"];

    [Fact]
    public async Task They_say_what_happens_and_nothing_of_whom_and_what_it_is_about()
    {
        await using var app = await fixture.Own();
        using var heard = new Everything();
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(heard);

        (await app.Nobody.Post("/api/sign-in", new { name = "csirt", password = "kunren-kunren-119" })).Ok();
        (await app.Nobody.Post("/api/sign-in", new { name = "hitoku.hanako", password = "kunren-kunren-119" })).Is(401, "sign-in-refused");
        await An.Incident(app, An.Occurrence with { Description = "とても秘密の言葉", Phone = "0000-11-2222", Name = "秘匿 花子" }, title: "見せない題名");
        await An.Mail(app, "From: 秘匿 花子 <hitoku.hanako@example.net>\r\nSubject: とても秘密の言葉\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nとても秘密の言葉 0000-11-2222");
        await app.Nobody.PostText("/api/reports", """{"kinds":["とても秘密の言葉"]}""");
        await app.Nobody.Get("/report/received/0000-11-2222");
        await app.Quiet();
        // Mails that cannot be delivered are complained of.
        Directory.Delete(app.MailFolder, recursive: true);
        await File.WriteAllTextAsync(app.MailFolder, "");
        await An.Report(app, An.Occurrence with { Description = "とても秘密の言葉", Phone = "0000-11-2222", Name = "秘匿 花子" });
        await app.Until(() => Task.FromResult(heard.Lines.Any(l => l.Contains("was not delivered", StringComparison.Ordinal))), "a complaint");

        Assert.NotEmpty(heard.Lines);
        Assert.All(heard.Lines, line => Assert.All(Secrets, secret => Assert.DoesNotContain(secret, line, StringComparison.Ordinal)));
    }

    private sealed class Everything : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
