using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Web.Cases;

/// <summary>例外措置 on the page of an incident, in both languages.</summary>
public sealed class ExemptionWords(Language language)
{
    public string Heading => language.Say("例外措置", "Exceptional measures");

    public string Number => language.Say("番号", "Number");

    public string Provision => language.Say("守ることができない規定", "Provision that cannot be followed");

    public string Instead => language.Say("代わりの措置", "What is done in its place");

    public string Reason => language.Say("理由", "Reason");

    public string When => language.Say("いつまで・実施", "Last day, or when taken");

    public string Standing => language.Say("審査", "Decision");

    public string Until => language.Say("まで", " (last day)");

    public string Taken => language.Say("実施", " (taken)");
}
