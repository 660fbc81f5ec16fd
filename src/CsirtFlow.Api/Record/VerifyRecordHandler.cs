using CsirtFlow.Domain;
using Wolverine.Attributes;

namespace CsirtFlow.Api.Record;

/// <summary>Somebody has asked for a verification.</summary>
/// <param name="From">Where it came from (<see cref="Provenance.From"/>).</param>
public sealed record VerifyRecord(Actor By, string From);

public static class VerifyRecordHandler
{
    private const int SecondsForTenMillionEvents = 3600;

    [MessageTimeout(SecondsForTenMillionEvents)]
    public static Task Handle(VerifyRecord message, RecordCheck check, CancellationToken cancellation) => check.VerifyAndRecord(scheduled: false, message.By, message.From, cancellation);
}
