using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Web.Entrance;

/// <summary>Who has a second factor, and what was reset, in both languages.</summary>
public sealed class SecondFactorListWords(Language language)
{
    public string Title => language.Say("二要素認証の状況", "Second factors");

    public string Reset => language.Say("二要素認証を解除する", "Reset a second factor");

    public string HowToReset => language.Say("本人が電話などで申し出たときだけ、解除してください。本人であることを、必ず折り返しの電話などで確かめてください。解除すると、その人のサインインはすべて終了し、次のサインインで設定し直します。",
        "Only when the person asks for it. Make sure that it is the person, by calling back for instance. All sessions of that person end, and a new second factor is set up at the next sign-in.");

    public string Who => language.Say("だれの", "Whose");

    public string Reason => language.Say("理由", "Reason");

    public string ReasonHint => language.Say("理由と、本人であることをどう確かめたか", "The reason, and how you made sure that it is the person");

    public string Done => language.Say("解除しました。", "It was reset.");

    public string Resets => language.Say("解除の記録", "What was reset");

    public string NoResets => language.Say("解除したことはありません。", "Nothing was ever reset.");

    public string When => language.Say("日時", "When");

    public string By => language.Say("解除した人", "By whom");

    public string People => language.Say("一人ひとりの状況", "Person by person");

    public string Name => language.Say("氏名", "Name");

    public string Needed => language.Say("役職による必要", "By office");

    public string IsNeeded => language.Say("必要", "Needed");

    public string IsNotNeeded => language.Say("任意", "Optional");

    public string Set => language.Say("設定", "State");

    public string IsSet => language.Say("設定済み", "Set up");

    public string IsNotSet => language.Say("未設定", "Not set up");
}
