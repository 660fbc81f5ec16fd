namespace CsirtFlow.Domain;

/// <summary>評価 (32-3-1): CSIRT says whether it is an incident, and on what grounds.</summary>
/// <param name="Title">件名 of the incident; required for <see cref="Verdict.Incident"/>, up to 100 characters.</param>
/// <param name="JoinTo">受付番号 of the open incident that it belongs to; required for <see cref="Verdict.Joined"/>.</param>
/// <param name="Nature">攻撃・犯罪・クラウド・委託先・職員等, as far as known.</param>
[Term("評価", "Evaluation", "32-3-1"), By(Office.CsirtLead, Office.CsirtMember)]
public sealed record EvaluateReport(Verdict Verdict, string Grounds, string Title = "", string JoinTo = "", Nature? Nature = null)
    : ICommand<Report, ReportEvent>, IReachesIncident<Report>
{
    public ReportEvent[] Decide(Report state, Circumstances c)
    {
        Check.Text(Grounds, Rules.ReasonGiven);
        PolicyViolationException.ThrowIf(state.Verdict is Verdict.Incident or Verdict.Joined || state.IncidentNumber is not null, Rules.NotYetEvaluated);
        if (Verdict is Verdict.Incident)
        {
            Check.Text(Title, Rules.TitleGiven, 100);
            Nature?.CheckStaff(c);
        }
        if (Verdict is Verdict.Joined)
        {
            PolicyViolationException.ThrowIf(!ReceiptNumber.IsValid(Joined), Rules.IncidentToJoinGiven);
            PolicyViolationException.ThrowIf(Joined == state.Number, Rules.JoinsOther);
        }

        return state.Verdict == Verdict ? [] : [new ReportEvaluated(Verdict, Grounds, IncidentNumber(state), c.Origin)];
    }

    public IEnumerable<Consequence> Consequences(Report state, Circumstances c) => Verdict switch
    {
        Verdict.Incident =>
        [
            new(state.Number, new IncidentOpened(state.Number, Title.Trim(), Grounds, state.Occurrence.Kinds, state.Occurrence.EmergencyImpact, state.Outside,
                state.Occurrence.SectionId, Nature ?? new Nature(), state.Occurrence.NoticedAt, state.ReportedAt, state.Reporter.PersonId, c.Origin), Opens: true),
        ],
        Verdict.Joined => [new(Joined, new ReportAttached(state.Number, state.Occurrence.NoticedAt, state.Occurrence.EmergencyImpact, c.Origin), Opens: false)],
        _ => [],
    };

    private string Joined => ReceiptNumber.Plain(JoinTo);

    private string? IncidentNumber(Report state) => Verdict switch
    {
        Verdict.Incident => state.Number,
        Verdict.Joined => Joined,
        _ => null,
    };
}

/// <summary>統合の取消し: the report is no longer part of that incident and waits for 評価 again.</summary>
[Term("統合の取消し", "Undoing a join", "32-3-1"), By(Office.CsirtLead, Office.CsirtMember)]
public sealed record UndoJoin(string Reason) : ICommand<Report, ReportEvent>, IReachesIncident<Report>
{
    public ReportEvent[] Decide(Report state, Circumstances c)
    {
        Check.Text(Reason, Rules.ReasonGiven);
        PolicyViolationException.ThrowIf(state.Verdict is not Verdict.Joined, Rules.JoinedNow);

        return [new JoinUndone(state.IncidentNumber!, Reason, c.Origin)];
    }

    public IEnumerable<Consequence> Consequences(Report state, Circumstances c) =>
        [new(state.IncidentNumber!, new ReportDetached(state.Number, Reason, c.Origin), Opens: false)];
}

/// <summary>報告者への回答: what the reporter reads on the status page when it was no incident.</summary>
[Term("報告者への回答", "Answer to the reporter", "32-3-1"), By(Office.CsirtLead, Office.CsirtMember, Office.ContactPoint)]
public sealed record AnswerReporter(string Answer) : ICommand<Report, ReportEvent>
{
    public ReportEvent[] Decide(Report state, Circumstances c)
    {
        Check.Text(Answer, Rules.TextGiven);
        PolicyViolationException.ThrowIf(state.Verdict is not Verdict.NotIncident, Rules.AnswerAfterNoIncident);

        return [new ReporterAnswered(Answer, c.Origin)];
    }
}

/// <summary>性質の判断 (32-1-5, 38-2, 38-3, 38-5, 45-2, 46-3): an attack, a possible crime, a cloud service, a contractor, staff.</summary>
[Term("性質の判断", "Judgement of the nature", "38-2"), By(Office.CsirtLead, Office.CsirtMember, Office.SupervisingOfficer)]
public sealed record StateNature(Nature Nature, string Grounds) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        Check.Text(Grounds, Rules.ReasonGiven);
        Nature.CheckStaff(c);

        return state.Nature == Nature ? [] : [new NatureStated(Nature, Grounds, c.Origin)];
    }
}
