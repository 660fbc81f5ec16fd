namespace CsirtFlow.Domain;

/// <summary>Every rule that can refuse a command, as a sentence with its clause. The codes are stable.</summary>
public static class Rules
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

    public static readonly PolicyRule FiledWithoutDocument = new("filed-without-document", "18-1", "ここで起案・承認した文書によらない提出です。その理由（電話で報告した、先方の用紙に書いた など）を書いてください。",
        "This is filed without a document that was drafted and approved here. Write why (by telephone, on the form of the other body ...).");
    public static readonly PolicyRule PublicationKnown = new("publication-known", "", "その番号の公表の記録はありません。",
        "There is no record of a publication with that number.");
    public static readonly PolicyRule PublishedBeforeWithdrawn = new("published-before-withdrawn", "19-6", "取下げの日時は、公表した日時より後にしてください。",
        "It cannot be withdrawn before it was published.");
    public static readonly PolicyRule ToldBeforeFollowUp = new("told-before-follow-up", "19-6", "その相手への最初の報告又は公表がまだ記録されていません。先に記録してください。",
        "Nothing has been reported or published to them yet. Record that first.");
    public static readonly PolicyRule FilingKnown = new("filing-known", "", "その番号の提出の記録はありません。",
        "There is no record of a filing with that number.");
    public static readonly PolicyRule CopyGiven = new("copy-given", "19-5", "控えのファイル（PDF又は画像）を付けてください。",
        "Attach the copy as a PDF or a picture.");

    public static readonly PolicyRule RowsFilledIn = new("rows-filled-in", "19-5", "未記入の必須項目があります。記入するか、調査中にしてください。",
        "Required rows are empty. Fill them in, or set them to “under investigation”.");
    public static readonly PolicyRule RowChangedMeanwhile = new("row-changed-meanwhile", "", "ほかの人が先に同じ欄を書き換えました。今の内容を確かめて、もう一度記入してください。",
        "Somebody else has changed the same row first. Look at what it says now and fill it in again.");
    public static readonly PolicyRule ContentAsSeen = new("content-as-seen", "18-1", "文書の内容が、表示されていたものから変わっています。今の内容を確かめて、もう一度操作してください。",
        "The document is no longer what you were shown. Look at what it says now and try again.");
    public static readonly PolicyRule DocumentIsDraft = new("document-is-draft", "18-1", "この文書は、すでに承認を依頼しています。",
        "Approval of this document has already been requested.");
    public static readonly PolicyRule PermissionAwaited = new("permission-awaited", "22-9-2", "この文書は、外部提供の許可を待っていません。",
        "This document does not wait for permission.");
    public static readonly PolicyRule ApprovalAwaited = new("approval-awaited", "18-1", "この文書は、承認を待っていません。許可が必要な文書は、許可の後に承認します。",
        "This document does not wait for approval. Where permission is needed, it comes first.");
    public static readonly PolicyRule ApprovedBefore = new("approved-before", "18-1", "承認された文書だけを提出できます。",
        "Only an approved document can be filed.");
    public static readonly PolicyRule DocumentFrozen = new("document-frozen", "", "提出又は取り下げた文書は変更できません。続報又は訂正を起案してください。",
        "A document that was filed or withdrawn cannot be changed. Draft a further issue.");
    public static readonly PolicyRule EarlierIssueFiled = new("earlier-issue-filed", "", "この様式には、まだ提出していない文書があります。それを提出するか、取り下げてから起案してください。",
        "An issue of this form is not filed yet. File or withdraw it first.");
    public static readonly PolicyRule ForPublicationsOnly = new("for-publications-only", "19-6", "公表前の確認は、報道発表・ホームページ原稿だけに記録します。",
        "Checks before publication are for what goes to the press and the website.");
    public static readonly PolicyRule FindingsExplained = new("findings-explained", "19-6", "個人名・端末名・アドレス・電話番号に見える文字があります。消すか、残してよい理由を備考に書いてください。",
        "Something looks like a person, a device, an address or a telephone number. Take it out, or write in the remark why it may stand.");
    public static readonly PolicyRule CounterpartTold = new("counterpart-told", "19-6", "いつ、だれと確認したかを備考に書いてください。",
        "Write in the remark with whom it was agreed, and when.");
    public static readonly PolicyRule ReviewAwaited = new("review-awaited", "18-1", "事後確認を待っていません。",
        "It does not wait for a review.");

    public static readonly PolicyRule PurposeGiven = new("purpose-given", "32-1-4", "名簿を何に使うかを入力してください。",
        "Enter what the list is used for.");
    public static readonly PolicyRule ListOnce = new("list-once", "32-1-4", "同じファイルの名簿が、この件に登録されています。",
        "A list from the same file is already registered for this incident.");
    public static readonly PolicyRule ListKept = new("list-kept", "22-10-2", "この名簿は削除されています。",
        "This list is deleted.");
    public static readonly PolicyRule NoticeApproved = new("notice-approved", "18-1", "「個人情報の漏えい等に関するお知らせ」の文面が承認されていません。先に文書を起案し、承認を受けてください。",
        "The words of the notice to the persons concerned are not approved. Draft the document and have it approved first.");
    public static readonly PolicyRule AddressesGiven = new("addresses-given", "32-1-4", "住所のある人がいません。住所を加えたファイルを、新しい名簿として登録してください。",
        "Nobody in the list has an address. Register a file with addresses as a new list.");
    public static readonly PolicyRule FirstInList = new("first-in-list", "", "「何人目から」は、1から住所のある人の数までにしてください。",
        "Begin with a number from 1 to that of the persons with an address.");
    public static readonly PolicyRule ReturnedOfMade = new("returned-of-made", "32-1-4", "戻った通数は1以上、これまでの分と合わせて作成した通数までにしてください。",
        "Enter at least 1, and with those before no more letters than were made.");
    public static readonly PolicyRule DeletionProposed = new("deletion-proposed", "22-10-3", "この名簿の削除は依頼されていません。",
        "Nobody has asked for the deletion of this list.");
    public static readonly PolicyRule DeletionProposedOnce = new("deletion-proposed-once", "22-10-3", "この名簿の削除は依頼済みです。",
        "The deletion of this list has already been asked for.");
    public static readonly PolicyRule DeletedByOther = new("deleted-by-other", "18-1", "削除を依頼した本人は削除できません。ほかの人が行ってください。",
        "Who asked for the deletion cannot carry it out. Have somebody else do it.");

    public static readonly PolicyRule ProposalAwaited = new("proposal-awaited", "18-1", "承認を待っている改定案はありません。",
        "No proposal waits for approval.");
    public static readonly PolicyRule ProposalReplacedWithReason = new("proposal-replaced-with-reason", "18-1", "ほかの人の改定案が承認を待っています。置き換える理由を書いてください。",
        "Somebody else's proposal waits for approval. Write why yours takes its place.");
    public static readonly PolicyRule ProposerDoesNotApprove = new("proposer-does-not-approve", "18-1", "改定案を出した人は承認できません。ほかの人が承認してください。",
        "Whoever proposed may not approve. Somebody else has to.");
    public static readonly PolicyRule FormRevisedMeanwhile = new("form-revised-meanwhile", "", "その間に改定されました。今の版を確かめてから、もう一度提案してください。",
        "It was revised meanwhile. Look at the version in force and propose again.");
    public static readonly PolicyRule ComparedWithGiven = new("compared-with-given", "", "公式欄名を照合済みにするときは、何と照合したかを「根拠」に書いてください。",
        "To state the labels as the official ones, write under “source” what they were compared with.");

    public static readonly PolicyRule AssessedFirst = new("assess-personal-data-first", "32-1-4", "個人情報の漏えい等の該当性判定を先に記録してください。マイナンバーが含まれるかどうかで様式が変わります。",
        "Record the assessment of personal data loss first. Whether My Numbers are included decides which form is used.");
    public static readonly PolicyRule MyNumberHasItsForm = new("my-number-has-its-own-form", "32-1-4", "マイナンバーが含まれる（又は含まれるか分からない）ため、この様式は使いません。個人情報保護委員会へは特定個人情報の漏えい等として報告してください。",
        "My Numbers are or may be included, so this form is not used. Report to the commission as a loss of My Number data.");
    public static readonly PolicyRule MyNumberIncluded = new("my-number-not-included", "32-1-4", "該当性判定でマイナンバーは含まれないとされているため、この様式は使いません。",
        "The assessment says that no My Numbers are included, so this form is not used.");
    public static readonly PolicyRule AttackOfThisKind = new("no-attack-of-this-kind", "38-2", "この種類のサイバー攻撃ではないため、この様式は使いません。攻撃と判断したときは「性質の判断」を記録してください。",
        "This is no cyber attack of that kind, so this form is not used. If you hold it to be an attack, state its nature.");
    public static readonly PolicyRule CrimeSuspected = new("no-crime-suspected", "38-3", "犯罪の可能性が記録されていないため、この様式は使いません。可能性があるときは「性質の判断」を記録してください。",
        "No possible crime is on record, so this form is not used. If there may be one, state the nature of the incident.");
}
