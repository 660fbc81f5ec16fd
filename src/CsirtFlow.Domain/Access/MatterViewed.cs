namespace CsirtFlow.Domain;

/// <summary>What of a matter somebody looks at.</summary>
public enum ViewKind
{
    [Term("画面", "Page")] Page,
    [Term("過去の時点", "A moment in the past")] Past,
    [Term("役職が知っていたこと", "What an office knew")] OfficeKnew,
    [Term("文書", "Documents")] Document,
    [Term("ファイル", "Files")] File,
    [Term("出力", "Export")] Export,
    [Term("本人の名簿", "List of persons")] PersonList,
    [Term("受信メール", "Incoming mail")] Mail,
    [Term("API", "API")] Program,
    [Term("閲覧の記録", "Record of views")] Record,
    [Term("緊急閲覧の開始", "Opening of an emergency view")] Emergency,
}

/// <summary>閲覧の記録 (34-2-3, 50-1): somebody has looked at a restricted matter, or at the record of those who did. It changes no matter, opens no duty and tells nobody, so it is no <see cref="CaseEvent"/>.</summary>
/// <param name="Number">受付番号 of the incident; <see cref="Every"/> for the record of all.</param>
/// <param name="InEmergency">緊急閲覧: the restriction keeps the person out.</param>
[Term("閲覧", "View", "34-2-3")]
public sealed record MatterViewed(string Number, ViewKind Kind, bool InEmergency, Provenance Origin)
{
    /// <summary>In place of a 受付番号: the record of every matter.</summary>
    public const string Every = "*";

    /// <summary>A person who looks at the same kind of thing again within this time is not recorded again.</summary>
    public static readonly TimeSpan Once = TimeSpan.FromMinutes(15);

    /// <summary>A stream of its own for each person, so that nobody's looking waits for another's.</summary>
    public static string Key(string number, string personId) => $"access/{number}/{personId}";

    /// <summary>Whether a look is recorded, after the last one of the same kind (UTC instant). A clock that was set back hides nothing.</summary>
    public static bool IsDue(DateTimeOffset? last, DateTimeOffset now) => last is not { } before || now < before || now - before >= Once;
}
