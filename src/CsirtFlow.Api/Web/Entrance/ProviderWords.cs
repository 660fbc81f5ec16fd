using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Web.Entrance;

/// <summary>The 組織の認証サービス, in both languages.</summary>
public sealed class ProviderWords(Language language)
{
    public string Title => language.Say("組織の認証サービス", "Sign-in service of the organisation");

    public string SignIn => language.Say("組織の認証サービスでサインイン", "Sign in with the service of the organisation");

    /// <param name="label">What the organisation calls it.</param>
    public string SignInWith(string label) => language.Say($"{label}でサインイン", $"Sign in with {label}");

    public string Prove => language.Say("組織の認証サービスでもう一度サインインして確かめる", "Confirm by signing in again with the service of the organisation");

    public string NothingKept => language.Say("この方法では、入力した内容は引き継げません。", "What you typed is not carried over this way.");

    public string Refused => language.Say("組織の認証サービスでは続けられません", "The service of the organisation does not let you go on");

    public string Away => language.Say("組織の認証サービスにつながりません。利用者名とパスワードでは、いつもどおりサインインできます", "The service of the organisation does not answer. User name and password work as ever");

    public string NotConfirmed => language.Say("組織の認証サービスでのサインインを確かめられませんでした。もう一度サインインしてください", "Your sign-in with the service of the organisation could not be confirmed. Please sign in again");

    public string TooLate => language.Say("時間が過ぎました。もう一度サインインしてください", "It took too long. Please sign in again");

    public string NotOfNow => language.Say("組織の認証サービスが、あなたが本人であることをいま確かめたと答えませんでした。そこで一度サインアウトしてから、もう一度サインインしてください", "The service of the organisation did not say that it made sure just now that it is you. Sign out there and sign in again");

    public string NotLinked => language.Say("組織の認証サービスの利用者が、このサービスの利用者とひも付いていません。利用者名とパスワードでサインインし、［組織の認証サービス］の画面でひも付けてください", "Your user there is not linked with one here. Sign in with user name and password, and link it on the page “Sign-in service of the organisation”");

    public string NoOffice => language.Say("組織の認証サービスのグループでは、連絡網にあるあなたの役職を確かめられないため、利用できません。情報システム管理者に連絡してください", "Your groups there do not confirm the offices that you hold on the contact list, so you cannot come in. Tell the system manager");

    public string AnotherPerson => language.Say("組織の認証サービスにサインインした人が、この画面の利用者と違います", "Whoever signed in there is not who is signed in here");

    public string AnothersAlready => language.Say("組織の認証サービスの利用者が、もう別の人にひも付いているか、あなたには別の利用者がひも付いています", "That user is linked with somebody else already, or another one is linked with you");

    public string Lead => language.Say("組織の認証サービスの利用者とひも付けると、次からはそこでサインインできます。使える役職は、連絡網にある役職のうち、そこのグループで確かめられるものだけです。", "Once your user there is linked, you can sign in with it. Your offices are those on the contact list, and the groups there have to confirm all of them.");

    public string IsLinked => language.Say("ひも付いています。", "It is linked.");

    public string IsNotLinked => language.Say("ひも付いていません。", "It is not linked.");

    public string Linked => language.Say("ひも付けました。", "It was linked.");

    public string Link => language.Say("ひも付ける", "Link");

    public string Unlink => language.Say("ひも付けを外す", "Unlink");
}
