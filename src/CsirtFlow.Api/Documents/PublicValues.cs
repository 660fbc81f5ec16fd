using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Api.Documents;

/// <summary>公表用の文: only what the service itself can put into words. Whatever people typed was not typed for everybody; they state it anew (public.*).</summary>
internal static class PublicValues
{
    public static void Put(CaseFile file, ValueSheet sheet)
    {
        sheet.Put("public.course", FactualCourse.ForEverybody(file), file.Events[^1]);
        sheet.Put("public.response", file.Events.Where(e => Response(file, e) is not ""), e => Response(file, e));
    }

    // That the police were asked is for the police to agree to.
    private static string Response(CaseFile file, IncidentEvent e) => e switch
    {
        FilingRecorded f when !OutsideValues.ToPolice(f) && FactualCourse.Addressees(file, f) is { Length: > 0 } body => $"{body}へ報告しました（{Day(file.Corrected(f).FiledAt)}）。",
        PersonsNotified { Substitute: "" } n => $"対象となる方へ通知しました（{Day(n.Origin.OccurredAt)}）。",
        _ => "",
    };

    private static string Day(DateTimeOffset at) => Reiwa.Date(JapaneseCalendar.DayOf(at));
}
