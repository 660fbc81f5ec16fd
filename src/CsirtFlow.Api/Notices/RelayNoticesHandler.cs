using System.Collections.Immutable;
using Wolverine;

namespace CsirtFlow.Api.Notices;

/// <summary>Message: these notices are to be passed to the 補助の連絡手段 too. Leaves with the recording of the notices, apart from their mails.</summary>
/// <param name="Notices">Ids.</param>
/// <param name="Attempt">From 1; an attempt that has been recorded is not made again.</param>
public sealed record RelayNotices(ImmutableArray<string> Notices, int Attempt);

public static class RelayNoticesHandler
{
    public static Task Handle(RelayNotices message, Envelope envelope, NoticeRelay relay, CancellationToken cancellation) => relay.Pass(message, envelope.TenantId!, cancellation);
}
