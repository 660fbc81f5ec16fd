using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Domain;

/// <summary>The numbers and words that the policy leaves open (regulations 8.10). The organisation owns them; statutory limits are not here.</summary>
public sealed record PolicySettings
{
    /// <summary>目安: minutes per duty key where the organisation differs from the default of the duty table.</summary>
    public ImmutableDictionary<string, int> LimitMinutes { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>A reminder goes out when this share of the time has passed (percent, 1 to 99).</summary>
    public int RemindAtPercent { get; init; } = 70;

    /// <summary>直通番号 for reports by telephone. Never 119.</summary>
    public string Hotline { get; init; } = "";

    /// <summary>Shown on the report form only when management agrees to it; empty hides it.</summary>
    public string Reassurance { get; init; } = "";

    /// <summary>条例要配慮個人情報: whether the ordinance defines any (規則43条5号).</summary>
    public bool OrdinanceDefinesSensitive { get; init; }

    /// <summary>祝日の上書き: days that differ from the computed calendar, after the official gazette.</summary>
    public HolidayOverrides HolidayOverrides { get; init; } = HolidayOverrides.None;

    /// <summary>The calendar by which statutory limits move past closed days.</summary>
    [JsonIgnore]
    public JapaneseCalendar Calendar => new(HolidayOverrides);

    /// <summary>Addressees of the report under 19-5, as the organisation addresses them.</summary>
    public ImmutableArray<string> GovernmentAddressees { get; init; } = ["総務省", "福島県"];

    /// <summary>保存期間の標準, after the organisation's rules on documents.</summary>
    public RetentionDefaults Retention { get; init; } = new();

    /// <summary>緊急閲覧 (34-2-3): the offices that may open a restricted matter in an emergency; of <see cref="OrganisationCheck.MayViewInEmergency"/>, at least one.</summary>
    public ImmutableArray<Office> EmergencyViewOffices { get; init; } = [Office.SupervisingOfficer, Office.Ciso];

    public TimeSpan Limit(string dutyKey, TimeSpan byDefault) =>
        LimitMinutes.TryGetValue(dutyKey, out var minutes) ? TimeSpan.FromMinutes(minutes) : byDefault;
}
