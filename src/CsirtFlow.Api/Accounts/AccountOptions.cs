using System.ComponentModel.DataAnnotations;

namespace CsirtFlow.Api.Accounts;

/// <summary>Section <c>Accounts</c> of the configuration: what the organisation decides about signing in (35-4).</summary>
public sealed class AccountOptions
{
    /// <summary>The warning before the end comes two minutes ahead, so a session must be longer than that.</summary>
    [Range(3, 24 * 60)]
    public int IdleMinutes { get; set; } = 30;

    /// <summary>アクセスタイムアウト: a session ends this long after it was last used.</summary>
    public TimeSpan Idle => TimeSpan.FromMinutes(IdleMinutes);
}
