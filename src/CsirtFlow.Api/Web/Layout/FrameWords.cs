using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Web.Layout;

/// <summary>What stands around every page and in every form, in both languages.</summary>
public sealed class FrameWords(Language language)
{
    public string Drill => language.Say("訓練中", "Drill");

    public string DrillText => language.Say("ここで記録することは、すべて訓練です。", "Whatever is recorded here belongs to a drill.");

    public string DrillReal => language.Say("本当の事故はこちら", "Report what is real");

    public string Skip => language.Say("本文へ移動", "Skip to the content");

    public string Tagline => language.Say("情報セキュリティ事案の報告と対応", "Reporting and handling information security incidents");

    public string ByTelephone => language.Say("電話での報告", "Report by telephone");

    public string Telephone => language.Say("電話", "Telephone");

    public string Not119 => language.Say("※この件で119番にはかけないでください", "Do not call 119 for this");

    public string NoHotline => language.Say("内線電話（連絡網の窓口）", "the extension of the contact point");

    public string Pages => language.Say("主なページ", "Main pages");

    public string PreviousSignIn => language.Say("前回のサインイン", "Last sign-in");

    public string WrongPasswords(int times) => language.Say($"このサインインの前に、あなたの利用者名でパスワードの間違いが{times}回ありました（確認コードの間違いを含みます）。心当たりがなければ、パスワードを変更し、窓口へ知らせてください。",
        $"Before this sign-in a wrong password was entered for your name {times} times (or a wrong code). If that was not you, change your password and tell the contact point.");

    public string NoSignInBefore => language.Say("記録なし（初めてのサインイン）", "none (this is the first)");

    public string SignIn => language.Say("担当者のサインイン", "Sign in (staff on duty)");

    public string SignOut => language.Say("サインアウト", "Sign out");

    public string ContactPoint => language.Say("情報セキュリティに関する統一的な窓口", "contact point for information security");

    public string StaffReport => language.Say("職員・委託事業者の報告", "Report by staff and contractors");

    public string OutsideContact => language.Say("住民・外部の方の連絡", "Contact by residents and others");

    public string Status => language.Say("報告した内容の確認", "See what you have reported");

    public string ChangePassword => language.Say("パスワードの変更", "Change password");

    public string Sessions => language.Say("サインインしている端末", "Where you are signed in");

    public string Tokens => language.Say("APIトークン", "API tokens");

    public string SecondFactor => language.Say("二要素認証", "Second factor");

    public string CheckInput => language.Say("入力内容を確認してください", "Please check what you entered");

    public string ErrorPrefix => language.Say("エラー：", "Error: ");

    public string Required => language.Say("※必須", "(required)");

    public string Optional => language.Say("※任意", "(optional)");

    public string Choose => language.Say("選んでください", "Please choose");

    public string ToReport => language.Say("報告フォームへ", "To the report form");

    public string ToStatus => language.Say("報告した内容の確認へ", "To what you have reported");

    public string ToQueue => language.Say("対応中の一覧へ", "To the open matters");

    public string NotFound => language.Say("見つかりません", "Not found");

    public string NotYours => language.Say("番号が正しいときは、あなたに知る必要があると登録されていない件です。CSIRTへ電話で確かめてください。", "If the number is right, the matter is not registered as one you need to know. Please ask CSIRT by telephone.");

    public string IdleSoon => language.Say("まもなくサインアウトします", "You will be signed out soon");

    public string IdleSoonText => language.Say("しばらく操作がありません。続けるときは、2分以内に［続ける］を押してください。入力した内容はそのまま残ります。", "Nothing has been done for a while. Press “Continue” within 2 minutes to stay signed in. What you typed stays as it is.");

    public string Continue => language.Say("続ける", "Continue");

    public string IdleOver => language.Say("操作がなかったため、サインアウトしました", "You were signed out because nothing was done");

    public string IdleOverText => language.Say("入力した内容は残っています。サインインすると、入力した画面に戻ります。まだ記録していません。", "What you typed is kept. Sign in to return to the form. Nothing has been recorded yet.");

    public string SignInAgain => language.Say("サインインして続ける", "Sign in and continue");

    public string UseKeys => language.Say("キーボードのショートカットを使う", "Use keyboard shortcuts");

    public string Keys => language.Say("キーボードのショートカット", "Keyboard shortcuts");

    public string KeyThen(string first, string then) => language.Say($"{first} のあと {then}", $"{first} then {then}");

    public string Inbox => language.Say("受信メール", "Incoming mail");

    public string KeyHome => language.Say("ホーム", "Home");

    public string KeyQueue => language.Say("対応中の一覧", "Open matters");

    public string KeyList => language.Say("この説明", "This list");

    public string Close => language.Say("閉じる", "Close");

    public string Banner(string kind) => kind switch
    {
        "good" => language.Say("完了", "Done"),
        "warning" => language.Say("注意", "Note"),
        "emergency" => language.Say("緊急", "Urgent"),
        _ => language.Say("お知らせ", "Information"),
    };

    public string LastUpdate => language.Say("最終更新", "Updated");

    public string Update => language.Say("更新", "Update");

    public string UpdateAgain => language.Say("自動更新を再開する", "Update by itself again");

    public string UpdateNoMore => language.Say("自動更新を止める", "Stop updating by itself");

    public string Fresh => language.Say("新しい内容を表示しました", "Showing what is new");

    public string Waits => language.Say("新しい動きがあります。入力を終えたら［更新］を押してください", "There is something new. Press “Update” when you have finished typing");

    public string NotRecorded => language.Say("記録できませんでした。入力した内容は下に残っています", "It could not be recorded. What you typed is still below");

    /// <summary>The places of the navigation.</summary>
    public string Home => language.Say("ホーム", "Home");

    public string Queue => language.Say("対応中", "Open matters");

    public string Report => language.Say("報告する", "Report");

    public string Notices => language.Say("通知", "Notices");

    public string Deadlines => language.Say("期限", "Limits");

    public string Contacts => language.Say("連絡網", "Contacts");

    public string Statistics => language.Say("統計", "Statistics");

    public string Access => language.Say("閲覧の記録", "Record of views");

    public string Forms => language.Say("様式", "Forms");

    public string Retention => language.Say("保存と廃棄", "Retention");

    public string Record => language.Say("記録の検証", "Verification");

    public string Beside => language.Say("選択肢にないこと・補足", "What no choice says, and details");

    public string HowBeside(string choice) => language.Say($"「{choice}（補足）」のように書くと、その選択肢に■が付きます。選択肢にない言葉は、選択肢の下に載ります。", "A choice written here with details in full-width brackets is marked with ■. Other words are printed below the choices.");
}
