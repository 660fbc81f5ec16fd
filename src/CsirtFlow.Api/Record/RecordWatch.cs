using CsirtFlow.Domain.Statutory;
using Microsoft.Extensions.Options;

namespace CsirtFlow.Api.Record;

/// <summary>Keeps the chain up with the events, and has the record verified each night.</summary>
public sealed partial class RecordWatch(RecordChain chain, RecordCheck check, IOptions<RecordOptions> options, TimeProvider clock, ILogger<RecordWatch> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var next = NightAfter(clock.GetUtcNow());
        using var timer = new PeriodicTimer(Between);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await chain.Extend(stoppingToken);
                if (!options.Value.Nightly || clock.GetUtcNow() < next) continue;

                await check.VerifyOfTheNight(next, stoppingToken);
                next = NightAfter(clock.GetUtcNow());
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(log, e);
            }
        }
    }

    private static DateTimeOffset NightAfter(DateTimeOffset now)
    {
        var today = JapaneseCalendar.StartOf(JapaneseCalendar.DayOf(now)) + RecordOptions.NightlyAt.ToTimeSpan();
        return today > now ? today : today.AddDays(1);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The chain of the record could not be extended, or the record not be verified; it is tried again")]
    private static partial void Failed(ILogger log, Exception e);
}
