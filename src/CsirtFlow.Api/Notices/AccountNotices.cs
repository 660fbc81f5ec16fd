using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Marten;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace CsirtFlow.Api.Notices;

/// <summary>アカウントの変更 (35-4): the person is told by mail of what opens their account from now on, or was taken from it, because it may not have been them.</summary>
public sealed class AccountNotices(Sessions sessions, OrganisationDirectory directory, IWolverineRuntime messages, TimeProvider clock)
{
    /// <summary>What these notices are about, in place of a case.</summary>
    public const string Key = "account";

    /// <param name="what">Stands in the mail: <c>パスキーの登録</c>.</param>
    public async Task Tell(Caller caller, string personId, string what, CancellationToken cancellation)
    {
        await using var session = sessions.Open(caller);
        await Tell(session, caller, personId, what, cancellation);
        await session.SaveChangesAsync(cancellation);
    }

    /// <summary>With whatever else the session stores.</summary>
    public async Task Tell(IDocumentSession session, Caller caller, string personId, string what, CancellationToken cancellation)
    {
        var (organisation, now) = (await directory.Get(caller.Tenant, cancellation), clock.GetUtcNow());
        if (organisation.Person(personId) is not { } person) return;

        var notice = new NoticeQueued(Key, Key, NoticeReason.AccountChanged, person.Id, person.Name, person.Mail, Office.Staff, [], what, false, now);
        await new MartenOutbox(messages, session).PublishAsync(new TellPeople([new($"notice/{Key}/{Guid.CreateVersion7(now):N}/{person.Id}", notice)]), new DeliveryOptions { TenantId = caller.Tenant });
    }
}
