using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Reporting;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web;

/// <summary>What was reported, in the words in which it was asked: somebody outside ticks what arrived, staff what they did.</summary>
public static class ReportedKinds
{
    public static string Kinds(this Language language, Report report) => language.Kinds(report.Occurrence.Kinds, report.Outside);

    public static string Kinds(this Language language, IEnumerable<OccurrenceKind> kinds, bool outside) =>
        outside ? string.Join(language.Say("・", " / "), kinds.Select(new ContactWords(language).Kind)) : language.Kinds(kinds);
}
