using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>作業: what CSIRT has somebody do, beside the duties of the policy and the 指示 to a section.</summary>
/// <param name="PersonId">担当; null while nobody has taken it.</param>
/// <param name="Due">UTC instant, or null.</param>
public sealed record WorkItem(int Number, string Text, string? PersonId, DateTimeOffset? Due, DateTimeOffset AddedAt)
{
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>False when it was dropped.</summary>
    public bool Done { get; init; }

    public string Account { get; init; } = "";
}

/// <summary>作業の追加.</summary>
[Term("作業の追加", "Work added"), By(Office.CsirtLead, Office.CsirtMember)]
public sealed record AddWork(string Text, string? PersonId = null, DateTimeOffset? Due = null) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        Check.Text(Text, Rules.TextGiven, 500);
        PolicyViolationException.ThrowIf(PersonId is not null && c.Organisation.Person(PersonId) is null, Rules.PersonKnown);
        PolicyViolationException.ThrowIf(Due <= c.Now, Rules.DueInFuture);

        return [new WorkAdded(state.Work.Length + 1, Text, PersonId, Due, c.Origin)];
    }
}

/// <summary>ひな形から作業を追加: what is usually done for the kinds of this incident, as far as it is not on the list yet.</summary>
[Term("ひな形から作業を追加", "Work from the usual list"), By(Office.CsirtLead, Office.CsirtMember)]
public sealed record AddUsualWork : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        var missing = state.Kinds.SelectMany(k => UsualWork.Of(k)).Distinct().Except(state.Work.Select(w => w.Text));
        return [.. missing.Select((text, i) => new WorkAdded(state.Work.Length + 1 + i, text, null, null, c.Origin))];
    }
}

/// <summary>作業の完了, or that it is not needed any more.</summary>
[Term("作業の完了", "Work finished"), By(Office.CsirtLead, Office.CsirtMember, Office.SecurityOfficer, Office.SecurityManager, Office.SystemManager, Office.Administration)]
public sealed record FinishWork(int Work, bool Dropped = false, string Account = "") : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Length(Account);
        var item = state.Work.FirstOrDefault(w => w.Number == Work);
        PolicyViolationException.ThrowIf(item is null, Rules.WorkKnown);
        PolicyViolationException.ThrowIf(item!.FinishedAt is not null, Rules.WorkUnfinished);
        if (Dropped) Check.Text(Account, Rules.ReasonGiven);

        return [new WorkFinished(Work, !Dropped, Account ?? "", c.Origin)];
    }
}

/// <summary>作業のひな形, by kind.</summary>
public static class UsualWork
{
    private static readonly ImmutableArray<string> OfMalware =
    [
        "該当端末をネットワークから切り離す（指令台・119番受付・無線の端末は当直長へ確認してから）",
        "端末のメモリとディスクを保全する（委託事業者へ依頼）",
        "同じ共有フォルダー・同じ利用者の端末を確認する",
        "バックアップの有無と世代、切り離されていることを確認する",
        "通信記録（ファイアウォール・プロキシ）を保全する",
    ];

    private static readonly ImmutableArray<string> OfAccount =
    [
        "該当する利用者のパスワードを変更し、接続中の利用を切断する",
        "ログイン記録と転送設定を確認する",
        "同じメールを受け取った職員を確認する",
    ];

    public static ImmutableArray<string> Of(OccurrenceKind kind) => kind switch
    {
        OccurrenceKind.Ransom => OfMalware.Add("脅迫文と拡張子を写真に撮り、金銭を支払わないことを確認する"),
        OccurrenceKind.Malware => OfMalware,
        OccurrenceKind.SuspiciousMail => OfAccount.Add("不審なメールの原本（ヘッダーつき）を保全する"),
        OccurrenceKind.AccountMisuse => OfAccount,
        OccurrenceKind.Loss =>
        [
            "紛失した機器・書類に含まれる情報と人数を確かめる",
            "ICカード・端末・アカウントを停止する",
            "暗号化・画面ロックの有無と、遠隔消去の可否を確かめる",
            "警察への遺失届・盗難届の受理番号を記録する",
        ],
        OccurrenceKind.Missent =>
        [
            "送信先へ連絡し、開かずに削除してもらい、結果を記録する",
            "含まれていた項目と本人の数を確かめる",
            "送信した原本と送信記録を保全する",
        ],
        OccurrenceKind.Website =>
        [
            "公開を止め、利用者への案内を出す",
            "改ざんされた内容とサーバーの記録を保全する",
            "管理用アカウントのパスワードを変更する",
        ],
        OccurrenceKind.Outage =>
        [
            "止まった業務と、紙の手順への切替えを確認する",
            "保守事業者へ連絡し、原因と復旧見込みを聞く",
        ],
        OccurrenceKind.PolicyBreach => ["利用の記録を保全する", "本人への聞き取りの前に、統括と進め方を決める"],
        OccurrenceKind.OutsideContact => ["連絡してきた方へ、いつまでに何を返すかを伝える"],
        _ => [],
    };
}
