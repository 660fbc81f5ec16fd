using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Web.Entrance;

/// <summary>Tokens for programs, in both languages.</summary>
public sealed class TokenWords(Language language)
{
    public string Title => language.Say("APIトークン", "API tokens");

    public string Lead => language.Say("プログラムがあなたの名前でこのサービスを使うためのものです。あなたにできることのうち、本人の確認が要る操作（承認、閲覧の制限など）はできません。", "With one a program uses this service in your name. It can do what you can do, except what you have to confirm that it is you for (approval, restriction and so on).");

    public string Made => language.Say("新しいトークンです。この画面にしか表示しません。", "This is the new token. It is shown only here.");

    public string Name => language.Say("用途", "What it is for");

    public string GiveName(int longest) => language.Say($"用途を{longest}文字までで入力してください", $"Say what it is for in no more than {longest} characters");

    public string Days => language.Say("有効期間", "Good for");

    public string OfDays(int days) => language.Say($"{days}日間", $"{days} days");

    public string GiveDays => language.Say("有効期間を選んでください", "Choose how long it is good for");

    public string Scope => language.Say("範囲", "Scope");

    public string Write => language.Say("書き込みも許す", "It may write, too");

    public string ReadsAndWrites => language.Say("読み取りと書き込み", "Read and write");

    public string Reads => language.Say("読み取りだけ", "Read only");

    public string Make => language.Say("トークンを作る", "Make a token");

    public string All => language.Say("有効なトークン", "Tokens that are good");

    public string None => language.Say("有効なトークンはありません。", "There is no token.");

    public string Since => language.Say("作成", "Made");

    public string Until => language.Say("期限", "Until");

    public string Act => language.Say("操作", "Action");

    public string Revoke => language.Say("取り消す", "Revoke");
}
