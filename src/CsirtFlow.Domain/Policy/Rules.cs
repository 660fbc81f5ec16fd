namespace CsirtFlow.Domain;

/// <summary>Every rule that can refuse a command, as a sentence with its clause. The codes are stable.</summary>
public static class Rules
{
    public static readonly PolicyRule TwoPersons = new("approver-is-not-drafter", "18-1", "起案・実施した本人は承認・確認できません。ほかの人が行うか、止むを得ない理由を書いてください。");
    public static readonly PolicyRule OfficeMayNot = new("office-may-not", "", "あなたの役職では、この操作はできません。");

    public static readonly PolicyRule KindsGiven = new("kinds-given", "32-1-1", "何が起きたかを1つ以上選んでください。");
    public static readonly PolicyRule DescriptionGiven = new("description-given", "32-1-1", "状況を入力してください。");
    public static readonly PolicyRule TextTooLong = new("text-too-long", "", "文字数が多すぎます。上限まで短くしてください。");
    public static readonly PolicyRule SectionGiven = new("section-given", "32-1-1", "所属を選んでください。");
    public static readonly PolicyRule SectionKnown = new("section-known", "", "所属が連絡網にありません。一覧から選んでください。");
    public static readonly PolicyRule SystemKnown = new("system-known", "", "情報システムが台帳にありません。一覧から選んでください。");
    public static readonly PolicyRule PersonKnown = new("person-known", "", "その人は連絡網にありません。");
    public static readonly PolicyRule PhoneGiven = new("phone-given", "32-1-1", "折り返しの電話番号を入力してください。");
    public static readonly PolicyRule NotInFuture = new("not-in-future", "", "まだ来ていない時刻は記録できません。");
    public static readonly PolicyRule DueInFuture = new("due-in-future", "32-3-3", "期限は今より後にしてください。");

    public static readonly PolicyRule ReasonGiven = new("reason-given", "", "理由・根拠を入力してください。");
    public static readonly PolicyRule TextGiven = new("text-given", "", "内容を入力してください。");
    public static readonly PolicyRule TargetsGiven = new("targets-given", "", "対象を1つ以上選んでください。");

    public static readonly PolicyRule EventKnown = new("event-known", "", "その番号の記録はありません。");
    public static readonly PolicyRule WorkKnown = new("work-known", "", "その番号の作業はありません。");
    public static readonly PolicyRule WorkUnfinished = new("work-unfinished", "", "その作業は、すでに終わっています。");
    public static readonly PolicyRule IncidentKnown = new("incident-known", "", "その受付番号のインシデントはありません。");
    public static readonly PolicyRule LinksOther = new("links-other", "", "自分自身には関連付けられません。");
    public static readonly PolicyRule LinkedNow = new("linked-now", "", "その件とは関連付けられていません。");

    public static readonly PolicyRule NotYetEvaluated = new("not-yet-evaluated", "32-3-1", "この報告はインシデントとして評価済みです。");
    public static readonly PolicyRule JoinedNow = new("joined-now", "32-3-1", "この報告はほかのインシデントに統合されていません。");
    public static readonly PolicyRule IncidentToJoinGiven = new("incident-to-join-given", "32-3-1", "統合先のインシデントの受付番号を入力してください。");
    public static readonly PolicyRule JoinsOther = new("joins-other", "32-3-1", "自分自身には統合できません。");
    public static readonly PolicyRule TitleGiven = new("title-given", "32-3-1", "件名を入力してください。");
    public static readonly PolicyRule AnswerAfterNoIncident = new("answer-after-no-incident", "32-3-1", "「インシデントでない」と評価した後に回答してください。");
    public static readonly PolicyRule PassedUpBefore = new("passed-up-before", "14-3", "管理者の報告が届いてから指示してください。");

    public static readonly PolicyRule DutyKnown = new("duty-known", "", "その義務は、この件にはありません。");
    public static readonly PolicyRule DutyOpen = new("duty-open", "", "その義務は、すでに履行済み又は判断済みです。");
    public static readonly PolicyRule DutyDiscretionary = new("duty-discretionary", "", "その義務は「必要に応じて」ではないため、不要と判断できません。");
    public static readonly PolicyRule DutyProvenByEvent = new("duty-proven-by-event", "", "この義務は、報告・評価・指示・届出などの操作そのもので履行してください。言葉だけでは履行になりません。");
    public static readonly PolicyRule DutyOwner = new("duty-owner", "", "その義務を負う役職の人だけが判断・記録できます。");

    public static readonly PolicyRule StillOpen = new("still-open", "", "終結した件です。続けるには、理由を書いて再開してください。");
    public static readonly PolicyRule CisoInformedFirst = new("ciso-informed-first", "32-3-2", "CISOと副CISOへの報告がまだ記録されていません。");
    public static readonly PolicyRule OrderKnown = new("order-known", "32-3-3", "その番号の指示はありません。");
    public static readonly PolicyRule OrderNotDoneYet = new("order-not-done-yet", "32-3-3", "その指示は、すでに完了が報告されています。");
    public static readonly PolicyRule OrderDoneFirst = new("order-done-first", "32-3-3", "完了の報告を受けてから確認してください。");
    public static readonly PolicyRule OrderNotVerified = new("order-not-verified", "32-3-3", "その指示は確認済みです。");
    public static readonly PolicyRule FoundThere = new("found-there", "32-3-3", "「該当あり」と回答されたシステムを選んでください。");
    public static readonly PolicyRule NotRestricted = new("not-restricted", "", "閲覧を制限している件からは登録できません。報告は通常の経路で知らされます。");
    public static readonly PolicyRule CheckKnown = new("check-known", "32-3-3", "そのシステムには確認を指示していません。");
    public static readonly PolicyRule TriedGiven = new("tried-given", "32-3-4", "原因が特定できないときは、何を調べたかを書いてください。");
    public static readonly PolicyRule CauseFirst = new("cause-first", "32-3-4", "原因の究明を記録してから、再発防止策を報告してください。");
    public static readonly PolicyRule MeasuresGiven = new("measures-given", "32-3-4", "再発防止策を1つ以上、担当の所属と期日を付けて書いてください。");
    public static readonly PolicyRule PlanFirst = new("plan-first", "32-3-5", "CSIRTから再発防止策の報告を受けてから指示してください。");
    public static readonly PolicyRule InstructedOnce = new("instructed-once", "32-3-5", "この計画には指示済みです。");
    public static readonly PolicyRule InstructionFirst = new("instruction-first", "32-3-5", "CISOの指示を受けてから実施を報告してください。");
    public static readonly PolicyRule MeasureKnown = new("measure-known", "32-3-5", "その番号の再発防止策はありません。");
    public static readonly PolicyRule MeasureNotDoneYet = new("measure-not-done-yet", "32-3-5", "その再発防止策は、すでに実施が報告されています。");
    public static readonly PolicyRule MeasureDoneFirst = new("measure-done-first", "32-3-5", "実施の報告を受けてから確認してください。");
    public static readonly PolicyRule PlanStands = new("plan-stands", "32-3-5", "CISOの指示が出た計画は置き換えられません。");

    public static readonly PolicyRule FactKeyKnown = new("fact-key-known", "", "その項目は様式にありません。");
    public static readonly PolicyRule KnewAfterNoticed = new("knew-not-before-all", "", "知った時点を今より後にはできません。");
    public static readonly PolicyRule SubstituteGiven = new("substitute-given", "", "通知の方法か、通知が困難なときの代替措置を書いてください。");
    public static readonly PolicyRule NotClosedYet = new("not-closed-yet", "", "この件は終結しています。");
    public static readonly PolicyRule ClosedNow = new("closed-now", "", "この件は終結していません。");

    public static readonly PolicyRule RowsFilledIn = new("rows-filled-in", "19-5", "未記入の必須項目があります。記入するか、調査中にしてください。");
    public static readonly PolicyRule RowChangedMeanwhile = new("row-changed-meanwhile", "", "ほかの人が先に同じ欄を書き換えました。今の内容を確かめて、もう一度記入してください。");
    public static readonly PolicyRule ContentAsSeen = new("content-as-seen", "18-1", "文書の内容が、表示されていたものから変わっています。今の内容を確かめて、もう一度操作してください。");
    public static readonly PolicyRule DocumentIsDraft = new("document-is-draft", "18-1", "この文書は、すでに承認を依頼しています。");
    public static readonly PolicyRule PermissionAwaited = new("permission-awaited", "22-9-2", "この文書は、外部提供の許可を待っていません。");
    public static readonly PolicyRule ApprovalAwaited = new("approval-awaited", "18-1", "この文書は、承認を待っていません。許可が必要な文書は、許可の後に承認します。");
    public static readonly PolicyRule ApprovedBefore = new("approved-before", "18-1", "承認された文書だけを提出できます。");
    public static readonly PolicyRule DocumentFrozen = new("document-frozen", "", "提出又は取り下げた文書は変更できません。続報又は訂正を起案してください。");
    public static readonly PolicyRule EarlierIssueFiled = new("earlier-issue-filed", "", "この様式には、まだ提出していない文書があります。それを提出するか、取り下げてから起案してください。");
    public static readonly PolicyRule ReviewAwaited = new("review-awaited", "18-1", "事後確認を待っていません。");
}
