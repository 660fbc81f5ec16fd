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
        if (BreachKinds.Say(facts.Persons) is { } persons)
        {
            sheet.Put("data.person_count", persons.Count, said, persons.Confirmed);
            sheet.Put("data.person_count_certainty", persons.Certainty, said);
        }

        sheet.Put("law.rule43_grounds", Grounds(file.Incident.Assessment!), said);
    }

    private static string Say(Answer answer) => answer switch { Answer.Yes => "あり", Answer.No => "なし", _ => "調査中" };

    /// <summary>「第4号（規則第43条第4号、本人の数が百人を超える：該当）」; nothing while it is open whether any applies.</summary>
    private static string Grounds(StatutoryAssessment assessment) => assessment.DutyUnder(Law.PersonalInformation) switch
    {
        null => "非該当（任意報告）",
        { Basis: DutyBasis.Act, Grounds: var grounds } => string.Join('\n', grounds.Select(g =>
            $"{g.Article.Replace("規則第43条", "", StringComparison.Ordinal)}（{g.Article}、{g.Title}：{(g.State is GroundState.Applies ? "該当" : "該当するおそれ")}）")),
        _ => "",
    };
}
