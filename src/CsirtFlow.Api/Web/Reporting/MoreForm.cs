using System.Collections.Immutable;
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

    public FormErrors Errors(FormPost post)
    {
        var errors = new List<FormError>();
        foreach (var (question, given) in Answers)
        {
            if (question.IsChoice && given.Except(question.Choices).Any()) errors.Add(new(question.Name, $"「{question.Text}」は一覧から選んでください"));
            else if (string.Join("、", given).Length > Questions.LongestAnswer) errors.Add(new(question.Name, $"「{question.Text}」は{Questions.LongestAnswer:N0}文字までにしてください"));
        }
        if (post.FileTooLarge) errors.Add(new("Files", "このファイルは20MBを超えています。写真を残したまま、ファイルなしで送ってください"));
        if (post.TooManyFiles) errors.Add(new("Files", $"ファイルは{EvidenceStore.MostFiles}個までにしてください"));
        if (post.Incomplete) errors.Add(new("Files", "送られた内容を最後まで読めませんでした。ファイルなしで送ってください"));
        if (errors.Count == 0 && post.Files.Count == 0 && Answers.All(a => a.Given.Count == 0)) errors.Add(new(Answers[0].Question.Name, "追加することを1つ以上入力してください"));
        return new(errors);
    }
}
