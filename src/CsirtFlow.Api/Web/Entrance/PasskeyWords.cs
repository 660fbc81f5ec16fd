using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Web.Entrance;

/// <summary>Passkeys, in both languages.</summary>
public sealed class PasskeyWords(Language language)
{
    public string Title => language.Say("パスキー", "Passkeys");

    public string Lead => language.Say("指紋や顔、PINで本人を確かめる端末やセキュリティキーです。パスワードと確認コードの代わりになり、偽のサイトでは使えません。", "A device or security key that knows you by fingerprint, face or PIN. It stands for password and code together, and does not work on a fake site.");

    public string SignIn => language.Say("パスキーでサインイン", "Sign in with a passkey");

    public string Refused => language.Say("このパスキーではサインインできません", "This passkey cannot sign you in");

    public string Prove => language.Say("パスキーで確認する", "Confirm with a passkey");

    public string NotProved => language.Say("このパスキーでは確認できません", "This passkey does not confirm that it is you");

    public string Register => language.Say("パスキーを登録する", "Register a passkey");

    public string NotRegistered => language.Say("パスキーを登録できませんでした。もう一度登録してください", "The passkey could not be registered. Please try again");

    public string All => language.Say("登録したパスキー", "Registered passkeys");

    public string Device => language.Say("登録した端末", "Registered with");

    public string Since => language.Say("登録", "Registered");

    public string Act => language.Say("操作", "Action");

    public string Remove => language.Say("削除する", "Remove");

    public string Failed => language.Say("パスキーを使えませんでした。もう一度押すか、ほかの方法を使ってください。", "The passkey could not be used. Press again, or use another way.");

    public string NeedsScript => language.Say("登録には、パスキーに対応したブラウザーが必要です。", "To register one you need a browser that supports passkeys.");
}
