namespace CsirtFlow.Domain.Tests;

/// <summary>Who tells whom (regulations 8.4), held against the table of duties: a route that is missing there is a gap in the service.</summary>
public sealed class RoutesTests
{
    private static readonly (string Key, string Clause, bool HasAddressee)[] Rows =
    [
        .. DutyTable.OfReport.Select(d => (d.Key, d.Clause, !d.Towards.IsEmpty || !d.TowardsOutside.IsEmpty)),
        .. DutyTable.OfIncident.Select(d => (d.Key, d.Clause, !d.Towards.IsEmpty || !d.TowardsOutside.IsEmpty)),
    ];

    /// <summary>The table of the service's own specification (section 3), and the kinds of report below it.</summary>
    private static readonly string[] Specified =
    [
        "32-1-1", "32-2-1", "32-1-2", "32-2-2", "32-1-3", "32-2-3", "14-3", "32-3-1", "32-3-2", "32-3-3", "32-3-4", "32-3-5", "32-1-4", "32-1-5", "19-5", "19-6", "19-7", "38-2", "38-3",
        "33-1-1ウ", "33-1-2", "33-3-4", "34-15-4", "37-3-7", "38-1-3", "38-5", "41-3-1", "45-2-1", "45-2-2", "46-3-1ウ", "34-7", "43-1", "43-2",
    ];

    /// <summary>regulations 8.4 whole, in the order of the table: the duties that a route is, or why it is none.</summary>
    private static readonly (string Route, string[] Duties, string WhyNone)[] Routes =
    [
        ("庁内でインシデントを認知 32-1-1", ["32-1-1"], ""),
        ("受けた後 32-1-2", ["32-1-2"], ""),
        ("必要に応じ 32-1-3", ["32-1-3"], ""),
        ("侵害・そのおそれ 14-3", ["14-3"], ""),
        ("窓口が受けた 19-3", ["19-3"], ""),
        ("住民等外部から 32-2-1", ["32-2-1"], ""),
        ("受けた後 32-2-2", ["32-2-2"], ""),
        ("必要に応じ 32-2-3", ["32-2-3"], ""),
        ("クラウドのインシデント 32-1-5", ["32-1-5"], ""),
        ("CSIRTがインシデントと評価 32-3-2", ["32-3-2"], ""),
        ("応急措置・復旧 32-3-3", ["32-3-3", "32-3-3-recovery", "32-3-3-done"], ""),
        ("類似事象の可能性 32-3-3", ["32-3-3-others"], ""),
        ("再発防止策 32-3-4", ["32-3-4-prevention"], ""),
        ("再発防止の措置 32-3-5", ["32-3-5", "32-3-5-measures"], ""),
        ("緊急時 12-8", ["12-8"], ""),
        ("個人情報の漏えい等 32-1-4", ["32-1-4", .. PersonalDataLaw.DutyKeys, "32-1-4-mynumber-guideline", "32-1-4-persons"], ""),
        ("インシデント認知 19-5", ["19-5", "19-5-follow-up"], ""),
        ("インシデント認知（公表） 19-6", ["19-6", "19-6-follow-up"], ""),
        ("情報共有 19-7", ["19-7"], ""),
        ("サーバ等への攻撃・リスク 38-2", ["38-2"], ""),
        ("犯罪の可能性 38-3", ["38-3"], ""),
        ("ICカード等の紛失 33-1-1ウ", ["33-1-1ウ", "33-1-2"], ""),
        ("パスワード流出のおそれ 33-3-4", ["33-3-4", "33-3-4-change"], ""),
        ("重要な電子メールの誤送信 34-15-4", ["34-15-4"], ""),
        ("ウェブ書換えの検出 38-1-3", ["38-1-3"], ""),
        ("業務外ウェブ閲覧の発見 34-20-2", [], "Found in the logs by the 統括, no incident; reported here it is a breach, whose route (41-3-1) names the manager too."),
        ("職員の不正アクセス発見 38-5", ["38-5"], ""),
        ("ポリシー違反を発見 41-3-1", ["41-3-1"], ""),
        ("違反を確認（職員） 45-2-2", ["45-2-2"], ""),
        ("違反を確認（統括） 45-2-1", ["45-2-1"], ""),
        ("権利の停止・剥奪 45-2-3", ["45-2-3"], ""),
        ("遵守状況の問題 41-1-1", [], "Found by the periodic check of compliance, not by an incident."),
        ("緊急の例外措置 43-2", ["43-2"], ""),
        ("委託先の措置内容 46-3-1ウ", ["46-3-1ウ", "46-3-1ウ-ciso", "46-3-1エ"], ""),
        ("特権代行者を認めた 35-1-3エ", [], "Who holds privileges is decided beforehand, not about an incident."),
        ("CISOの戦略決定 19-4", [], "About the strategy, not about an incident."),
        ("横断改善の結果 52", [], "Of the yearly review by the committee."),
        ("改善指示の結果 36-12", [], "Of the maintenance of systems, not about an incident."),
        ("研修状況 31-2", [], "Periodic."),
        ("監査結果・自己点検結果 50-5, 51-2", [], "Periodic."),
    ];

    [Fact]
    public void Every_route_of_the_policy_is_a_duty_or_says_why_it_is_none()
    {
        Assert.Equal(40, Routes.Length);
        Assert.All(Routes, r => Assert.True(r.Duties.Length == 0 != (r.WhyNone.Length == 0), r.Route));
        Assert.Empty(Routes.SelectMany(r => r.Duties).Except(Rows.Select(r => r.Key)));
    }

    /// <summary>43-1 is a gate (regulations 8.6); the rest without a route is owed to nobody: it is done, judged or kept.</summary>
    [Fact]
    public void Every_duty_towards_somebody_has_its_route() =>
        Assert.Equal(["43-1"], Rows.Where(r => r.HasAddressee).Select(r => r.Key).Except(Routes.SelectMany(r => r.Duties)));

    [Fact]
    public void Every_duty_of_the_chain_and_every_kind_of_report_is_in_the_table() =>
        Assert.Empty(Specified.Except(Rows.Select(r => r.Clause)));
}
