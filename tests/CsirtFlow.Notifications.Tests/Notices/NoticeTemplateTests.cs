using System.Text;

namespace CsirtFlow.Notifications.Tests.Notices;

public sealed class NoticeTemplateTests
{
    private static readonly Dictionary<string, object?> Values = new(StringComparer.Ordinal)
    {
        ["number"] = "R8-0017",
        ["duty"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["title"] = "報告の評価" },
        ["duties"] = new[] { new Dictionary<string, object?>(StringComparer.Ordinal) { ["title"] = "報告の評価" } },
        ["nothing"] = null,
    };

    [Fact]
    public void Known_names_are_filled_in() => Assert.Equal("R8-0017 報告の評価", Render("{{ number }} {{ duty.title }}"));

    [Theory]
    [InlineData("{{ numbr }}", "numbr")]
    [InlineData("{{ duty.titel }}", "titel")]
    [InlineData("{{ for d in duties }}{{ d.titel }}{{ end }}", "titel")]
    [InlineData("{{ nothing.title }}", "nothing")]
    [InlineData("{{ if numbr }}x{{ end }}", "numbr")]
    public void An_unknown_name_is_an_error_that_tells_it(string template, string name) =>
        Assert.Contains(name, Assert.Throws<NoticeTemplateException>(() => Render(template)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{{ if }}")]
    [InlineData("{{ for x in }}")]
    [InlineData("{{ end }}")]
    public void A_text_that_is_no_template_is_an_error(string template) => Assert.Throws<NoticeTemplateException>(() => Render(template));

    [Theory]
    [InlineData("{{ while true }}{{ end }}")]
    [InlineData("{{ for i in 1..1000000000 }}{{ i }}{{ end }}")]
    [InlineData("{{ for a in 1..999 }}{{ for b in 1..999 }}{{ for c in 1..999 }}{{ end }}{{ end }}{{ end }}")]
    [InlineData("{{ func f }}{{ f }}{{ end }}{{ f }}")]
    [InlineData("{{ 'x' * 1000000000 }}")]
    [InlineData("{{ $s = 'xxxxxxxxxx'; for i in 1..900; $s = $s + $s; end; $s }}")]
    [InlineData("{{ for i in 1..900 }}xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx{{ end }}")]
    [InlineData("{{ 1 << 2000000000 }}")]
    [InlineData("{{ include 'frame' }}")]
    [InlineData("{{ import duty }}{{ title }}")]
    [InlineData("{{ date.now }}")]
    [InlineData("{{ object.eval '1' }}")]
    [InlineData("{{ 'a' | regex.match '(a+)+$' }}")]
    [InlineData("{{ number = 'R9' }}")]
    [InlineData("{{ duty.title = 'x' }}")]
    [InlineData("{{ number.length }}")]
    public void A_template_cannot_run_away_or_reach_out(string template)
    {
        var error = Record.Exception(() => Render(template));

        Assert.IsType<NoticeTemplateException>(error);
    }

    [Fact]
    public void Deep_nesting_is_an_error()
    {
        var deep = new StringBuilder().Insert(0, "(", 5000).Append('1').Append(')', 5000);

        Assert.Throws<NoticeTemplateException>(() => Render("{{ " + deep + " }}"));
    }

    [Fact]
    public void Only_plain_data_goes_in() => Assert.Throws<NoticeTemplateException>(() =>
        NoticeTemplate.Parse("t", "{{ x }}").Render(new Dictionary<string, object?>(StringComparer.Ordinal) { ["x"] = new Uri("https://example.jp") }, TestContext.Current.CancellationToken));

    [Fact]
    public void A_template_keeps_nothing_from_one_use_to_the_next()
    {
        var template = NoticeTemplate.Parse("t", "{{ $x = number }}{{ $x }}");

        Assert.Equal("R8-0017", template.Render(Values, TestContext.Current.CancellationToken));
        Assert.Equal("R8-0017", template.Render(Values, TestContext.Current.CancellationToken));
    }

    private static string Render(string template) => NoticeTemplate.Parse("t", template).Render(Values, TestContext.Current.CancellationToken);
}
