using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Microsoft.EntityFrameworkCore;

namespace CsirtFlow.Api.Accounts;

/// <summary>How a person stands with the second factor.</summary>
/// <param name="Needed">An office demands it.</param>
public sealed record SecondFactorStanding(Person Person, bool Needed, bool Has);

/// <summary>Who has a second factor, and the reset of one that is lost: by the contact point or 統括, never the own one, with a reason, as an event.</summary>
public sealed class SecondFactorDesk(AccountsDb database, SecondFactors factors, SecondFactorRule rule, Sessions sessions, OrganisationDirectory directory, AccountNotices notices, TimeProvider clock)
{
    /// <summary>Of the stream with all resets of an organisation.</summary>
    public const string Stream = "second-factors";

    private const int LongestReason = 500;

    private static readonly Office[] Resetting = [Office.ContactPoint, Office.SupervisingOfficer];

    /// <summary>Who may look at it.</summary>
    public static readonly Office[] Reading = [.. Resetting, Office.Ciso, Office.CsirtLead, Office.Auditor];

    public async Task<IReadOnlyList<SecondFactorStanding>> Standings(Caller caller, CancellationToken cancellation)
    {
        var (organisation, now) = (await directory.Get(caller.Tenant, cancellation), clock.GetUtcNow());
        As(organisation, caller, Reading, now);
        var having = await database.Users.AsNoTracking().Where(a => a.Organisation == caller.Tenant && a.TwoFactorEnabled).Select(a => a.PersonId).ToHashSetAsync(cancellation);
        return [.. organisation.People.Select(p => new SecondFactorStanding(p, rule.Demands(organisation, p.Id, now), having.Contains(p.Id)))];
    }

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<SecondFactorReset>> Resets(Caller caller, CancellationToken cancellation)
    {
        As(await directory.Get(caller.Tenant, cancellation), caller, Reading, clock.GetUtcNow());
        await using var session = sessions.Read(caller.Tenant);
        return [.. (await session.Events.FetchStreamAsync(Stream, token: cancellation)).Select(e => (SecondFactorReset)e.Data).Reverse()];
    }

    public async Task<bool> MayReset(Caller caller, CancellationToken cancellation) =>
        Acting.As(await directory.Get(caller.Tenant, cancellation), caller.PersonId ?? "", Resetting, Scope.Section(null), clock.GetUtcNow()) is not null;

    /// <summary>First it is recorded and then done: nobody loses a second factor without a trace.</summary>
    public async Task Reset(Caller caller, string personId, string reason, CancellationToken cancellation)
    {
        var (organisation, now) = (await directory.Get(caller.Tenant, cancellation), clock.GetUtcNow());
        var actor = As(organisation, caller, Resetting, now);
        if (personId == actor.PersonId) throw Wrong("Person", "自分の二要素認証は、ほかの人に解除してもらってください", "Have somebody else reset your own second factor");
        if (string.IsNullOrWhiteSpace(reason)) throw Wrong("Reason", "理由と、本人であることをどう確かめたかを入力してください", "Give the reason, and how you made sure that it is the person");
        if (reason.Length > LongestReason) throw Wrong("Reason", $"理由は{LongestReason}文字までにしてください", $"Give the reason in no more than {LongestReason} characters");
        var having = await database.Users.Where(a => a.Organisation == caller.Tenant && a.PersonId == personId && a.TwoFactorEnabled).ToListAsync(cancellation);
        if (having.Count == 0) throw Wrong("Person", "二要素認証を設定している人を選んでください", "Choose somebody who has a second factor");

        await using (var session = sessions.Open(caller))
        {
            var reset = new SecondFactorReset(personId, reason, new Provenance(actor, caller.From, now, now));
            if (await session.Events.FetchStreamStateAsync(Stream, cancellation) is null) session.Events.StartStream<SecondFactorReset>(Stream, reset);
            else session.Events.Append(Stream, reset);
            await notices.Tell(session, caller, personId, Term.Of(typeof(SecondFactorReset)), cancellation);
            await session.SaveChangesAsync(cancellation);
        }
        foreach (var account in having) await factors.Remove(account);
    }

    private static Actor As(Organisation organisation, Caller caller, Office[] offices, DateTimeOffset now)
    {
        var actor = Acting.As(organisation, caller.PersonId ?? "", offices, Scope.Section(null), now);
        PolicyViolationException.ThrowIf(actor is null, Rules.OfficeMayNot);
        return actor!;
    }

    private static BadRequestException Wrong(string field, string sentence, string inEnglish) =>
        new(sentence, inEnglish, StatusCodes.Status422UnprocessableEntity) { Fields = [(field, new Wording(sentence, inEnglish))] };
}
