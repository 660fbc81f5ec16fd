using System.Collections.Immutable;
using System.Reflection;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Reports;
using CsirtFlow.Api.Web;
using CsirtFlow.Api.Web.Cases;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Api.Web.Reporting;
using CsirtFlow.Domain;
using Microsoft.AspNetCore.Mvc;

namespace CsirtFlow.Api.Tests;

/// <summary>Every sentence of a page stands in both languages, and the English one is English.</summary>
public sealed class WordsTests
{
    private static readonly Type[] Classes = [.. typeof(Language).Assembly.GetTypes().Where(t => t.Name.EndsWith("Words", StringComparison.Ordinal) && t.GetConstructors() is [var only] && only.GetParameters() is [{ ParameterType: var type }] && type == typeof(Language))];

    public static TheoryData<Type> AllClasses => [.. Classes];

    [Theory]
    [MemberData(nameof(AllClasses))]
    public void Every_sentence_is_said_in_both_languages(Type words)
    {
        var (japanese, english) = (Said(words, Language.Japanese), Said(words, Language.English));

        Assert.NotEmpty(english);
        Assert.All(english.Zip(japanese), pair => Assert.True(pair.First.Sentence.Length == 0 || pair.First.Sentence != pair.Second.Sentence, $"{words.Name}.{pair.First.Member} is the same in both"));
        // The button that changes the language speaks the other one.
        Assert.All(english.Where(e => e.Member != nameof(ReportWords.Translate)), e => Assert.True(IsEnglish(e.Sentence), $"{words.Name}.{e.Member}: {e.Sentence}"));
    }

    [Fact]
    public void The_classes_of_words_are_found() => Assert.InRange(Classes.Length, 6, 100);

    [Fact]
    public void What_to_do_now_and_every_further_question_are_asked_in_English_too()
    {
        var lines = Enum.GetValues<OccurrenceKind>().SelectMany(k => DoNow.For([k], Language.English));
        var questions = Questions.All.SelectMany(q => q.Options(Language.English).Select(o => o.Text).Append(q.In(Language.English)).Append(q.HintIn(Language.English)));

        Assert.All(lines.Concat(questions), sentence => Assert.True(IsEnglish(sentence), sentence));
    }

    [Fact]
    public void A_chosen_answer_is_read_in_English_and_a_typed_one_stays()
    {
        Assert.Equal("Unplugged the network cable, Restarted it", Questions.In(Language.English, "もう行ったこと", "LANを抜いた、再起動した"));
        Assert.Equal("机の下、たぶん", Questions.In(Language.English, "ほかに伝えたいこと", "机の下、たぶん"));
        Assert.Equal("送り直し：所属", Questions.In(Language.English, "送り直し：所属"));
    }

    [Fact]
    public void Every_field_and_choice_of_every_form_is_named_in_English_too()
    {
        var forms = CommandCatalogue.OfReport.Concat(CommandCatalogue.OfIncident).ToList();
        var fields = forms.SelectMany(f => FormFields.Of(f.Type, f.Slug, new(new Organisation { Id = "x", Name = "x" }, [], null, []), null)).SelectMany(Within).ToList();

        Assert.All(forms, f => Assert.All(FormFields.Members(f.Type), m => Assert.True(Labels.Knows(f.Type, m.Name), $"{f.Type.Name}.{m.Name}")));
        Assert.All(CaseSection.OfReport.Concat(CaseSection.OfIncident).Select(s => s.Title).Concat(fields.Select(f => f.Label)).Concat(fields.SelectMany(f => f.Choices).Where(c => !c.Typed).Select(c => c.Label)), w => Assert.True(w.English.Length > 0 && IsEnglish(w.English), w.ToString()));
    }

    private static IEnumerable<FormField> Within(FormField field) => field.Children.SelectMany(Within).Prepend(field);

    private static List<(string Member, string Sentence)> Said(Type type, Language language)
    {
        var words = Activator.CreateInstance(type, language)!;
        var members = type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => m is PropertyInfo || m is MethodInfo { IsSpecialName: false });
        return [.. members.SelectMany(m => Values(m, words).Select(value => (m.Name, value)))];
    }

    private static IEnumerable<string> Values(MemberInfo member, object words) => member switch
    {
        PropertyInfo p => Sentences(p.GetValue(words)),
        MethodInfo m => Arguments(m).SelectMany(given => Sentences(m.Invoke(words, given))),
        _ => [],
    };

    private static IEnumerable<string> Sentences(object? value) => value switch
    {
        string sentence => [sentence],
        IEnumerable<string> several => several,
        (string heading, string[] lines) => [heading, .. lines],
        _ => throw new NotSupportedException($"{value} is no sentence"),
    };

    // Every value of an enum, and one of anything else.
    private static IEnumerable<object?[]> Arguments(MethodInfo method) => method.GetParameters().Aggregate<ParameterInfo, IEnumerable<ImmutableArray<object?>>>([[]],
        (all, p) => all.SelectMany(given => Samples(p.ParameterType), (given, sample) => given.Add(sample))).Select(given => given.ToArray());

    private static IEnumerable<object?> Samples(Type type) =>
        type == typeof(string) ? ["x"]
        : type == typeof(bool) ? [true, false]
        : type.IsEnum ? Enum.GetValues(type).Cast<object>()
        : type == typeof(PolicyRule) ? [Rules.KindsGiven, Rules.TextTooLong]
        : type == typeof(ProblemDetails) ? [Problems.Make(404, "not-found", "見つかりません", "番号を確かめてください。")]
        : type == typeof(ChainStep) ? [new ChainStep(Wording.None, [])]
        : type == typeof(TimeSpan) ? [TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(90)]
        : type == typeof(DateTimeOffset) ? [AppFixture.Start]
        : type == typeof(DateOnly) ? [new DateOnly(2030, 4, 1)]
        : [Convert.ChangeType(7, type, System.Globalization.CultureInfo.InvariantCulture)];

    private static bool IsEnglish(string sentence) => sentence.All(c => c is < '\u3000' or (> '\u9fff' and < '\uff00'));
}
