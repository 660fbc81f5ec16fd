namespace CsirtFlow.Domain;

/// <summary>Of what goes outside: filings and publications, 文書, 本人の名簿, 様式・ひな形.</summary>
public static partial class Rules
{
    public static readonly PolicyRule PublishedWithoutDocument = new("published-without-document", "18-1", "ここで起案・承認した文書によらない公表です。その理由（会見で口頭で述べた など）を書いてください。",
        "It was published without a document that was drafted and approved here. Write why (it was said at a press conference ...).");
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
    public static readonly PolicyRule PurposeNamesNobody = new("purpose-names-nobody", "22-10-2", "目的に名簿の人の氏名を書かないでください。目的は削除できない記録に残ります。",
        "Do not write the name of anybody on the list into the purpose: it stays in the record, which cannot be deleted.");
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

    public static readonly PolicyRule RetentionOver = new("retention-over", "34-6-2", "保存期間が満了していません。終結（評価）した年度の翌年度の初めから数えます。",
        "The period of retention is not over. It is counted from the beginning of the fiscal year after the one in which the matter was completed.");
    public static readonly PolicyRule NotDisposed = new("not-disposed", "22-10-2", "すでに廃棄されています。",
        "It has been disposed of.");
    public static readonly PolicyRule DisposalProposedOnce = new("disposal-proposed-once", "22-10-3", "この件の廃棄は依頼済みです。",
        "The disposal has been asked for.");
    public static readonly PolicyRule DisposalProposedBefore = new("disposal-proposed-before", "22-10-3", "この件の廃棄は依頼されていません。",
        "Nobody has asked for the disposal.");
    public static readonly PolicyRule DisposedByOther = new("disposed-by-other", "18-1", "廃棄を依頼した本人は実施できません。ほかの人が行ってください。",
        "Who asked for the disposal cannot carry it out. Have somebody else do it.");

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
