using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Web.Retention;

/// <summary>保存と廃棄, in both languages.</summary>
public sealed class RetentionWords(Language language)
{
    public string Title => language.Say("保存と廃棄", "Retention and disposal");

    public string Lead => language.Say("保存期間が満了した件を、2人で確かめて廃棄します。記録そのもの（いつ、だれが、何をしたか）は消えず、検証もできるままです。",
        "Matters whose period of retention is over are disposed of by two persons. The record itself (when, who, what) stays, and can still be verified.");

    public string TitleOf(string number) => language.Say($"{number} の保存と廃棄", $"Retention and disposal of {number}");

    public string Waiting => language.Say("廃棄の依頼", "Disposals asked for");

    public string Due => language.Say("保存期間が満了した件", "Matters whose period of retention is over");

    public string Disposed => language.Say("廃棄の記録", "Record of disposals");

    public string None => language.Say("ありません。", "There is none.");

    public string Find => language.Say("受付番号で開く", "Open by receipt number");

    public string Open => language.Say("開く", "Open");

    public string Number => language.Say("受付番号", "Receipt number");

    public string Matter => language.Say("件", "Matter");

    public string Period => language.Say("保存期間", "Period of retention");

    public string Begins => language.Say("起算日", "Counted from");

    public string Ends => language.Say("満了日", "Last day");

    public string NotCompleted => language.Say("終結（評価）していません", "not completed yet");

    public string SetBySomebody => language.Say("指定による", "set for this matter");

    public string ByDefault => language.Say("標準", "default");

    public string ScopeOf => language.Say("範囲", "What");

    public string AskedBy => language.Say("依頼した人", "Asked for by");

    public string CarriedOutBy => language.Say("廃棄した人", "Carried out by");

    public string When => language.Say("日時", "When");

    public string Reason => language.Say("理由", "Reason");

    public string Amount => language.Say("廃棄したもの", "What was destroyed");

    public string Course => language.Say("経過", "Course");

    public string ToMatter => language.Say("この件のページへ", "To the page of this matter");

    public string Done(string command) => language.Say($"記録しました：{command}", $"Recorded: {command}");

    public string ForGood => language.Say("鍵とファイルを消すため、元に戻せません。控えのバックアップからも、期限が来しだい消えるよう確かめてください。", "Keys and files are destroyed: this cannot be undone. See that they leave the backups too when those expire.");

    public string WordsStay => language.Say("経過に書かれた文章は残ります。", "What was written in the course stays.");
}
