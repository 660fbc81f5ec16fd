using Microsoft.Extensions.Options;

namespace CsirtFlow.Api.Record;

/// <summary>Keeps the chain up with the events, and has the record verified each night.</summary>
public sealed partial class RecordWatch(RecordChain chain, RecordCheck check, IOptions<RecordOptions> options, TimeProvider clock, ILogger<RecordWatch> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var verified = RecordOptions.NightBefore(clock.GetUtcNow());
        using var timer = new PeriodicTimer(Between);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await chain.Extend(stoppingToken);
                // Asked anew each time: a clock that is set forth and back must not make it wait for the wrong night.
                var night = RecordOptions.NightBefore(clock.GetUtcNow());
                if (!options.Value.Nightly || night == verified) continue;

                if (await check.VerifyOfTheNight(night, stoppingToken)) verified = night;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(log, e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The chain of the record could not be extended, or the record not be verified; it is tried again")]
    private static partial void Failed(ILogger log, Exception e);
}
