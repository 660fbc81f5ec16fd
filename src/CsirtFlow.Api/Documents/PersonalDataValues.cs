using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Api.Documents;

/// <summary>個人情報: from the 該当性判定. わからない is no answer and stays open.</summary>
internal static class PersonalDataValues
{
    public static void Put(CaseFile file, ValueSheet sheet)
    {
        if (file.Last<PersonalDataAssessed>() is not { } said) return;

        var facts = said.Facts;
        var (held, number) = (facts.HeldInformation, facts.MyNumber.Included);
        if (held is not Answer.Unknown || number is not Answer.Unknown)
        {
            var sensitive = held is Answer.Yes && facts.SensitiveInformation is Answer.Yes ? "（要配慮個人情報を含む）" : "";
            sheet.Put("data.personal", $"個人情報：{Say(held)}{sensitive}\n特定個人情報：{Say(number)}", said, confirmed: held is not Answer.Unknown && number is not Answer.Unknown);
        }

        sheet.Put("data.breach_kind", string.Join('、', BreachKinds.Of(facts.Loss)), said);
        Count("data.person_count", facts.Persons);
        var assessment = file.Incident.Assessment!;
        sheet.Put("law.rule43_grounds", Grounds(assessment.DutyUnder(Law.PersonalInformation), "規則第43条", "非該当（任意報告）"), said);
        if (!BreachKinds.MyNumberPossible(facts)) return;

        Count("my_number.person_count", facts.MyNumber.Persons ?? facts.Persons);
        sheet.Put("my_number.affairs", Affairs(facts.MyNumber.System), said);
        sheet.Put("my_number.network", facts.MyNumber.System is MyNumberSystem.InformationNetwork ? "有" : "", said);
        sheet.Put("law.my_number_grounds", Grounds(assessment.DutyUnder(Law.MyNumber), "番号規則第2条", ""), said);

        void Count(string key, PersonCount number)
        {
            if (BreachKinds.Say(number) is not { } persons) return;
            sheet.Put(key, persons.Count, said, persons.Confirmed);
            sheet.Put($"{key}_certainty", persons.Certainty, said);
        }
    }

    private static string Affairs(MyNumberSystem system) => system switch
    {
        MyNumberSystem.UsageAffairs => "個人番号利用事務",
        MyNumberSystem.RelatedAffairs => "個人番号関係事務",
        MyNumberSystem.None => "いずれでもない",
        _ => "",
    };

    private static string Say(Answer answer) => answer switch { Answer.Yes => "あり", Answer.No => "なし", _ => "調査中" };

    /// <summary>「第4号（規則第43条第4号、本人の数が百人を超える：該当）」; nothing while it is open whether any applies.</summary>
    private static string Grounds(ReportDuty? duty, string rule, string none) => duty switch
    {
        null => none,
        { Basis: DutyBasis.Guideline } => "非該当（ガイドラインによる報告）",
        { Basis: DutyBasis.Act, Grounds: var grounds } => string.Join('\n', grounds.Select(g =>
            $"{g.Article.Replace(rule, "", StringComparison.Ordinal)}（{g.Article}、{g.Title}：{(g.State is GroundState.Applies ? "該当" : "該当するおそれ")}）")),
        _ => "",
    };
}
