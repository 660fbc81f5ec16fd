using CsirtFlow.Notifications.Documents;

namespace CsirtFlow.Notifications.Tests.Documents;

/// <summary>項目の文言と順序: those that were compared with the rules, and those that are the house's own.</summary>
public sealed class FormWordingTests
{
    [Theory]
    [InlineData("ppc-preliminary")]
    [InlineData("ppc-final")]
    public void The_nine_headings_of_a_report_to_the_commission_are_the_rules_own(string form) => Assert.Equal(
        [
            "1　概要",
            "2　漏えい等が発生し、又は発生したおそれがある保有個人情報（前条第三号に定める事態については、同号に規定する個人情報を含む。次号において同じ。）の項目",
            "3　漏えい等が発生し、又は発生したおそれがある保有個人情報に係る本人の数",
            "4　原因",
            "5　二次被害又はそのおそれの有無及びその内容",
            "6　本人への対応の実施状況",
            "7　公表の実施状況",
            "8　再発防止のための措置",
            "9　その他参考となる事項",
        ],
        Headings(form).Skip(1));

    [Theory]
    [InlineData("my-number-preliminary")]
    [InlineData("my-number-final")]
    public void The_nine_headings_for_my_number_are_those_of_its_own_rule(string form) => Assert.Equal(
        [
            "1　概要", "2　特定個人情報の項目", "3　特定個人情報に係る本人の数", "4　原因", "5　二次被害又はそのおそれの有無及びその内容",
            "6　本人への対応の実施状況", "7　公表の実施状況", "8　再発防止のための措置", "9　その他参考となる事項",
        ],
        Headings(form).Skip(1));

    [Theory]
    [InlineData("ppc-final", "1a 1b 1c 1d 1e 1f 1g 1h 1i 2a 2b 2c 3a 3a-certainty 4a 4b 4c 5a 6a 6b 7a 8a 8b")]
    [InlineData("my-number-final", "1a 1b 1c 1d 1e 1f 1g 1h 1i 1j 1k 1l 2a 2b 2c 3a 3a-certainty 4a 4b 4c 5a 6a 6b 6c 7a 8a 8b")]
    public void A_final_report_leaves_no_item_open(string form, string rows) =>
        Assert.Equal(rows.Split(' '), FormDefinition.Valid(form, Samples.Today).Rows.Where(row => row.Required && row.Id[0] is not 'H').Select(row => row.Id));

    [Fact]
    public void A_person_is_told_the_five_items_of_the_law_and_whom_to_ask() => Assert.Equal(
        ["1　事態の概要", "2　あなたの個人情報の項目", "3　原因", "4　二次被害又はそのおそれの有無及びその内容", "5　その他参考となる事項", "6　問合せ先"],
        Headings("person-notice"));

    [Fact]
    public void A_press_release_has_the_usual_chapters() => Assert.Equal(
        ["表題", "1　概要・経緯", "2　漏えいした（おそれのある）情報", "3　影響範囲", "4　原因", "5　対応", "6　再発防止策", "7　問い合わせ先", "8　続報"],
        Headings("press-release"));

    [Theory]
    [InlineData("common-form-1", "DDoS攻撃事案共通様式", "Network DoS（T1498）")]
    [InlineData("common-form-2", "ランサムウェア事案共通様式", "暗号化されたファイルの拡張子")]
    [InlineData("common-form-3", "その他サイバー攻撃等事案共通様式", "特徴（インディケータ情報）")]
    public void The_common_forms_have_their_names_and_what_is_known_of_their_rows(string form, string title, string known)
    {
        var text = PlainTextRenderer.Render(Samples.Document(form));

        Assert.Contains(title + "\n", text, StringComparison.Ordinal);
        Assert.All([known, "国家サイバー統括室への共有の同意", "重要インフラサービス維持レベルからの逸脱", "※公式欄名は未照合"], said => Assert.Contains(said, text, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Headings(string form) => Samples.Document(form).Blocks.OfType<HeadingBlock>().Select(heading => heading.Text);
}
