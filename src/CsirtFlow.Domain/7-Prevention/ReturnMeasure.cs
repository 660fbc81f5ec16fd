using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Domain;

/// <summary>再発防止策の差戻し (32-3-5): what was reported done, or checked, does not suffice; the measure is open again until a new day. Also after 終結.</summary>
/// <param name="Due">JST date, today or later.</param>
[Term("再発防止策の差戻し", "Return of a prevention measure", "32-3-5"), By(Office.Ciso, Office.SupervisingOfficer)]
public sealed record ReturnMeasure(int Measure, string Reason, DateOnly Due) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Text(Reason, Rules.ReasonGiven);
        var measure = Measures.Find(state, Measure);
        PolicyViolationException.ThrowIf(measure.DoneAt is null, Rules.MeasureDoneFirst);
        PolicyViolationException.ThrowIf(Due < JapaneseCalendar.DayOf(c.Now), Rules.DueInFuture);

        return [new MeasureReturned(Measure, Reason, Due, c.Origin)];
    }
}
