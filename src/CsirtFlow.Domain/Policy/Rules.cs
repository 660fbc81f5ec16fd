namespace CsirtFlow.Domain;

/// <summary>Every rule that can refuse a command, as a sentence with its clause. The codes are stable.</summary>
public static partial class Rules
{
    public static readonly PolicyRule TwoPersons = new("approver-is-not-drafter", "18-1", "起案・実施した本人は承認・確認できません。ほかの人が行うか、止むを得ない理由を書いてください。",
        "Who drafted it or carried it out cannot approve or check it. Have somebody else do it, or state the unavoidable reason.");
    public static readonly PolicyRule OfficeMayNot = new("office-may-not", "", "あなたの役職では、この操作はできません。",
        "None of your offices may do this.");

    public static readonly PolicyRule KindsGiven = new("kinds-given", "32-1-1", "何が起きたかを1つ以上選んでください。",
        "Choose at least one thing that happened.");
    public static readonly PolicyRule DescriptionGiven = new("description-given", "32-1-1", "状況を入力してください。",
        "Describe what you saw.");
    public static readonly PolicyRule TextTooLong = new("text-too-long", "", "文字数が多すぎます。4,000文字（件名・相手・番号などの短い欄は100から300文字）までにしてください。",
        "That is too many characters: 4,000 at most, and 100 to 300 in the short fields such as titles, names and numbers.");
    public static readonly PolicyRule TellByTelephone = new("tell-by-telephone", "32-1-1", "この報告には、これ以上加えられません。電話で窓口へ伝えてください。",
        "Nothing more can be added to this report. Tell the contact point by telephone.");
    public static readonly PolicyRule SectionGiven = new("section-given", "32-1-1", "所属を選んでください。",
        "Choose a section.");
    public static readonly PolicyRule SectionKnown = new("section-known", "", "所属が連絡網にありません。一覧から選んでください。",
        "The section is not among the contacts. Choose one from the list.");
    public static readonly PolicyRule SystemKnown = new("system-known", "", "情報システムが台帳にありません。一覧から選んでください。",
        "The information system is not in the register. Choose one from the list.");
    public static readonly PolicyRule PersonKnown = new("person-known", "", "その人は連絡網にありません。",
        "That person is not among the contacts.");
    public static readonly PolicyRule PhoneGiven = new("phone-given", "32-1-1", "折り返しの電話番号を入力してください。",
        "Enter a telephone number to call you back.");
    public static readonly PolicyRule NotInFuture = new("not-in-future", "", "まだ来ていない時刻は記録できません。",
        "A time that is still to come cannot be recorded.");
    public static readonly PolicyRule DueInFuture = new("due-in-future", "32-3-3", "期限は今より後にしてください。",
        "The limit must be later than now.");

    public static readonly PolicyRule ReasonGiven = new("reason-given", "", "理由・根拠を入力してください。",
        "Enter the reason or grounds.");
    public static readonly PolicyRule TextGiven = new("text-given", "", "内容を入力してください。",
        "Enter the content.");
    public static readonly PolicyRule TargetsGiven = new("targets-given", "", "対象を1つ以上選んでください。",
        "Choose at least one.");

    public static readonly PolicyRule EventKnown = new("event-known", "", "その番号の記録はありません。",
        "There is no record of that number.");
    public static readonly PolicyRule WorkKnown = new("work-known", "", "その番号の作業はありません。",
        "There is no work of that number.");
    public static readonly PolicyRule WorkUnfinished = new("work-unfinished", "", "その作業は、すでに終わっています。",
        "That work is already finished.");
    public static readonly PolicyRule HandsToOther = new("hands-to-other", "", "自分自身には引き継げません。",
        "You cannot hand over to yourself.");
    public static readonly PolicyRule HandsToReader = new("hands-to-reader", "34-2-3", "引き継ぐ相手は、この件を閲覧できる人から選んでください。",
        "Hand over to somebody who may see this matter.");
    public static readonly PolicyRule HandoverKnown = new("handover-known", "", "その番号の引継ぎはありません。",
        "There is no handover of that number.");
    public static readonly PolicyRule HandoverOwn = new("handover-own", "", "引継ぎの相手だけが受領できます。",
        "Only the person to whom it was handed over may receive it.");
    public static readonly PolicyRule IncidentKnown = new("incident-known", "", "その受付番号のインシデントはありません。",
        "There is no incident of that receipt number.");
    public static readonly PolicyRule ReportKnown = new("report-known", "", "その受付番号の報告はありません。",
        "There is no report of that receipt number.");
    public static readonly PolicyRule MailNotYetFiled = new("mail-not-yet-filed", "32-2-1", "このメールは、すでに扱いが決まっています。",
        "It has already been decided what this mail is.");
    public static readonly PolicyRule LinksOther = new("links-other", "", "自分自身には関連付けられません。",
        "An incident cannot be linked to itself.");
    public static readonly PolicyRule LinkedNow = new("linked-now", "", "その件とは関連付けられていません。",
        "It is not linked to that incident.");

    public static readonly PolicyRule NotYetEvaluated = new("not-yet-evaluated", "32-3-1", "この報告はインシデントとして評価済みです。",
        "This report has already been evaluated as an incident.");
    public static readonly PolicyRule JoinedNow = new("joined-now", "32-3-1", "この報告はほかのインシデントに統合されていません。",
        "This report is not joined to another incident.");
    public static readonly PolicyRule IncidentToJoinGiven = new("incident-to-join-given", "32-3-1", "統合先の受付番号（R8-0001の形）を確かめてください。その番号の、対応中のインシデントが見つかりません。",
        "Enter the receipt number of the incident to join.");
    public static readonly PolicyRule JoinsOther = new("joins-other", "32-3-1", "自分自身には統合できません。",
        "A report cannot be joined to itself.");
    public static readonly PolicyRule TitleGiven = new("title-given", "32-3-1", "件名を入力してください。",
        "Enter a title.");
    public static readonly PolicyRule JudgedIncident = new("judged-incident", "32-3-1", "インシデントとして評価された報告ではありません。",
        "This report was not evaluated as an incident.");
    public static readonly PolicyRule GroundsGiven = new("grounds-given", "32-3-1", "何を調べて確かめたかを入力してください。",
        "Enter what was examined and what it showed.");
    public static readonly PolicyRule JoinsUndoneFirst = new("joins-undone-first", "32-3-1", "統合した報告があります。先に統合を取り消し、その報告を評価してください。",
        "Reports are joined to this incident. Undo the joins and evaluate those reports first.");
    public static readonly PolicyRule NoLegalDutyOpen = new("no-legal-duty-open", "32-1-4", "法令による報告・通知の義務が残っています。先に個人情報の該当性判定を改めてください。",
        "Duties of law are still open. State the assessment of personal data loss anew first.");
    public static readonly PolicyRule RevokedForGood = new("revoked-for-good", "32-3-1", "誤報として取り消した件です。新しくわかったことは、あらためて報告してください。",
        "This incident was revoked as a false alarm. Report anew what has become known since.");
    public static readonly PolicyRule AnswerAfterNoIncident = new("answer-after-no-incident", "32-3-1", "「インシデントでない」と評価した後に回答してください。",
        "Answer after the report was evaluated as no incident.");
    public static readonly PolicyRule PassedUpBefore = new("passed-up-before", "14-3", "管理者の報告が届いてから指示してください。",
        "Give the instruction after the security manager's report has arrived.");

    public static readonly PolicyRule StaffSectionGiven = new("staff-section-given", "38-5", "職員等による不正アクセス又は違反のときに限り、その職員等の所属を選んでください。",
        "Choose the section of the person where staff gained access or broke the policy, and only then.");
    public static readonly PolicyRule ProvisionGiven = new("provision-given", "43-1", "守ることができない規定を入力してください。",
        "Enter the provision that cannot be followed.");
    public static readonly PolicyRule ExemptionEndsLater = new("exemption-ends-later", "43-1", "例外措置の終わりの日は、今日以後にしてください。",
        "The last day of the exceptional measure must be today or later.");
    public static readonly PolicyRule ExemptionKnown = new("exemption-known", "43-1", "その番号の例外措置の申請はありません。",
        "There is no application of that number for an exceptional measure.");
    public static readonly PolicyRule ExemptionAwaited = new("exemption-awaited", "43-1", "その例外措置は審査済みです。",
        "That exceptional measure has already been decided.");

    public static readonly PolicyRule DutyKnown = new("duty-known", "", "その義務は、この件にはありません。",
        "There is no such duty in this matter.");
    public static readonly PolicyRule DutyOpen = new("duty-open", "", "その義務は、すでに履行済み又は判断済みです。",
        "That duty has already been fulfilled or judged.");
    public static readonly PolicyRule DutyDiscretionary = new("duty-discretionary", "", "その義務は「必要に応じて」ではないため、不要と判断できません。",
        "That duty does not say “as needed”, so it cannot be judged unnecessary.");
    public static readonly PolicyRule DutyProvenByEvent = new("duty-proven-by-event", "", "この義務は、報告・評価・指示・届出などの操作そのもので履行してください。言葉だけでは履行になりません。",
        "Fulfil this duty by the report, evaluation, order or filing itself. Words alone do not fulfil it.");
    public static readonly PolicyRule DutyOwner = new("duty-owner", "", "その義務を負う役職の人だけが判断・記録できます。",
        "Only those who hold an office that owes the duty may judge or record it.");

    public static readonly PolicyRule StillOpen = new("still-open", "", "終結した件です。続けるには、理由を書いて再開してください。",
        "This incident is closed. To go on, reopen it with the reason.");
    public static readonly PolicyRule CisoInformedFirst = new("ciso-informed-first", "32-3-2", "CISOと副CISOへの報告がまだ記録されていません。",
        "The report to the CISO and the deputy CISO is not recorded yet.");
    public static readonly PolicyRule OrderKnown = new("order-known", "32-3-3", "その番号の指示はありません。",
        "There is no order of that number.");
    public static readonly PolicyRule OrderNotDoneYet = new("order-not-done-yet", "32-3-3", "その指示は、すでに完了が報告されています。",
        "That order has already been reported as carried out.");
    public static readonly PolicyRule OrderDoneFirst = new("order-done-first", "32-3-3", "完了の報告を受けてから確認してください。",
        "Check it after it was reported as carried out.");
    public static readonly PolicyRule OrderNotVerified = new("order-not-verified", "32-3-3", "その指示は確認済みです。",
        "That order has already been checked.");
    public static readonly PolicyRule FoundThere = new("found-there", "32-3-3", "「該当あり」と回答されたシステムを選んでください。",
        "Choose a system whose answer was “found”.");
    public static readonly PolicyRule NotRestricted = new("not-restricted", "", "閲覧を制限している件からは登録できません。報告は通常の経路で知らされます。",
        "It cannot be opened from a restricted incident, because reports are told along the ordinary chain.");
    public static readonly PolicyRule NotInvolved = new("not-involved", "34-2-3", "当事者は、その件の閲覧を制限できません。CSIRT責任者・統括・CISOのうち当事者でない人が行ってください。",
        "Nobody restricts a matter that they are involved in. The CSIRT lead, the supervising officer or the CISO does it, whoever of them is not involved.");
    public static readonly PolicyRule KeptOutNow = new("kept-out-now", "34-2-3", "緊急閲覧は、閲覧の制限により見られない件に限ります。",
        "An emergency view is for what a restriction keeps you from seeing.");
    public static readonly PolicyRule EmergencyExplained = new("emergency-explained", "34-2-3", "緊急閲覧の理由を、10文字以上で書いてください。",
        "Write the reason of the emergency view in 10 characters or more.");
    public static readonly PolicyRule EmergencyViewRuns = new("emergency-view-runs", "34-2-3", "その人の緊急閲覧は、行われていません。",
        "That person has no emergency view that runs.");
    public static readonly PolicyRule CheckKnown = new("check-known", "32-3-3", "そのシステムには確認を指示していません。",
        "No check of that system was ordered.");
    public static readonly PolicyRule TriedGiven = new("tried-given", "32-3-4", "原因が特定できないときは、何を調べたかを書いてください。",
        "Where the cause cannot be determined, write what was examined.");
    public static readonly PolicyRule CauseFirst = new("cause-first", "32-3-4", "原因の究明を記録してから、再発防止策を報告してください。",
        "Record the finding of the cause before the report on prevention measures.");
    public static readonly PolicyRule MeasuresGiven = new("measures-given", "32-3-4", "再発防止策を1つ以上、担当の所属と期日を付けて書いてください。",
        "Write at least one prevention measure, with its section and due date.");
    public static readonly PolicyRule PlanFirst = new("plan-first", "32-3-5", "CSIRTから再発防止策の報告を受けてから指示してください。",
        "Give the instruction after CSIRT's report on prevention measures has arrived.");
    public static readonly PolicyRule InstructedOnce = new("instructed-once", "32-3-5", "この計画には指示済みです。",
        "The instruction on this plan has already been given.");
    public static readonly PolicyRule InstructionFirst = new("instruction-first", "32-3-5", "CISOの指示を受けてから実施を報告してください。",
        "Report the measure after the CISO's instruction has arrived.");
    public static readonly PolicyRule MeasureKnown = new("measure-known", "32-3-5", "その番号の再発防止策はありません。",
        "There is no prevention measure of that number.");
    public static readonly PolicyRule MeasureNotDoneYet = new("measure-not-done-yet", "32-3-5", "その再発防止策は、すでに実施が報告されています。",
        "That prevention measure has already been reported as carried out.");
    public static readonly PolicyRule MeasureDoneFirst = new("measure-done-first", "32-3-5", "実施の報告を受けてから確認してください。",
        "Check it after it was reported as carried out.");
    public static readonly PolicyRule PlanStands = new("plan-stands", "32-3-5", "CISOの指示が出た計画は置き換えられません。",
        "A plan on which the CISO has given the instruction cannot be replaced.");

    public static readonly PolicyRule FactKeyKnown = new("fact-key-known", "", "その項目は様式にありません。",
        "The forms have no such item.");
    public static readonly PolicyRule KnewAfterNoticed = new("knew-not-before-all", "", "知った時点を今より後にはできません。",
        "The moment of knowing cannot be later than now.");
    public static readonly PolicyRule ReachGiven = new("reach-given", "19-6", "影響範囲を入力してください。",
        "Enter how far the effect reaches.");
    public static readonly PolicyRule SeverityBeforePublication = new("severity-before-publication", "19-6", "公表は重要度と影響範囲から判断します。重要度を先に決めてください。",
        "Publication is judged by severity and reach. Decide the severity first.");
    public static readonly PolicyRule NothingPlannedUnpublished = new("nothing-planned-unpublished", "19-6", "公表しないときは、公表日時を入力しないでください。",
        "Where nothing is published, enter no time for it.");
    public static readonly PolicyRule UnderEmbargo = new("under-embargo", "19-6", "解禁の日時より前です。先に公表されたのなら、その理由を書いて記録してください。",
        "It is before the time of release. If it was published earlier, record why.");
    public static readonly PolicyRule JudgedBeforePublished = new("judged-before-published", "19-6", "CISOの「公表の判断」がまだ記録されていません。判断を先に記録してください。すでに公表されたのなら、その理由を書いて記録してください。",
        "The CISO's judgement on publication is not recorded yet. Record it first. If it was published already, record why.");
    public static readonly PolicyRule JudgedUnpublished = new("judged-unpublished", "19-6", "CISOが公表しないと判断しています。公表されたのなら、その理由を書いて記録してください。",
        "The CISO has judged that it is not published. If it was published, record why.");
    public static readonly PolicyRule PublicationJudgedByCiso = new("publication-judged-by-ciso", "19-6", "公表の判断材料（要配慮個人情報、財産的被害、不正の目的、100人超）に当たるため、不要とする判断はCISOが「公表の判断」で記録します。",
        "A ground for publication may apply (sensitive data, damage to property, improper purpose, more than a hundred persons), so that only the CISO's judgement on publication can say that none is needed.");
    public static readonly PolicyRule SubstituteGiven = new("substitute-given", "", "通知の方法か、通知が困難なときの代替措置を書いてください。",
        "Write how the persons were told, or what is done instead where telling them is difficult.");
    public static readonly PolicyRule NotClosedYet = new("not-closed-yet", "", "この件は終結しています。",
        "This incident is closed.");
    public static readonly PolicyRule ClosedNow = new("closed-now", "", "この件は終結していません。",
        "This incident is not closed.");
}
