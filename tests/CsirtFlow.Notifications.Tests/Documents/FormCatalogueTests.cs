using CsirtFlow.Notifications.Documents;

namespace CsirtFlow.Notifications.Tests.Documents;

/// <summary>様式集: which version is used when, and what is no form.</summary>
public sealed class FormCatalogueTests
{
    private static readonly FormDefinition Product = FormDefinition.Valid("ppc-preliminary", Samples.Today);
    private static readonly DateOnly April = new(2027, 4, 1);

    [Fact]
    public void A_form_survives_being_written_down_and_read_again() =>
        Assert.All(FormDefinition.All, form => Assert.Equal(form.ToJson(), FormDefinition.Parse(form.ToJson()).ToJson()));

    [Fact]
    public void The_version_of_the_latest_first_day_is_in_force_whichever_was_made_first()
    {
        var forms = new FormCatalogue([Product with { Version = 2, ValidFrom = April }, Product with { Version = 3, ValidFrom = Samples.Today }]);

        Assert.Equal(1, forms.InForce(Product.Id, Samples.Today.AddDays(-1))!.Version);
        Assert.Equal(3, forms.InForce(Product.Id, April.AddDays(-1))!.Version);
        Assert.Equal(2, forms.InForce(Product.Id, April)!.Version);
        Assert.Null(forms.InForce(Product.Id, new(2026, 3, 31)));
    }

    [Fact]
    public void A_version_of_the_house_stands_in_place_of_the_products_of_the_same_number() =>
        Assert.Equal("組合の様式", new FormCatalogue([Product with { Title = "組合の様式" }]).Version(Product.Id, 1)!.Title);

    [Fact]
    public void A_form_of_the_house_alone_stands_in_the_list_in_its_place()
    {
        var forms = new FormCatalogue([Product with { Id = "kumiai-form", Order = 1 }]);

        Assert.Equal("kumiai-form", forms.InForce(Samples.Today).First().Id);
        Assert.Equal(FormCatalogue.Product.InForce(Samples.Today).Count() + 1, forms.InForce(Samples.Today).Count());
    }

    public static TheoryData<string, FormDefinition> Unfit => new()
    {
        { "id", Product with { Id = "Ppc preliminary" } },
        { "id", Product with { Id = "other" } },
        { "title", Product with { Title = " " } },
        { "title", Product with { Title = new string('長', 301) } },
        { "title", Product with { Title = "題\n名" } },
        { "lead", Product with { Lead = ["{number}の件"] } },
        { "lead", Product with { Lead = ["前\u0000文"] } },
        { "classification", Product with { Classification = "秘" } },
        { "audience", Product with { Audience = Audience.House } },
        { "audience", Product with { Audience = Audience.Authority, Publication = true } },
        { "serves", Product with { Serves = ["32-9-9"] } },
        { "rows[0].key", With(Product.Rows.First() with { Key = "incident.notised_at" }) },
        { "rows[0].key", With(Product.Rows.First() with { Key = "incident.summary" }) with { Audience = Audience.Public } },
        { "rows[0].key", With(Product.Rows.First() with { Key = "year.cases" }) },
        { "rows[0].id", With(Product.Rows.First() with { Id = "a b" }) },
        { "rows[1].id", With(Product.Rows.First(), Product.Rows.First()) },
        { "rows[0].label", With(Product.Rows.First() with { Label = "" }) },
        { "rows[0].choices", With(Product.Rows.First() with { Choices = ["有", ""] }) },
        { "rows[0].choices", With(Product.Rows.First() with { Choices = ["有"], Columns = ["番号"] }) },
        { "", With() },
        { "", With([.. Enumerable.Range(0, 101).Select(i => Product.Rows.First() with { Id = $"r{i}" })]) },
        { "", Product with { Sections = [null!] } },
        { "", Product with { Lead = [null!] } },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void What_is_no_form_says_where_and_why(string field, FormDefinition form)
    {
        var problems = FormCheck.Problems(form);

        Assert.Equal([field], problems.Select(p => p.Field).Distinct());
        Assert.All(problems, p => Assert.EndsWith("。", p.Sentence.Japanese, StringComparison.Ordinal));
        Assert.Equal(problems, Assert.Throws<FormException>(() => FormDefinition.Parse(form.ToJson())).Problems);
    }

    private static FormDefinition With(params FormRow[] rows) => Product with { Sections = [new("1", "節", rows)] };
}
