using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace CsirtFlow.Domain.Tests;

/// <summary>What a reviewer would otherwise have to repeat.</summary>
public sealed class DomainShapeTests
{
    private static readonly Assembly Domain = typeof(Report).Assembly;

    private static readonly Type[] Events = [.. Domain.GetTypes().Where(t => !t.IsAbstract && (t.IsSubclassOf(typeof(CaseEvent)) || t.IsSubclassOf(typeof(NoticeEvent)) || t == typeof(OrganisationRevised) || t == typeof(SecondFactorReset) || t == typeof(MatterViewed)))];

    private static readonly Type[] Commands = [.. Domain.GetTypes().Where(t => !t.IsInterface).Where(t => t == typeof(ReportOccurrence) || t == typeof(OpenRelatedIncident) || t == typeof(DraftDocument) || t == typeof(RegisterPersonList) || t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<,>)))];

    [Fact]
    public void The_domain_knows_no_framework()
    {
        var runtime = Directory.EnumerateFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll").Select(Path.GetFileNameWithoutExtension).ToHashSet();

        Assert.All(Domain.GetReferencedAssemblies(), a => Assert.Contains(a.Name, runtime));
    }

    [Fact]
    public void Every_event_is_a_sealed_record_with_the_policys_word() =>
        Assert.All(Events, t => Assert.True(t.IsSealed && IsRecord(t) && Term.Find(t) is { Japanese.Length: > 0 }, t.Name));

    [Fact]
    public void Every_command_is_a_sealed_record_with_the_policys_word() =>
        Assert.All(Commands, t => Assert.True(t.IsSealed && IsRecord(t) && Term.Find(t) is { Japanese.Length: > 0 }, t.Name));

    [Fact]
    public void Every_command_but_the_first_report_names_the_offices_that_may_give_it() =>
        Assert.All(Commands.Where(t => t != typeof(ReportOccurrence)), t => Assert.NotEmpty(Acting.Offices(t)));

    [Fact]
    public void Every_rule_has_a_stable_code_of_its_own_and_a_sentence()
    {
        Assert.All(AllRules, r => Assert.Matches("^[a-z]+(-[a-z]+)*$", r.Code));
        Assert.All(AllRules, r => Assert.EndsWith("。", r.Sentence, StringComparison.Ordinal));
        Assert.Equal(AllRules.Count, AllRules.Select(r => r.Code).Distinct().Count());
    }

    [Theory]
    [InlineData(typeof(Office)), InlineData(typeof(OccurrenceKind)), InlineData(typeof(EmergencyImpact)), InlineData(typeof(Channel)), InlineData(typeof(Verdict)), InlineData(typeof(Severity))]
    [InlineData(typeof(Standing)), InlineData(typeof(Delivery)), InlineData(typeof(NoticeReason)), InlineData(typeof(OrderKind)), InlineData(typeof(Instruction)), InlineData(typeof(FactState))]
    [InlineData(typeof(Tlp)), InlineData(typeof(PublicationVerdict)), InlineData(typeof(PublicationCheck)), InlineData(typeof(FollowUpTo)), InlineData(typeof(Confidentiality)), InlineData(typeof(AssetLevel)), InlineData(typeof(Spread)), InlineData(typeof(Urgency)), InlineData(typeof(NoteKind)), InlineData(typeof(DocumentStage))]
    [InlineData(typeof(PersonListStage)), InlineData(typeof(PersonColumn)), InlineData(typeof(LetterFormat)), InlineData(typeof(RetentionClass)), InlineData(typeof(DisposalScope))]
    [InlineData(typeof(ViewKind))]
    [InlineData(typeof(MailNature)), InlineData(typeof(MailDoubt)), InlineData(typeof(MailStanding)), InlineData(typeof(MailReason)), InlineData(typeof(RecordFault))]
    public void Every_value_that_is_shown_has_a_word(Type type) =>
        Assert.All(type.GetFields(BindingFlags.Public | BindingFlags.Static), f => Assert.NotNull(Term.Find(f)));

    [Fact]
    public void Every_term_rule_and_duty_is_said_in_English_too()
    {
        var members = Domain.GetTypes().Cast<MemberInfo>().Concat(Domain.GetTypes().SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)));
        var terms = members.Select(m => (Where: $"{m.DeclaringType?.Name}.{m.Name}", Term: Term.Find(m))).Where(t => t.Term is { Japanese.Length: > 0 }).Select(t => (t.Where, t.Term!.English));
        var rules = AllRules.Select(r => (r.Code, r.English));
        var duties = DutyTable.OfReport.Select(d => (d.Key, d.Title, d.TowardsOutside)).Concat(DutyTable.OfIncident.Select(d => (d.Key, d.Title, d.TowardsOutside))).ToList();

        Assert.All(terms.Concat(rules).Concat(duties.Select(d => (d.Key, d.Title.English))), said => Assert.True(IsEnglish(said.English), $"{said.Item1}: {said.English}"));
        Assert.All(duties, d => Assert.Equal(d.TowardsOutside.IsEmpty, d.TowardsOutside.English.Length == 0));
        Assert.All(AllRules, r => Assert.EndsWith(".", r.English, StringComparison.Ordinal));
    }

    // A clause in the place of the English word would compile.
    private static bool IsEnglish(string words) => words.All(c => char.IsAscii(c) || c is '“' or '”') && words.Length > 0 && !Regex.IsMatch(words, "^[0-9]+-", RegexOptions.None, TimeSpan.FromSeconds(1));

    [Fact]
    public void Every_enum_of_the_chain_is_among_those_with_words()
    {
        var shown = GetType().GetMethod(nameof(Every_value_that_is_shown_has_a_word))!.GetCustomAttributes<InlineDataAttribute>().SelectMany(a => a.Data).ToHashSet();

        Assert.All(Domain.GetTypes().Where(t => t.IsEnum && t.Namespace == typeof(Report).Namespace), t => Assert.Contains(t, shown));
    }

    [Fact]
    public void Events_have_names_of_their_own_and_no_technical_ones()
    {
        Assert.Equal(Events.Length, Events.Select(t => t.Name).Distinct().Count());
        Assert.DoesNotContain(Events, t => t.Name.EndsWith("Event", StringComparison.Ordinal) || t.Name.Contains("Changed", StringComparison.Ordinal) || t.Name.Contains("Updated", StringComparison.Ordinal) || t.Name.Contains("StatusSet", StringComparison.Ordinal));
    }

    [Fact]
    public void A_clause_in_a_term_or_rule_is_a_clause_of_the_policy()
    {
        var terms = Domain.GetTypes().SelectMany(t => t.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Append(t)).Select(Term.Find).OfType<TermAttribute>().Select(t => t.Clause);

        Assert.All(terms.Concat(AllRules.Select(r => r.Clause)).Where(c => c.Length > 0), c => Assert.StartsWith("第", Clause.Spell(c), StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_can_be_changed_after_it_was_made() =>
        Assert.All(Domain.GetTypes().Where(t => t.IsPublic).SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)),
            p => Assert.True(p.SetMethod is not { IsPublic: true } set || set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)), $"{p.DeclaringType!.Name}.{p.Name}"));

    [Fact]
    public void Every_rule_refuses_in_some_story()
    {
        var refused = Sources().SelectMany(file => File.ReadAllText(file).Split("ThenRefused(").Skip(1)).SelectMany(rest => rest[..rest.IndexOf(';', StringComparison.Ordinal)].Split("Rules.").Skip(1))
            .Select(rest => string.Concat(rest.TakeWhile(char.IsLetter))).ToHashSet();

        Assert.Empty(typeof(Rules).GetFields().Select(f => f.Name).Except(refused));
    }

    public static IReadOnlyList<PolicyRule> AllRules { get; } = [.. typeof(Rules).GetFields().Select(f => (PolicyRule)f.GetValue(null)!)];

    private static IEnumerable<string> Sources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!folder!.EnumerateFiles("*.csproj").Any()) folder = folder.Parent;
        return folder.EnumerateFiles("*Tests.cs", SearchOption.AllDirectories).Select(f => f.FullName);
    }

    private static bool IsRecord(Type t) => t.GetMethod("<Clone>$") is not null;
}
