using System.Collections.Immutable;
using CsirtFlow.Api.Demonstration;
using CsirtFlow.Api.Documents;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using Known = CsirtFlow.Domain.Statutory.Answer;

namespace CsirtFlow.Api.Tests.Documents;

/// <summary>One invented incident: a notice of a training course went to 1,780 addresses that everybody could read.</summary>
internal static class Missent
{
    public const string Number = "R8-0017";
    public const string Words = "見本太郎です。講習会の案内をCCで全員に送ってしまいました。すみません。090-0000-0000";

    public static readonly Organisation Association = DemonstrationOrganisation.Build("demo");
    public static readonly Actor Taro = new("shokuin", "見本 太郎", Office.Staff);
    public static readonly Actor Suzu = new("csirt", "架空 鈴", Office.CsirtLead);
    public static readonly Actor Fumiko = new("somu-shukan", "見本 文子", Office.Administration);
    public static readonly Actor Chief = new("shocho", "仮名 署郎", Office.SecurityOfficer);
    public static readonly Actor Ciso = new("kanri", "架空 正一", Office.Ciso);

    public static readonly PersonalDataFacts Data = new()
    {
        HeldInformation = Known.Yes,
        SensitiveInformation = Known.No,
        PropertyDamageFeared = Known.No,
        ImproperPurposeFeared = Known.No,
        Persons = new() { PossibleMaximum = 1780, Estimated = 1500 },
        Loss = new() { Leak = LossState.Occurred, Destruction = LossState.None, Damage = LossState.None },
        MyNumber = new() { Included = Known.No },
    };

    public static readonly ImmutableArray<ReportEvent> Reported =
    [
        new OccurrenceReported(Number, Channel.Form, Outside: false, new([OccurrenceKind.Missent], EmergencyImpact.None, Words, "chuo", At("09:52")), new(new("0000-00-0000", "見本 太郎"), "shokuin"), [], By(Taro, "10:05")),
        new ReportPassedUp([Office.SecurityOfficer], "", Automatic: false, By(new("tocho", "見本 直樹", Office.SecurityManager), "10:15")),
        new ReportEvaluated(Verdict.Incident, "宛先が見える形で送られている", Number, By(Suzu, "10:40")),
    ];

    public static readonly ImmutableArray<IncidentEvent> Events =
    [
        new IncidentOpened(Number, "講習会案内メールの誤送信", "宛先が見える形で送られている", [OccurrenceKind.Missent], EmergencyImpact.None, Outside: false, "chuo", new(), At("09:52"), At("10:05"), "shokuin", By(Suzu, "10:40")),
        new SeverityDecided(Severity.High, Severity.High, new(Confidentiality.C2, Persons: 1780), [], "", By(Suzu, "10:45")),
        new CisoInformed("誤送信について", By(Suzu, "10:50")),
        new ReportAcknowledged(Office.Ciso, "", By(Ciso, "10:55")),
        new OrderGiven(1, OrderKind.Containment, "chuo", "送信先へ削除を依頼すること。", At("12:00"), By(Suzu, "11:00")),
        new EvidencePreserved("送信済みメール（ヘッダーを含む）", "CSIRTの保管庫", null, By(Suzu, "11:20")),
        new OrderCarriedOut(1, "電話の返答が悪い田中様を除き依頼済み", By(Chief, "11:50")),
        new OrderVerified(1, "", null, By(Suzu, "12:10")),
        new PersonalDataAssessed(Data, At("09:52"), OrdinanceDefinesSensitive: false, "", By(Fumiko, "13:00")),
        new FactsRecorded(Facts(
            ("incident.summary", "講習会の案内メールを、受講予定者全員の電子メールアドレスが互いに見える状態で送信した。", FactState.Confirmed),
            ("cause.kind", "誤送信", FactState.Confirmed), ("data.items", "メールアドレス", FactState.Confirmed), ("harm.secondary", "", FactState.UnderInvestigation)), By(Fumiko, "13:30")),
        new FilingRecorded("ppc-preliminary", ["32-1-4-appi-preliminary"], "個人情報保護委員会", "Webフォーム", "", "PPC-000", At("15:00"), By(Fumiko, "15:05")),
        new FilingRecorded("soumu-fukushima-incident-report", ["19-5"], "福島県", "LGWANメール", "市町村課 例示様", "", At("16:00"), By(Fumiko, "16:05")),
        new PersonalDataAssessed(Data with { Persons = new() { Confirmed = 1780 } }, At("09:52"), OrdinanceDefinesSensitive: false, "人数が確定した", By(Fumiko, "17:00")),
        new PersonsNotified("電子メール", 1780, "", By(Fumiko, "18:00")),
        new PublicationRecorded("ホームページ、報道機関への資料配布", "電子メールの誤送信について", At("19:00"), By(Fumiko, "19:05")),
        new CauseEstablished(Determined: true, "一斉送信の手順がなく、宛先欄に入力した。", "", By(Suzu, "20:00")),
        new PreventionPlanned("一斉送信", [new(1, "一斉送信にはBCCを強制する仕組みを導入する", "somu", new(2026, 12, 25)), new(2, "全職員へ注意を喚起する", "chuo", new(2026, 11, 30))], By(Suzu, "20:30")),
        new MeasuresInstructed(Instruction.AsPlanned, "", [], null, By(Ciso, "21:00")),
        new MeasureDone(2, "朝礼で伝えた", By(Chief, "21:30")),
    ];

    /// <summary>On the incident's day, in Japan.</summary>
    public static DateTimeOffset At(string time) => new DateTimeOffset(new DateOnly(2026, 11, 22), TimeOnly.ParseExact(time, "HH:mm", null), TimeSpan.FromHours(9)).ToUniversalTime();

    public static Provenance By(Actor actor, string time) => new(actor, "web", At(time), At(time));

    public static ImmutableDictionary<string, Fact> Facts(params IEnumerable<(string Key, string Text, FactState State)> facts) => facts.ToImmutableDictionary(f => f.Key, f => new Fact(f.Text, f.State));

    public static CaseFile File(string time, params IEnumerable<IncidentEvent> and) => CaseFile.Open(Association, [.. Events, .. and], [Reported], At(time))!;
}
