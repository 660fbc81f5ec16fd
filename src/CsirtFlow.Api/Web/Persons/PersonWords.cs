using CsirtFlow.Api.Persons;
using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Web.Persons;

/// <summary>本人の名簿, in both languages; what people typed is Japanese.</summary>
public sealed class PersonWords(Language language)
{
    public string Title => language.Say("本人の名簿", "Lists of the persons concerned");

    public string Lead => language.Say("漏えい等を知らせる本人の氏名と住所を、暗号化して、この件の記録とは別に保管します。記録に残るのは人数と、だれが見たか・使ったかだけです。",
        "Names and addresses of the persons who are told of a loss of their data, kept encrypted and apart from the record. The record says how many there are, and who has looked at or used them.");

    public string None => language.Say("登録された名簿はありません。", "No list is registered.");

    public string Done(string command) => language.Say($"記録しました：{command}", $"Recorded: {command}");

    public string AfterClosing => language.Say("終結した件です。使い終わった名簿は、削除を依頼してください。", "This incident is closed. Ask for the deletion of lists that are needed no more.");

    public string NoticeFirst => language.Say("通知文を作るには、文書「個人情報の漏えい等に関するお知らせ」の承認が必要です。", "Letters are made from the document of the notice to the persons concerned, which must be approved first.");

    public string ToDocuments => language.Say("文書へ", "To the documents");

    public string Issue(int issue) => language.Say($"第{issue}号", $"List {issue}");

    public string Purpose => language.Say("目的", "Used for");

    public string Count => language.Say("人数", "Persons");

    public string Persons(int persons, int withoutAddress) => withoutAddress == 0
        ? language.Say($"{persons:N0}人", $"{persons:N0}")
        : language.Say($"{persons:N0}人（うち住所なし {withoutAddress:N0}人。通知文は作られないため、別の方法で知らせてください）", $"{persons:N0} ({withoutAddress:N0} without an address: no letter is made for them, so tell them in another way)");

    public string Columns => language.Say("項目", "Columns");

    public string Registered => language.Say("登録", "Registered");

    public string Letters => language.Say("通知文", "Letters");

    public string Made(int letters, int returned) => returned == 0 ? language.Say($"{letters:N0}人分を作成", $"Made for {letters:N0}") : language.Say($"{letters:N0}人分を作成、{returned:N0}通が戻った", $"Made for {letters:N0}, {returned:N0} came back");

    public string NotMade => language.Say("まだ作成していません", "None made yet");

    public string Deletion => language.Say("削除", "Deletion");

    public string AskedBy => language.Say("依頼：", "Asked for by: ");

    public string DeletedBy => language.Say("削除：", "Deleted by: ");

    public string LettersHint(int pdf, int most) => language.Say($"承認された文面に、宛名・住所・通知する項目だけを一人ずつ入れます。1つのファイルは、PDFは{pdf}通、ほかは{most}通までです。ダウンロードの後にこの画面を開き直すと、通数が表示されます。",
        $"The approved words, with addressee, address and data concerned of each person. One file holds {most} letters at most, a PDF {pdf}. Open this page again after the download to see how many were made.");

    public string OpenHint => language.Say("見た人と日時が記録されます。必要なときだけ見てください。", "It is recorded who looks at it, and when. Look only where you need to.");

    public string DeleteHint => language.Say("鍵を消すため、元に戻せません。", "The key is destroyed: this cannot be undone.");

    public string Course(int issue) => language.Say($"第{issue}号の経過", $"Course of list {issue}");

    public string Names(int issue) => language.Say($"第{issue}号の本人", $"Persons of list {issue}");

    public string First(int shown, int all) => language.Say($"{all:N0}人のうち、はじめの{shown:N0}人を表示しています。", $"The first {shown:N0} of {all:N0}.");

    public string FileAgain => language.Say("名簿のファイルは残っていません。もう一度選んでください。", "The file of the list was not kept. Choose it again.");

    public string Register => language.Say("名簿を登録する", "Register a list");

    public string File => language.Say("名簿のファイル（CSV）", "File of the list (CSV)");

    public string FileHint => language.Say($"1行目は見出し：氏名（必須）、敬称、宛名（保護者など、本人と違うとき）、郵便番号、住所、通知する項目。順は自由です。UTF-8又はシフトJIS、5 MB・{PersonListFile.MostPersons:N0}人まで。使わない列は消してください。",
        $"The headings are Japanese and may stand in any order: name (required), form of address, addressee (a parent, for instance), postal code, address, data concerned. UTF-8 or Shift JIS, 5 MB and {PersonListFile.MostPersons:N0} persons at most. Take out every other column.");

    public string Notify => language.Say("本人への通知を記録する", "Record that the persons were told");

    public string NotifyHint => language.Say("通知文を発送したら、記録してください。人数には、作成した通知文の数が入っています。", "Record it when the letters have been sent. The number is that of the letters made.");
}
