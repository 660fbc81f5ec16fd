using System.Collections.Immutable;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using JasperFx;
using Marten;
using Wolverine;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace CsirtFlow.Api.Organisations;

/// <summary>不在の届け出: a person cannot be reached in this period.</summary>
/// <param name="PersonId">The caller when not given; another person only for CSIRT and 統括.</param>
public sealed record RecordAbsence(DateTimeOffset From, DateTimeOffset Until, string Reason = "", string? PersonId = null);

/// <summary>連絡網と設定 (12-7): read by everybody who signs in, revised by CSIRT責任者, 統括 and CISO.</summary>
public static class OrganisationEndpoints
{
    private static readonly Office[] Keepers = [Office.CsirtLead, Office.SupervisingOfficer, Office.Ciso];

    /// <summary>統括 is not among them: with the CISO declared absent they would act in the CISO's place (12-5).</summary>
    private static readonly Office[] OfOthers = [Office.CsirtLead, Office.Ciso];

    private const int LongestAbsence = 60;

    [WolverineGet("/api/organisation")]
    public static async Task<Organisation> Get(Sessions sessions, HttpContext http)
    {
        await using var session = sessions.Read(Caller.Of(http, "api").Tenant);
        var state = await session.LoadAsync<OrganisationState>(OrganisationState.Key, http.RequestAborted) ?? throw new UnknownOrganisationException(Caller.Of(http, "api").Tenant);
        http.Response.Headers.ETag = Answers.ETag(state.Version);
        return state.Organisation;
    }

    /// <summary>The whole organisation as it stands from now on. If-Match with the version that was read is required.</summary>
    [WolverinePost("/api/organisation")]
    public static async Task<IResult> Revise(Organisation revised, OrganisationKeeper keeper, HttpContext http)
    {
        var sent = http.Sent();
        if (sent.ExpectedVersion is null) throw new BadRequestException("If-Match に、読んだときの ETag を付けてください。", "Send the ETag that you read as If-Match.", StatusCodes.Status428PreconditionRequired, "if-match-required");

        var version = await keeper.Revise(sent, Keepers, (_, _) => revised, http.RequestAborted);
        http.Response.Headers.ETag = Answers.ETag(version);
        return Results.NoContent();
    }

    [WolverinePost("/api/organisation/absences")]
    public static async Task<IResult> RecordAbsence(RecordAbsence absence, OrganisationKeeper keeper, HttpContext http)
    {
        var sent = http.Sent();
        var person = absence.PersonId ?? sent.Caller.PersonId!;
        if (absence.Until <= absence.From) throw new BadRequestException("不在の終わりは、始まりより後にしてください。", "An absence must end after it begins.");
        if (absence.Until - absence.From > TimeSpan.FromDays(LongestAbsence)) throw new BadRequestException($"不在は1回につき{LongestAbsence}日までにしてください。", $"One absence may last {LongestAbsence} days at most.");

        await keeper.Revise(sent, person == sent.Caller.PersonId ? Enum.GetValues<Office>() : OfOthers,
            (o, now) => o with { Absences = [.. o.Absences.Where(a => a.Until > now), new Absence(person, absence.From, absence.Until, absence.Reason)] }, http.RequestAborted);
        return Results.NoContent();
    }
}

/// <summary>Stores revisions of the organisation, each a whole version, checked before it is kept.</summary>
public sealed class OrganisationKeeper(Sessions sessions, OrganisationDirectory directory, IWolverineRuntime messages, TimeProvider clock)
{
    private static readonly Wording Revised = new("連絡網が改定されました", "The contacts were revised");

    public async Task<long> Revise(Sent sent, IReadOnlyList<Office> offices, Func<Organisation, DateTimeOffset, Organisation> revise, CancellationToken cancellation)
    {
        await using var session = sessions.Open(sent.Caller);
        var stream = await session.Events.FetchForWriting<OrganisationState>(OrganisationState.Key, cancellation);
        var now = clock.GetUtcNow();
        var current = stream.Aggregate?.Organisation ?? throw new UnknownOrganisationException(sent.Caller.Tenant);
        var actor = Acting.As(current, sent.Caller.PersonId ?? "", offices, Scope.Section(null), now);
        PolicyViolationException.ThrowIf(actor is null, Rules.OfficeMayNot);
        if (sent.ExpectedVersion is { } expected && expected != stream.CurrentVersion) throw new ChangedMeanwhileException([Revised], stream.CurrentVersion ?? 0, asked: true);

        var revised = revise(current, now) with { Id = current.Id, Drill = current.Drill };
        PolicyViolationException.ThrowIfAny([.. OrganisationCheck.Problems(revised, now), .. OrganisationCheck.Gains(current, revised, actor!.PersonId, now)]);
        var revision = new OrganisationRevised(revised, new Provenance(actor, sent.Caller.From, now, now));
        stream.AppendOne(revision);
        var version = (stream.CurrentVersion ?? 0) + 1;
        ImmutableArray<PlannedNotice> told = [.. Notifying.Of(revision, current, OrganisationState.Key, now).Select(n => new PlannedNotice(NoticeIds.ForRevision(OrganisationState.Key, version, n.PersonId), n))];
        if (!told.IsEmpty) await new MartenOutbox(messages, session).PublishAsync(new TellPeople(told), new DeliveryOptions { TenantId = sent.Caller.Tenant });
        try
        {
            await session.SaveChangesAsync(cancellation);
        }
        catch (ConcurrencyException)
        {
            throw new ChangedMeanwhileException([Revised], 0, asked: false);
        }
        directory.Forget(sent.Caller.Tenant);
        return version;
    }
}
