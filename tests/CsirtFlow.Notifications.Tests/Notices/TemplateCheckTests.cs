namespace CsirtFlow.Notifications.Tests.Notices;

/// <summary>ひな形の確認: what could keep a notice from being written is found before the template is stored.</summary>
public sealed class TemplateCheckTests
{
    private const string Name = "duty_opened";

    public static TheoryData<string> Names => [.. NoticeTemplates.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_comes_with_the_product_is_fit(string name)
    {
        Assert.Empty(TemplateCheck.Problems(name, NoticeTemplate.Source(name)));
        Assert.NotEqual("", TemplateCheck.Sample(name, NoticeTemplate.Source(name)).Subject);
    }

    [Theory]
    [InlineData("お願い：{{ first.title }}\n---\n{{ nummer }}", "nummer")]
    [InlineData("お願い：{{ first.title }}\n---\n{{ if number == \"R9-9999\" }}{{ hidden }}{{ end }}", "hidden")]
    [InlineData("お願い：{{ first.title }}\n---\n{{ body }}", "body")]
    [InlineData("お願い：{{ first.title }}\n---\n{{ string.upcase number }}", "string")]
    [InlineData("お願い：{{ first.title }}\n---\n{{ first.owner }}", "owner")]
    [InlineData("お願い：{{ first.title }}\n---\n{{ while true }}x{{ end }}", "")]
    [InlineData("お願い：{{ first.title }}\n---\n{{ for i in 1..100000 }}x{{ end }}", "")]
    [InlineData("お願い：{{ first.title }}\n---\n{{ for i in 1..900 }}{{ for j in 1..900 }}{{ number }}{{ end }}{{ end }}", "")]
    [InlineData("お願い：{{ first.title }}\n---\n{{ if number }}", "")]
    [InlineData("お願い\n---\n対応してください。", "義務の名称")]
    [InlineData("\n---\n{{ first.title }}", "件名")]
    [InlineData("一\n二\n---\n{{ first.title }}", "件名")]
    [InlineData("お願い：{{ first.title }}\n---\n ", "本文")]
    [InlineData("お願い：{{ first.title }}", "---")]
    [InlineData("お願い：{{ first.title }}\n---\n制\u0001御", "制御文字")]
    public void What_would_fail_is_refused_with_a_sentence_that_names_it(string text, string named)
    {
        var problems = TemplateCheck.Problems(Name, text);

        Assert.NotEmpty(problems);
        Assert.All(problems, p => Assert.EndsWith("。", p.Japanese, StringComparison.Ordinal));
        Assert.Contains(named, string.Concat(problems.Select(p => p.Japanese)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ link }}", "{{ link }}")]
    [InlineData("{{ hotline }}", "{{ hotline }}")]
    [InlineData("{{ body }}", "{{ body }}")]
    [InlineData("【訓練】", "訓練")]
    public void The_frame_keeps_what_every_notice_must_say(string taken, string named) =>
        Assert.Contains(named, Assert.Single(TemplateCheck.Problems(NoticeTemplates.Frame, NoticeTemplate.Source(NoticeTemplates.Frame).Replace(taken, "", StringComparison.Ordinal))).Japanese, StringComparison.Ordinal);

    [Fact]
    public void There_is_no_template_of_another_name() => Assert.Contains("letter", Assert.Single(TemplateCheck.Problems("letter", "一\n---\n二")).Japanese, StringComparison.Ordinal);

    [Fact]
    public void Subject_and_text_come_apart_and_together() => Assert.Equal(("件名", "本文\n"), NoticeTemplates.Split(Name, NoticeTemplates.Join(" 件名 ", "本文\r\n\r\n")));
}
