using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Layout;

/// <summary>Colour family of a chip. A colour never stands alone: the word carries the meaning.</summary>
public enum Tone { Plain, Critical, High, Medium, Low, Good, Notice, Late }

/// <summary>A word with its colour, as a chip shows it.</summary>
public sealed record Mark(Wording Text, Tone Tone = Tone.Plain)
{
    public Mark(string japanese, string english, Tone tone = Tone.Plain) : this(new Wording(japanese, english), tone) { }

    public static Mark Of(Severity? severity) => severity is { } s
        ? new(Wording.Of(s), s switch { Severity.Critical => Tone.Critical, Severity.High => Tone.High, Severity.Medium => Tone.Medium, _ => Tone.Low })
        : new("重要度は未決定", "Severity not decided");

    public static Mark Of(EmergencyImpact impact) =>
        new($"119番・指令への影響：{Term.Of(impact)}", $"Effect on 119 and dispatching: {Term.InEnglish(impact)}", impact switch { EmergencyImpact.Present => Tone.Critical, EmergencyImpact.Unknown => Tone.High, _ => Tone.Plain });

    public static Mark Of(Standing standing) =>
        new(Wording.Of(standing), standing switch { Standing.Overdue => Tone.Late, Standing.Open => Tone.Notice, Standing.Met => Tone.Good, _ => Tone.Plain });

    public static Mark Of(DocumentStage stage) =>
        new(Wording.Of(stage), stage switch { DocumentStage.Approved or DocumentStage.Filed => Tone.Good, DocumentStage.AwaitsPermission or DocumentStage.AwaitsApproval => Tone.Notice, _ => Tone.Plain });

    public static Mark Of(PersonListStage stage) => new(Wording.Of(stage), stage is PersonListStage.AwaitsDeletion ? Tone.Notice : Tone.Plain);

    public static Mark Of(MailStanding standing) =>
        new(Wording.Of(standing), standing switch { MailStanding.Held => Tone.Late, MailStanding.Report or MailStanding.Addition => Tone.Good, _ => Tone.Plain });

    /// <summary>差出人 of a mail.</summary>
    public static Mark OfSender(bool confirmed) => confirmed ? new("確認済み", "Confirmed", Tone.Good) : new("未確認", "Not confirmed", Tone.High);

    /// <summary>検出.</summary>
    /// <param name="name">Of what was found.</param>
    public static Mark OfFound(string name) => new($"検出：{name}", $"Found: {name}", Tone.Critical);

    /// <summary>検証の結果.</summary>
    public static Mark OfRecord(int faults) => faults == 0 ? new("不一致はありません", "Everything fits", Tone.Good) : new($"不一致 {faults:N0}件", $"{faults:N0} things do not fit", Tone.Critical);

    public static Mark Of(Delivery delivery) =>
        new(Wording.Of(delivery), delivery switch { Delivery.Accepted => Tone.Good, Delivery.Undeliverable => Tone.Late, Delivery.Retrying => Tone.High, _ => Tone.Plain });
}
