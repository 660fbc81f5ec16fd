using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Web.Entrance;

/// <summary>The second factor (35-4), and showing again who one is, in both languages.</summary>
public sealed class SecondFactorWords(Language language)
{
    public string Title => language.Say("二要素認証", "Second factor");

    public string Needed => language.Say("あなたの役職には二要素認証が必要です。ほかの画面を使う前に、設定してください（第35条第4項）。", "Your office needs a second factor. Set it up before you use any other page (Article 35, paragraph 4).");

    public string State => language.Say("いまの設定", "As it is now");

    public string AppIsSetUp => language.Say("認証アプリを設定しています。", "An authenticator app is set up.");

    public string NoApp => language.Say("認証アプリは設定していません。", "No authenticator app is set up.");

    public string CodesLeft(int left) => language.Say($"使っていない回復用コードは{left}個です。", $"Recovery codes that are not used yet: {left}.");

    public string NewCodes => language.Say("回復用コードを作り直す", "Make new recovery codes");

    public string App => language.Say("認証アプリを設定する", "Set up an authenticator app");

    public string OtherApp => language.Say("別の認証アプリに替える", "Change to another authenticator app");

    public string StepApp => language.Say("業務で使うスマートフォンなどに、認証アプリ（TOTP に対応したもの）を入れます。", "Install an authenticator app (for TOTP) on the phone that you use at work.");

    public string StepKey => language.Say("アプリで次の図を読み取るか、その下のキーを入力します。", "Scan this picture with the app, or type in the key below it.");

    public string StepCode => language.Say("アプリに表示された6桁の確認コードを入力します。", "Type in the code of six digits that the app shows.");

    public string Picture => language.Say("認証アプリで読み取るQRコード（読み取れないときは、下のキーを入力してください）", "QR code for the authenticator app (or type in the key below)");

    public string Key => language.Say("キー", "Key");

    public string Code => language.Say("確認コード", "Code");

    public string SixDigits => language.Say("6桁の数字。30秒ごとに変わります", "Six digits, which change every 30 seconds");

    public string CodeHint => language.Say("認証アプリの6桁の数字。スマートフォンがないときは、回復用コード", "Six digits from the authenticator app; without your phone, a recovery code");

    public string SetUp => language.Say("設定する", "Set up");

    public string AskCode => language.Say("パスワードを確かめました。次に、認証アプリの確認コードを入力してください。", "Your password is right. Now type in the code from the authenticator app.");

    public string Enter => language.Say("サインイン", "Sign in");

    public string Lost => language.Say("スマートフォンも回復用コードもないときは、統一的な窓口へ電話してください。解除できます。", "If you have neither your phone nor a recovery code, telephone the contact point, who can reset it.");

    public string CodeWrong => language.Say("確認コードが違うか、使えなくなっています。新しいコードを入力してください", "The code is wrong or cannot be used any more. Type in a new one");

    public string TooLate => language.Say("時間が過ぎました。もう一度サインインしてください", "It took too long. Please sign in again");

    public string KeyTooOld => language.Say("時間が過ぎました。新しい図を読み取ってください", "It took too long. Scan the new picture");

    public string RecoveryCodes => language.Say("回復用コード", "Recovery codes");

    public string IsSetUp => language.Say("二要素認証を設定しました。ほかの端末のサインインは終了しました。", "Your second factor is set up. You are signed out everywhere else.");

    public string Renewed => language.Say("新しい回復用コードを作りました。", "New recovery codes were made.");

    public string WriteDown => language.Say("スマートフォンをなくしたときに使います。どれも1回だけ使えます。この画面にしか表示しません。書き写すか印刷して、施錠できるところに保管してください。前に作ったものがあれば、もう使えません。",
        "They are for the day on which your phone is gone. Each can be used once, and they are shown only here. Write them down or print them and lock them away. Any that you had before do not work any more.");

    public string WroteDown => language.Say("書き写したので、ホームへ", "I have written them down: to the start page");

    public string Proof => language.Say("本人の確認", "Confirm that it is you");

    public string WhyProof => language.Say("サインインから時間がたっています。この操作の前に、もう一度あなたであることを確かめます。", "It is a while since you signed in. Before you do this, please show again that it is you.");

    public string Kept => language.Say("送った内容は、まだ記録していません。確認すると、入力した画面に戻ります。内容を確かめて、もう一度送ってください。", "What you sent is not recorded yet. After this you return to the form as you filled it in; check it and send it again.");

    public string TooLargeToKeep => new EntranceWords(language).TooLargeToKeep;

    public string Password => language.Say("パスワード", "Password");

    public string PasswordWrong => language.Say("パスワードが違うか、間違いが続いたため、しばらく使えません", "The password is wrong, or was wrong too often and cannot be used for a while");

    public string ProofWrong => language.Say("確認コード又はパスワードが違うか、使えなくなっています", "The code or the password is wrong or cannot be used any more");

    public string Confirm => language.Say("確認する", "Confirm");
}
