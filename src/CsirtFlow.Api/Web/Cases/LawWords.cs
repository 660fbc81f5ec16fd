using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Api.Web.Cases;

/// <summary>What the acts and their grounds are called: the law's own words, and ours for readers of English.</summary>
public static class LawWords
{
    /// <summary>The article that obliges to report.</summary>
    public static Wording Article(ReportDuty duty) => new(duty.Article, (duty.Basis, duty.Law) switch
    {
        (DutyBasis.Guideline, _) => "My Number guideline, annex 2, 3B",
        (_, Law.MyNumber) => "My Number Act, Art. 29-4(1)",
        _ => "Personal Information Protection Act, Art. 68(1)",
    });

    /// <summary>規則43条各号, 番号規則2条各号: from the code, such as <c>43-1</c> and <c>my-2-1-イ</c>.</summary>
    public static Wording Article(Ground ground) => new(ground.Article, ground.Code.Split('-') switch
    {
        ["my", var article, var item, ..] and [.., var letter] => $"My Number rules, Art. {article}({Roman(item)}){(letter == item ? "" : $"({"abc"["イロハ".IndexOf(letter, StringComparison.Ordinal)]})")}",
        [var article, var item] => $"Enforcement rules, Art. {article}({Roman(item)})",
        _ => ground.Code,
    });

    private static string Roman(string item) => item switch { "1" => "i", "2" => "ii", "3" => "iii", "4" => "iv", _ => "v" };

    public static Wording Title(Ground ground) => new(ground.Title, ground.Code switch
    {
        "43-1" => "sensitive personal information",
        "43-2" => "risk of damage to property",
        "43-3" => "risk of an improper purpose",
        "43-4" => "more than a hundred persons",
        "43-5" => "information that an ordinance calls sensitive",
        "my-2-1-イ" => "Information Provision Network System",
        "my-2-1-ロ" => "system for affairs that use My Numbers",
        "my-2-1-ハ" => "system for affairs related to My Numbers",
        "my-2-2-イ" => "loss for an improper purpose",
        "my-2-2-ロ" => "use for an improper purpose",
        "my-2-2-ハ" => "provision for an improper purpose",
        "my-2-3" => "seen by an open circle of persons",
        "my-2-4-イ" => "loss concerning more than a hundred persons",
        "my-2-4-ロ" => "use against Art. 9 concerning more than a hundred persons",
        "my-2-4-ハ" => "provision against Art. 19 concerning more than a hundred persons",
        _ => ground.Code,
    });
}
