using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Accounts;

/// <summary>Section <c>Accounts</c> of the configuration: what the organisation decides about signing in (35-4).</summary>
public sealed class AccountOptions
{
    /// <summary>The warning before the end comes two minutes ahead, so a session must be longer than that.</summary>
    [Range(3, 24 * 60)]
    public int IdleMinutes { get; set; } = 30;

    /// <summary>アクセスタイムアウト: a session ends this long after it was last used.</summary>
    public TimeSpan Idle => TimeSpan.FromMinutes(IdleMinutes);

    /// <summary>二要素認証 of whoever holds one of <see cref="Offices"/>; where it is not set, in production alone.</summary>
    public bool? RequireSecondFactor { get; set; }

    /// <summary>Names of <see cref="Office"/>, with commas between them.</summary>
    public string SecondFactorOffices { get; set; } = string.Join(',', Office.ContactPoint, Office.CsirtLead, Office.CsirtMember, Office.SupervisingOfficer, Office.Ciso, Office.Administration, Office.SystemManager, Office.SystemOperator, Office.Auditor);

    public ImmutableArray<Office> Offices => [.. Named.Select(Enum.Parse<Office>)];

    public bool NamesOffices => Named.All(n => Enum.IsDefined(typeof(Office), n));

    /// <summary>How long a password or a code that was given goes on proving who sits there.</summary>
    [Range(1, 24 * 60)]
    public int ProofMinutes { get; set; } = 15;

    public TimeSpan Proof => TimeSpan.FromMinutes(ProofMinutes);

    private string[] Named => SecondFactorOffices.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
