using System.Collections.Immutable;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Reports;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web.Reporting;

/// <summary>「追加で教えてください」 as somebody filled it in: every question of the report with what was answered.</summary>
public sealed class MoreForm(ImmutableArray<(Question Question, IReadOnlyList<string> Given)> answers)
{
    public ImmutableArray<(Question Question, IReadOnlyList<string> Given)> Answers { get; } = answers;

    public static MoreForm Of(Report report, FormPost? post) =>
        new([.. Questions.For(report).Select(q => (q, (IReadOnlyList<string>)[.. (post?.All(q.Name) ?? []).Where(a => !string.IsNullOrWhiteSpace(a))]))]);

    public SupplementReport Wish() => new(Answers.Where(a => a.Given.Count > 0).ToImmutableDictionary(a => a.Question.Text, a => string.Join("、", a.Given), StringComparer.Ordinal));

    public FormErrors Errors(FormPost post, Language language)
    {
        var (errors, words, forms) = (new List<FormError>(), new ReceiptWords(language), new ReportWords(language));
        foreach (var (question, given) in Answers)
        {
            if (question.IsChoice && given.Except(question.Choices.Select(c => c.Japanese)).Any()) errors.Add(new(question.Name, words.NoSuchChoice(question.In(language))));
            else if (string.Join("、", given).Length > Questions.LongestAnswer) errors.Add(new(question.Name, words.AnswerTooLong(question.In(language))));
        }
        if (post.FileTooLarge) errors.Add(new("Files", forms.FileTooLarge));
        if (post.TooManyFiles) errors.Add(new("Files", forms.TooManyFiles));
        if (post.Incomplete) errors.Add(new("Files", forms.Incomplete));
        if (errors.Count == 0 && post.Files.Count == 0 && Answers.All(a => a.Given.Count == 0)) errors.Add(new(Answers[0].Question.Name, words.NothingAdded));
        return new(errors);
    }
}
