using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Reporting;

/// <summary>The choices of the two doors.</summary>
public static class Choice
{
    public static IReadOnlyList<Option> Kinds { get; } = [.. Enum.GetValues<OccurrenceKind>().Select(k => new Option(k.ToString(), Term.Of(k)))];

    /// <summary>The same kinds in words for somebody outside, who sees only their effect.</summary>
    public static IReadOnlyList<Option> KindsOutside { get; } =
    [
        new(nameof(OccurrenceKind.SuspiciousMail), "この組織を名のる不審なメール・電話・メッセージが届いた"),
        new(nameof(OccurrenceKind.Website), "ホームページがおかしい（書き換え・見られない・にせもの）"),
        new(nameof(OccurrenceKind.Missent), "個人情報が漏れている・ほかの人あての物が届いた"),
        new(nameof(OccurrenceKind.Loss), "書類・USBメモリ・パソコンなどを拾った"),
        new(nameof(OccurrenceKind.Outage), "申請などのサービスが使えない"),
        new(nameof(OccurrenceKind.Other), "わからない・その他"),
    ];

    public static IReadOnlyList<Option> Impacts { get; } =
        [.. new[] { EmergencyImpact.Present, EmergencyImpact.None, EmergencyImpact.Unknown }.Select(i => new Option(i.ToString(), Term.Of(i)))];

    public static IEnumerable<Option> Sections(Organisation organisation) => organisation.Sections.Select(s => new Option(s.Id, s.Name));
}
