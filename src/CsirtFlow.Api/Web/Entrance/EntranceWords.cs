using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Web.Entrance;

/// <summary>Signing in and out (35-4) and the password (35-5), in both languages.</summary>
public sealed class EntranceWords(Language language)
{
    public string Title => language.Say("サインイン", "Sign in");

    public string Refused => language.Say("サインインできませんでした", "You could not be signed in");

    public string WrongOrLocked => language.Say("利用者名かパスワードが違うか、一時的にサインインできません", "The user name or the password is wrong, or signing in is blocked for a while");

    public string Left(DateTimeOffset at) => language.Say($"サインアウトしました（{language.Moment(at)}）", $"You have signed out ({language.Moment(at)})");

    public string Before => language.Say("利用の前に", "Before you sign in");

    public string Notice(string organisation) => language.Say($"この画面は、{organisation}が運営し、利用を認められた職員等だけが使えます。サインインと操作は、すべて記録されます。",
        $"This service is run by {organisation}, for authorised staff only. Signing in and everything done here is recorded.");

    public string Timeout(TimeSpan idle) => language.Say($"{idle.TotalMinutes:0}分間操作がないと、自動的にサインアウトします。", $"You are signed out after {idle.TotalMinutes:0} minutes without use.");

    public string OnlyReporting => language.Say("報告するだけなら、サインインは要りません。", "You need not sign in to report.");

    public string Over => language.Say("操作がないまま時間がたったため、サインアウトしました。", "You were signed out because nothing was done for a while.");

    public string Kept => language.Say("送った内容は、まだ記録していません。サインインすると、入力した画面に戻ります。内容を確かめて、もう一度送ってください。",
        "What you sent is not recorded yet. After signing in you return to the form as you filled it in; check it and send it again.");

    public string TooLargeToKeep => language.Say("入力した内容が大きいため、引き継げません。ブラウザーの［戻る］で入力した画面に戻り、別のタブでサインインしてから、もう一度送ってください。",
        "What you typed is too large to be carried over. Use “Back” in your browser, sign in in another tab, and send it again.");

    public string Name => language.Say("利用者名", "User name");

    public string Password => language.Say("パスワード", "Password");

    public string Attempts => language.Say($"{WrongPasswords.Most}回続けて間違えると、{WrongPasswords.Window.TotalMinutes:0}分間、この端末からはサインインできません",
        $"After {WrongPasswords.Most} wrong attempts in a row, this device cannot sign in for {WrongPasswords.Window.TotalMinutes:0} minutes");

    public string Forgotten => language.Say("パスワードを忘れたときは、情報システム管理者に連絡してください。", "If you have forgotten your password, ask the system manager.");

    public string Changed => language.Say("パスワードを変更しました。", "Your password was changed. ");

    public string ToHome => language.Say("ホームへ", "To the start page");

    public string Provisional => language.Say("仮のパスワードです。ほかの画面を使う前に、新しいパスワードに変更してください（第35条第5項第2号）。",
        "Your password is provisional. Change it before you use any other page (Article 35, paragraph 5, item 2).");

    public string Current => language.Say("いまのパスワード", "Current password");

    public string New => language.Say("新しいパスワード", "New password");

    public string NewHint => language.Say($"{AccountsSetup.ShortestPassword}文字以上。長い文や、いくつかの言葉をつないだものが安全です", $"At least {AccountsSetup.ShortestPassword} characters. A long sentence or several words together are safe");

    public string Again => language.Say("新しいパスワード（もう一度）", "New password (again)");

    public string Change => language.Say("変更する", "Change");

    public string SignInAgain => language.Say("もう一度サインインしてください", "Please sign in again");

    public string GiveCurrent => language.Say("いまのパスワードを入力してください", "Enter the current password");

    public string GiveNew => language.Say("新しいパスワードを入力してください", "Enter the new password");

    public string NotTheSame => language.Say("新しいパスワードが一致しません。もう一度入力してください", "The new passwords are not the same. Enter them again");

    public string TooLong(int longest) => language.Say($"新しいパスワードは{longest}文字までにしてください", $"Write the new password in no more than {longest} characters");

    public string NotNew => language.Say("いまのパスワードと違うものにしてください", "Choose one that differs from the current password");

    public string TooOften => language.Say($"間違いが続きました。{WrongPasswords.Window.TotalMinutes:0}分たってから、もう一度入力してください", $"It was wrong too often. Try again in {WrongPasswords.Window.TotalMinutes:0} minutes");

    public string CurrentWrong => language.Say("いまのパスワードが違います", "The current password is wrong");

    public string TooShort => language.Say($"新しいパスワードは{AccountsSetup.ShortestPassword}文字以上にしてください", $"Write the new password in at least {AccountsSetup.ShortestPassword} characters");

    public string TooPlain => language.Say("新しいパスワードには、4種類以上の文字を使ってください", "Use at least 4 different characters in the new password");

    public string ChangedElsewhere => language.Say("ほかの画面で変更されました。もう一度入力してください", "It was changed elsewhere. Enter it again");

    public string Unusable => language.Say("このパスワードは使えません。別のものにしてください", "This password cannot be used. Choose another");
}
