using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Web.Forms;

/// <summary>様式・ひな形 and their revision, in both languages; what stands in them is Japanese.</summary>
public sealed class FormWords(Language language)
{
    public string Title => language.Say("様式・ひな形", "Forms and templates");

    public string Lead => language.Say("文書の様式と通知文のひな形です。改定は、1人が案を出し、別の人が承認したときから使われます（第18条第1項）。作成中の文書は、始めたときの版のままです。", "Forms of documents and templates of notices. A revision is used once one person has proposed and another has approved it (Art. 18(1)). A document keeps the version that it began with.");

    public string Forms => language.Say("様式", "Forms");

    public string Templates => language.Say("通知文のひな形", "Templates of notices");

    public string Subject => language.Say("件名", "Subject");

    public string Text => language.Say("本文", "Text");

    public string Places => language.Say("使える差込み", "What can be filled in");

    public string PlacesHint => language.Say("{{ 名前 }} と書くと値に替わります。{{ if 名前 }}…{{ end }} と {{ for duty in duties }}…{{ end }} も使えます。", "{{ name }} becomes the value. {{ if name }}…{{ end }} and {{ for duty in duties }}…{{ end }} can be used too.");

    public string SampleMail => language.Say("通知文の見本", "Sample of the notice");

    public string NowTemplate => language.Say("今のひな形", "The template as it stands");

    public string Name => language.Say("名称", "Name");

    public string Version => language.Say("版", "Version");

    public string VersionOf(int version, bool ofHouse) => language.Say($"第{version}版（{(ofHouse ? "改定" : "製品")}）", $"Version {version} ({(ofHouse ? "revised here" : "of the product")})");

    public string Number(int version) => language.Say($"第{version}版", $"Version {version}");

    public string ValidFrom => language.Say("適用開始日", "First day");

    public string Sources => language.Say("根拠", "Sources");

    public string Proposal => language.Say("改定案", "Proposal");

    public string None => language.Say("なし", "None");

    public string NotInForce => language.Say("適用前", "Not in force");

    public string InForce => language.Say("今の様式", "The form as it stands");

    public string NewForm => language.Say("新しい様式を作る", "Make a new form");

    public string NewFormHint => language.Say("今の様式を写して、別の名前で始めます。", "It begins as a copy of a form, under another name.");

    public string Id => language.Say("様式の id", "Id of the form");

    public string IdHint => language.Say("英小文字・数字・ハイフン。後から変えられません。", "Small letters, digits and hyphens. It cannot be changed later.");

    public string IdWrong => language.Say("id は、まだ使われていない英小文字・数字・ハイフンの60文字までの名前にしてください。", "The id must be new and made of small letters, digits and hyphens, 60 at most.");

    public string CopyOf => language.Say("写す様式", "Copy of");

    public string Begin => language.Say("案を書き始める", "Begin the proposal");

    public string ToList => language.Say("様式・ひな形の一覧", "All forms and templates");

    public string Edit => language.Say("改定案を作る", "Propose a revision");

    public string GoOn => language.Say("改定案を書き直す", "Write the proposal anew");

    public string Download => language.Say("JSONで取り出す", "Take it out as JSON");

    public string ProposedBy => language.Say("案を出した人", "Proposed by");

    public string ApprovedBy => language.Say("承認した人", "Approved by");

    public string Reason => language.Say("改定の理由", "Reason of the revision");

    public string Source => language.Say("改定の根拠・照合した相手", "What it rests on, what it was compared with");

    public string SourceHint => language.Say("公式欄名を照合済みにするときは必ず書きます。", "Required where the labels are stated as the official ones.");

    public string ReplacesBecause => language.Say("ほかの人の案を置き換える理由", "Why it takes the place of somebody else's proposal");

    public string Returned => language.Say("差し戻されました：", "Returned: ");

    public string Awaits => language.Say("承認待ち", "Waits for approval");

    public string Difference(int version) => language.Say($"第{version}版との違い", $"How it differs from version {version}");

    public string NoDifference => language.Say("内容の違いはありません。", "The content is the same.");

    public string NothingBefore => language.Say("新しい様式です。", "It is a new form.");

    public string What => language.Say("どこが", "What");

    public string Before => language.Say("今", "Now");

    public string After => language.Say("案", "Proposed");

    public string Sample => language.Say("仕上がり（見本の値）", "Finished page (with sample values)");

    public string Course => language.Say("改定の経過", "Course of the revisions");

    public string When => language.Say("いつ", "When");

    public string Versions => language.Say("版の一覧", "Versions");

    public string Recorded => language.Say("記録しました。", "Recorded.");

    public string Unconfirmed => language.Say("公式欄名は未照合", "Labels not compared with the official form");

    public string EditTitle(string title) => language.Say($"改定案：{title}", $"Proposal: {title}");

    public string EditLead => language.Say("案を出しても、別の人が承認するまで今の版が使われます。「見本を見る」では何も記録しません。", "The version in force is used until somebody else has approved the proposal. Looking at the sample records nothing.");

    public string OthersProposal => language.Say("の案が承認を待っています。下は、その案の内容です。", " has made a proposal that waits for approval. Below is what it says.");

    public string FormTitle => language.Say("題名（{issue} は第n報に替わります）", "Title ({issue} becomes the number of the report)");

    public string Classification => language.Say("区分", "Classification");

    public string Audience => language.Say("読む人", "Who reads it");

    public string AudienceOf(CsirtFlow.Notifications.Documents.Audience audience) => audience switch
    {
        CsirtFlow.Notifications.Documents.Audience.House => language.Say("庁内", "The house"),
        CsirtFlow.Notifications.Documents.Audience.Authority => language.Say("官公署", "Authorities"),
        _ => language.Say("報道機関・住民・本人", "Press, residents, persons concerned"),
    };

    public string Internal => language.Say("庁内の文書（外へ出さない）", "Internal (does not leave the house)");

    public string Publication => language.Say("公表する文書（報道発表・ホームページ）", "For publication (press, website)");

    public string Confirmed => language.Say("公式欄名を照合済み", "Labels compared with the official form");

    public string Serves => language.Say("この様式の提出で果たす義務", "Duties that a filing on this form fulfils");

    public string LeadText => language.Say("前文（1行が1段落）", "Opening (one paragraph a line)");

    public string Notes => language.Say("備考（1行に1件）", "Notes (one a line)");

    public string SourcesLines => language.Say("様式の根拠（1行に1件）", "Sources of the form (one a line)");

    public string Addressees => language.Say("宛先（1行に1件。名称と敬称を「｜」で区切る）", "Addressees (one a line, name and form of address set apart by a full-width bar)");

    public string SectionsTitle => language.Say("節", "Sections");

    public string SectionTitle(int n) => language.Say($"節{n}の題名", $"Title of section {n}");

    public string SectionNumber(int n) => language.Say($"節{n}の番号", $"Number of section {n}");

    public string SectionOrder(int n) => language.Say($"節{n}の順", $"Place of section {n}");

    public string RowsTitle(int count) => language.Say($"欄（{count}）", $"Rows ({count})");

    public string RowsHint => language.Say("順は数字の小さいものから並びます。最後の空の欄に書くと、欄が増えます。", "Rows stand in the order of their numbers. What is written into the empty ones at the end is added.");

    public string EmptyRow => language.Say("新しい欄", "New row");

    public string Section => language.Say("節", "Section");

    public string Order => language.Say("順", "Place");

    public string RowId => language.Say("欄の id（空なら項目から付けます）", "Id of the row (empty: made from the fact)");

    public string Label => language.Say("欄の名前（様式の文言）", "Label (as on the form)");

    public string Key => language.Say("入る事実（一覧から選ぶ）", "Fact that stands there (choose from the list)");

    public string Required => language.Say("必須", "Required");

    public string Choices => language.Say("選択肢（1行に1つ）", "Choices (one a line)");

    public string Columns => language.Say("一覧の列（1行に1つ。選択肢とどちらか）", "Columns of a list (one a line; either these or choices)");

    public string Hint => language.Say("記入の手引き", "Hint");

    public string Remove => language.Say("この欄を削る", "Remove this row");

    public string Look => language.Say("見本を見る", "Look at a sample");

    public string Propose => language.Say("この案で承認を求める", "Ask for approval of this");

    public string Optional => language.Say("任意", "optional");

    public string RowOrder => language.Say("欄の順", "Order of the rows");

    public string Removed => language.Say("（削る）", "(removed)");

    public string Added => language.Say("（なし）", "(none)");

    public string RowOf(string label) => language.Say($"欄「{label}」", $"Row “{label}”");

}
