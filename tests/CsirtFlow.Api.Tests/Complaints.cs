using System.Collections;
using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CsirtFlow.Api.Tests;

/// <summary>Keeps what the service logs as an error, so that a failing test can say it.</summary>
public sealed class Complaints : ILoggerProvider, ILogger, IEnumerable<string>
{
    private readonly ConcurrentQueue<string> said = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) said.Enqueue($"{formatter(state, exception)} {exception}");
    }

    public IEnumerator<string> GetEnumerator() => said.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose() { }
}
