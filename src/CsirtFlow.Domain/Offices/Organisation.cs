using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CsirtFlow.Domain;

/// <summary>団体: the tenant. Who holds which office when, which sections and systems there are, and the numbers that the policy leaves open.</summary>
/// <remarks>One version of it is one event (<see cref="OrganisationRevised"/>), so that who was responsible can be replayed as of any moment.</remarks>
public sealed record Organisation
{
    /// <summary>Tenant id: lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public OrganisationProfile Profile { get; init; } = new();

    public ImmutableArray<Section> Sections { get; init; } = [];

    public ImmutableArray<Person> People { get; init; } = [];

    public ImmutableArray<Assignment> Assignments { get; init; } = [];

    public ImmutableArray<Absence> Absences { get; init; } = [];

    public ImmutableArray<Shift> Shifts { get; init; } = [];

    /// <summary>情報システム台帳, as far as an incident needs it.</summary>
    public ImmutableArray<InformationSystem> Systems { get; init; } = [];

    public PolicySettings Settings { get; init; } = new();

    /// <summary>訓練 (31-3): set where this organisation is the one that drills are held in; null for what is real.</summary>
    public Drill? Drill { get; init; }

    /// <summary>「訓練」 on everything that is made in a drill; empty where it is real.</summary>
    [JsonIgnore]
    public string DrillMark => Drill is null ? "" : "訓練";

    public Person? Person(string id) => People.FirstOrDefault(p => p.Id == id);

    public Section? Section(string? id) => Sections.FirstOrDefault(s => s.Id == id);

    public string SectionName(string? id) => Section(id)?.Name ?? id ?? "";
}

/// <summary>訓練の場 (31-3).</summary>
/// <param name="Address">Where the drill is held: its mails lead there.</param>
/// <param name="RealAddress">Where what is real is reported.</param>
public sealed record Drill(Uri Address, Uri RealAddress);

/// <summary>各課等: a section of the headquarters, the station or a branch.</summary>
public sealed record Section(string Id, string Name);

/// <summary>A person who may hold offices. <paramref name="Mail"/> empty means that no notice can reach them by mail.</summary>
public sealed record Person(string Id, string Name, string Title, string SectionId, string Mail = "", string Phone = "");

/// <summary>A person holds an office, for a section or a system where the office is one per section or system.</summary>
/// <param name="Deputy">0 for a holder; 1, 2 … for deputies in order (代理).</param>
/// <param name="From">First instant of the period, or null for always.</param>
/// <param name="Until">Exclusive end of the period, or null for no end.</param>
/// <param name="Delegation">委任 (11-5): the scope in words when the office's tasks were delegated; null for a holder or deputy.</param>
public sealed record Assignment(string PersonId, Office Office, string? SectionId = null, string? SystemId = null, int Deputy = 0,
    DateTimeOffset? From = null, DateTimeOffset? Until = null, string? Delegation = null)
{
    public bool Holds(DateTimeOffset at) => (From is null || From <= at) && (Until is null || at < Until);
}

/// <summary>不在: a person cannot be reached in this period.</summary>
public sealed record Absence(string PersonId, DateTimeOffset From, DateTimeOffset Until, string Reason = "")
{
    public bool Covers(DateTimeOffset at) => From <= at && at < Until;
}

/// <summary>当番: where shifts are kept for an office, the person on duty is told first (24 h service at the station).</summary>
public sealed record Shift(string PersonId, Office Office, string SectionId, DateTimeOffset From, DateTimeOffset Until)
{
    public bool Covers(DateTimeOffset at) => From <= at && at < Until;
}

/// <summary>情報システム, as named in the ledger; <paramref name="SectionId"/> owns it.</summary>
public sealed record InformationSystem(string Id, string Name, string SectionId);

/// <summary>連絡網・設定の改定: the whole organisation as it stands from now on.</summary>
[Term("連絡網・設定の改定", "Revision of contacts and settings", "12-7")]
public sealed record OrganisationRevised(Organisation Organisation, Provenance Origin);
