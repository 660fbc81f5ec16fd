using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Domain.Tests;

/// <summary>An invented fire association, its people and one matter. Nobody here exists.</summary>
public static class Demo
{
    /// <summary>Monday, 1 June 2026, 09:00 in Japan.</summary>
    public static readonly DateTimeOffset Monday9 = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    public const string Number = "R8-0001";
    public const string General = "soumu";
    public const string Guard = "keibou";
    public const string Station = "chuo";
    public const string Archive = "bunsho";
    public const string Statistics = "kyukyu";
    public const string Dispatch = "shirei";

    public static readonly Person Asano = Who("asano", "浅野 光一", "管理者", General);
    public static readonly Person Katayama = Who("katayama", "片山 修", "消防長", General);
    public static readonly Person Noguchi = Who("noguchi", "野口 恵", "総務課長", General);
    public static readonly Person Kobayashi = Who("kobayashi", "小林 由美", "総務課主幹", General);
    public static readonly Person Nakamura = Who("nakamura", "中村 光", "総務課主事", General);
    public static readonly Person Ogawa = Who("ogawa", "小川 幸", "総務課総務係長", General);
    public static readonly Person Mori = Who("mori", "森 隆", "総務課課長補佐", General);
    public static readonly Person Matsuda = Who("matsuda", "松田 剛", "警防課長", Guard);
    public static readonly Person Ishii = Who("ishii", "石井 健", "警防課課長補佐", Guard);
    public static readonly Person Hara = Who("hara", "原 智", "警防課救急係長", Guard);
    public static readonly Person Okada = Who("okada", "岡田 誠", "中央消防署長", Station);
    public static readonly Person Hirano = Who("hirano", "平野 豊", "中央消防署次長", Station);
    public static readonly Person Uchida = Who("uchida", "内田 進", "中央消防署副署長", Station);
    public static readonly Person Miura = Who("miura", "三浦 一", "主幹（当直長）", Station);
    public static readonly Person Nishida = Who("nishida", "西田 二郎", "主幹（当直長）", Station);
    public static readonly Person Azuma = Who("azuma", "東 三郎", "主幹（当直長）", Station);
    public static readonly Person Ueda = Who("ueda", "上田 実", "通信指令係長", Station);
    public static readonly Person Tani = Who("tani", "谷 翔", "通信指令係", Station);
    public static readonly Person Yamamoto = Who("yamamoto", "山本 さくら", "消防士", Station);
    public static readonly Person Tanaka = Who("tanaka", "田中 明", "CSIRT責任者", General);
    public static readonly Person Suzuki = Who("suzuki", "鈴木 花", "CSIRT要員", General);
    public static readonly Person Sato = Who("sato", "佐藤 陽", "CSIRT要員", Guard);
    public static readonly Person Takahashi = Who("takahashi", "高橋 直子", "統一的な窓口", General);
    public static readonly Person Onishi = Who("onishi", "大西 清", "監査担当", General);

    public static readonly Organisation Organisation = new()
    {
        Id = "demo",
        Name = "架空地方消防組合",
        Sections = [new(General, "総務課"), new(Guard, "警防課"), new(Station, "中央消防署")],
        Systems = [new(Archive, "文書管理システム", General), new(Statistics, "救急統計システム", Guard), new(Dispatch, "高機能消防指令システム", Station)],
        People = [Asano, Katayama, Noguchi, Kobayashi, Nakamura, Ogawa, Mori, Matsuda, Ishii, Hara, Okada, Hirano, Uchida, Miura, Nishida, Azuma, Ueda, Tani, Yamamoto, Tanaka, Suzuki, Sato, Takahashi, Onishi],
        Assignments =
        [
            new(Asano.Id, Office.Ciso),
            new(Katayama.Id, Office.SupervisingOfficer),
            new(Noguchi.Id, Office.SecurityOfficer, General),
            new(Matsuda.Id, Office.SecurityOfficer, Guard),
            new(Okada.Id, Office.SecurityOfficer, Station),
            new(Hirano.Id, Office.SecurityOfficer, Station, Deputy: 1),
            new(Uchida.Id, Office.SecurityOfficer, Station, Deputy: 2),
            new(Kobayashi.Id, Office.SecurityManager, General),
            new(Ishii.Id, Office.SecurityManager, Guard),
            new(Miura.Id, Office.SecurityManager, Station),
            new(Nishida.Id, Office.SecurityManager, Station),
            new(Azuma.Id, Office.SecurityManager, Station),
            new(Tanaka.Id, Office.CsirtLead),
            new(Suzuki.Id, Office.CsirtMember),
            new(Sato.Id, Office.CsirtMember),
            new(Takahashi.Id, Office.ContactPoint),
            new(Ogawa.Id, Office.Administration),
            new(Mori.Id, Office.SystemManager, SystemId: Archive),
            new(Hara.Id, Office.SystemManager, SystemId: Statistics),
            new(Ueda.Id, Office.SystemManager, SystemId: Dispatch),
            new(Tani.Id, Office.SystemOperator, SystemId: Dispatch),
            new(Onishi.Id, Office.Auditor),
        ],
        Shifts = [Shift(Miura, 0), Shift(Nishida, 1), Shift(Azuma, 2)],
    };

    public static readonly OccurrenceReported Reported = Report(OccurrenceKind.Other);
    public static readonly OccurrenceReported ReportedByResident = Report(OccurrenceKind.OutsideContact) with { Outside = true, Channel = Channel.Window, Reporter = new(new("", "")), Origin = new(Actor.Anonymous, "web", Monday9, Monday9) };
    public static readonly ReportPassedUp PassedUp = new([Office.SecurityOfficer, Office.SupervisingOfficer], "", Automatic: false, Miura.As(Office.SecurityManager, Monday9.AddMinutes(10)));
    public static readonly ReportEvaluated Harmless = new(Verdict.NotIncident, "迷惑メールで、添付は開いていない", null, Suzuki.As(Office.CsirtMember, Monday9.AddMinutes(30)));
    public static readonly ReportEvaluated Judged = new(Verdict.Incident, "不正プログラムを確認した", Number, Suzuki.As(Office.CsirtMember, Monday9.AddMinutes(30)));
    public static readonly ReportEvaluated Joined = new(Verdict.Joined, "R8-0002と同じ不審メール", "R8-0002", Suzuki.As(Office.CsirtMember, Monday9.AddMinutes(30)));

    /// <summary>A report of which nothing is left to be done, and which opened the incident.</summary>
    public static readonly ReportEvent[] Settled = [Reported, PassedUp with { To = [Office.SecurityOfficer, Office.SupervisingOfficer, Office.Ciso] }, new InstructionGiven("端末に触れないこと", Okada.As(Office.SecurityOfficer, Monday9.AddMinutes(20))), Judged];

    public static readonly IncidentOpened Opened = new(Number, "当直室の端末の不正プログラム感染", "不正プログラムを確認した", [OccurrenceKind.Malware], EmergencyImpact.None, Outside: false, Station,
        new Nature(), Monday9.AddMinutes(-10), Monday9, Yamamoto.Id, Suzuki.As(Office.CsirtMember, Monday9.AddMinutes(30)));
    public static readonly CisoInformed Informed = new("当直室の端末1台が感染。ネットワークから切り離した。", Suzuki.As(Office.CsirtMember, Monday9.AddMinutes(40)));
    public static readonly OrderGiven Ordered = new(1, OrderKind.Containment, Station, "端末をネットワークから切り離すこと", Monday9.AddHours(2), Suzuki.As(Office.CsirtMember, Monday9.AddMinutes(45)));
    public static readonly OrderCarriedOut CarriedOut = new(1, "9時50分に切り離した", Okada.As(Office.SecurityOfficer, Monday9.AddMinutes(55)));
    public static readonly OrderVerified Verified = new(1, "", null, Suzuki.As(Office.CsirtMember, Monday9.AddHours(1)));
    public static readonly SystemsCheckOrdered CheckOrdered = new([Archive, Statistics], "同じ通信の記録がないか確認すること", Monday9.AddHours(24), Suzuki.As(Office.CsirtMember, Monday9.AddHours(1)));
    public static readonly CauseEstablished CauseFound = new(true, "添付ファイルのマクロの実行", "", Suzuki.As(Office.CsirtMember, Monday9.AddDays(2)));
    public static readonly PreventionPlanned Planned = new("マクロの実行を止め、訓練を行う", [new(1, "マクロの実行を管理者権限に限る", General, new(2026, 7, 31))], Suzuki.As(Office.CsirtMember, Monday9.AddDays(3)));
    public static readonly MeasuresInstructed Instructed = new(Instruction.AsPlanned, "", Planned.Measures, null, Asano.As(Office.Ciso, Monday9.AddDays(4)));
    public static readonly MeasureDone Done = new(1, "7月1日に設定した", Noguchi.As(Office.SecurityOfficer, Monday9.AddDays(30)));
    /// <summary>350 names may have leaked through an attack: 規則43条3号 and 4号.</summary>
    public static readonly PersonalDataFacts Leak = new()
    {
        HeldInformation = Answer.Yes,
        SensitiveInformation = Answer.No,
        PropertyDamageFeared = Answer.No,
        ImproperPurposeFeared = Answer.Yes,
        Persons = new() { PossibleMaximum = 350 },
        Loss = new() { Leak = LossState.Feared, Destruction = LossState.None, Damage = LossState.None },
        Encryption = new() { KeySeparated = Answer.No },
        MyNumber = new() { Included = Answer.No },
    };

    /// <summary>Three names that went astray: none of 規則43条各号.</summary>
    public static readonly PersonalDataFacts FewNames = Leak with
    {
        InformationBeingCollected = Answer.No,
        ImproperPurposeFeared = Answer.No,
        Persons = new() { Confirmed = 3 },
        Loss = Leak.Loss with { Leak = LossState.Occurred },
    };

    public static readonly PersonalDataFacts NoPersonalData = new() { HeldInformation = Answer.No, InformationBeingCollected = Answer.No, MyNumber = new() { Included = Answer.No } };

    public static readonly PersonalDataAssessed Assessed = new(Leak, Opened.NoticedAt, false, "", Ogawa.As(Office.Administration, Monday9.AddMinutes(30)));
    public static readonly IncidentClosed Closed = new("", Tanaka.As(Office.CsirtLead, Monday9.AddDays(10)));

    /// <summary>A report of these kinds from the station, noticed ten minutes earlier.</summary>
    public static OccurrenceReported Report(params OccurrenceKind[] kinds) =>
        new(Number, Channel.Form, Outside: false, new Occurrence([.. kinds], EmergencyImpact.None, "添付ファイルを開いたら画面が固まった", Station, Monday9.AddMinutes(-10)),
            new Reporter(new("内線 214", "山本"), Yamamoto.Id), [], Yamamoto.As(Office.Staff, Monday9) with { OccurredAt = Monday9.AddMinutes(-10) });

    public static Provenance As(this Person person, Office office, DateTimeOffset at, string? onBehalf = null) =>
        new(new Actor(person.Id, person.Name, office, onBehalf), "test", at, at);

    public static Organisation Without(this Organisation o, Office office) => o with { Assignments = o.Assignments.RemoveAll(a => a.Office == office) };

    public static Organisation With(this Organisation o, params Assignment[] more) => o with { Assignments = o.Assignments.AddRange(more) };

    /// <summary>These people are away the whole week.</summary>
    public static Organisation Away(this Organisation o, params Person[] people) =>
        o with { Absences = o.Absences.AddRange(people.Select(p => new Absence(p.Id, Monday9.AddDays(-1), Monday9.AddDays(7), "出張"))) };

    private static Person Who(string id, string name, string title, string section) => new(id, name, title, section, $"{id}@example.jp", "024-000-0000");

    private static Shift Shift(Person who, int day) => new(who.Id, Office.SecurityManager, Station, Monday9.AddDays(day).AddMinutes(-30), Monday9.AddDays(day + 1).AddMinutes(-30));
}
