using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Web.Entrance;

/// <summary>Where a person is signed in, in both languages.</summary>
public sealed class SessionWords(Language language)
{
    public string Title => language.Say("サインインしている端末", "Where you are signed in");

    public string Lead => language.Say("心当たりのないものがあれば、すぐに終了させ、パスワードを変更し、窓口へ知らせてください。終了させると、その端末の次の操作からサインインが必要になります。",
        "If there is one that you do not know, end it at once, change your password and tell the contact point. Whatever is done there next needs a new sign-in.");

    public string Since => language.Say("サインイン", "Signed in");

    public string Used => language.Say("最後の操作", "Last used");

    public string Browser => language.Say("端末", "Device");

    public string Address => language.Say("アドレス", "Address");

    public string Act => language.Say("操作", "Action");

    public string This => language.Say("この端末", "This one");

    public string End => language.Say("終了させる", "End");

    public string EndOthers => language.Say("ほかをすべて終了させる", "End all others");

    public string Ended => language.Say("終了させました。", "Ended.");

    public string Only => language.Say("サインインしているのは、この端末だけです。", "You are signed in nowhere else.");
}
