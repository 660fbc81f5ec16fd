using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using JasperFx;

namespace CsirtFlow.Api.Access;

/// <summary>閲覧の記録 (34-2-3): whoever looks at a restricted matter is recorded before anything is shown. Who cannot be recorded sees nothing.</summary>
public sealed partial class AccessRecord(Sessions sessions, AccessViews views, NoticeList streams, OrganisationDirectory directory, TimeProvider clock, ILogger<AccessRecord> log)
{
    private const int Tries = 10;

    /// <param name="incident">The incident that is looked at, or that the report belongs to; nothing is recorded of one that is not restricted.</param>
    /// <exception cref="BadRequestException">It could not be recorded.</exception>
    public async Task Looked(Caller caller, Incident? incident, CancellationToken cancellation)
    {
        if (incident is not { RestrictedTo.IsEmpty: false } restricted) return;

        var organisation = await directory.Get(caller.Tenant, cancellation);
        var by = Acting.Looking(organisation, caller.PersonId ?? "", restricted.RestrictedTo, clock.GetUtcNow());
        await Record(caller, restricted.Number, caller.Looks, by, inEmergency: by.Office is not Office.Auditor && !restricted.RestrictedTo.Contains(by.PersonId), cancellation);
    }

    /// <summary>Whoever looks at the record is recorded as well.</summary>
    /// <param name="number">受付番号, or <see cref="MatterViewed.Every"/>.</param>
    public async Task LookedAtRecord(Caller caller, string number, CancellationToken cancellation)
    {
        var organisation = await directory.Get(caller.Tenant, cancellation);
        await Record(caller, number, ViewKind.Record, Acting.Looking(organisation, caller.PersonId ?? "", [], clock.GetUtcNow()), inEmergency: false, cancellation);
    }

    private async Task Record(Caller caller, string number, ViewKind kind, Actor by, bool inEmergency, CancellationToken cancellation)
    {
        try
        {
            for (var attempt = 1; !await TryRecord(caller, number, kind, by, inEmergency, cancellation); attempt++)
                if (attempt == Tries) throw new TimeoutException($"The stream of {by.PersonId} at {number} has changed {Tries} times.");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Unrecorded(log, number, e);
            throw new BadRequestException("閲覧を記録できないため、表示できません。しばらくしてもう一度開いてください。", "It cannot be shown, because your looking at it cannot be recorded. Try again in a while.", StatusCodes.Status503ServiceUnavailable, "view-not-recorded", e);
        }
    }

    // False where the same person has looked at the same moment elsewhere: then it is asked again whether that was recorded.
    private async Task<bool> TryRecord(Caller caller, string number, ViewKind kind, Actor by, bool inEmergency, CancellationToken cancellation)
    {
        var (now, key) = (clock.GetUtcNow(), MatterViewed.Key(number, by.PersonId));
        var version = (await streams.Versions(caller.Tenant, [key], cancellation))[key];
        if (!MatterViewed.IsDue(await views.Last(caller.Tenant, number, by.PersonId, kind, cancellation), now)) return true;

        await using var session = sessions.Open(caller);
        var viewed = new MatterViewed(number, kind, inEmergency, new Provenance(by, caller.From, now, now));
        if (version > 0) session.Events.Append(key, version + 1, viewed);
        else session.Events.StartStream<MatterViewed>(key, viewed);
        try
        {
            await session.SaveChangesAsync(cancellation);
            return true;
        }
        catch (Exception e) when (e is ConcurrencyException or DocumentAlreadyExistsException or JasperFx.Events.ExistingStreamIdCollisionException or Marten.Exceptions.ExistingStreamIdCollisionException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A view of {Number} could not be recorded and was refused")]
    private static partial void Unrecorded(ILogger log, string number, Exception exception);
}
