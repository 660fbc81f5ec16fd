namespace CsirtFlow.Domain;

/// <summary>CISO及び副CISOへの報告 (32-3-2), 速やかに.</summary>
[Term("CISO・副CISOへの報告", "Report to the CISO and deputy CISO", "32-3-2"), By(Office.CsirtLead, Office.CsirtMember)]
public sealed record InformCiso(string Summary) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        Check.Text(Summary, Rules.TextGiven);

        return [new CisoInformed(Summary, c.Origin)];
    }
}

/// <summary>報告の受領 (32-3-2): the CISO or 副CISO has it. At night CSIRT records an acknowledgement by telephone, and says so.</summary>
/// <param name="ByTelephoneOf">CISO or 統括 when CSIRT records for them; null when they acknowledge themselves.</param>
[Term("報告の受領", "Receipt of the report", "32-3-2"), By(Office.Ciso, Office.SupervisingOfficer, Office.CsirtLead, Office.CsirtMember)]
public sealed record AcknowledgeReport(Office? ByTelephoneOf = null, string Remark = "") : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        Check.Length(Remark);
        PolicyViolationException.ThrowIf(state.CisoInformedAt is null, Rules.CisoInformedFirst);

        var offices = For(c).Where(o => !state.AcknowledgedBy.Contains(o));
        return [.. offices.Select(o => new ReportAcknowledged(o, Note(), Stamp(o, c)))];
    }

    private IEnumerable<Office> For(Circumstances c)
    {
        if (c.By.Office is Office.CsirtLead or Office.CsirtMember)
        {
            PolicyViolationException.ThrowIf(ByTelephoneOf is not (Office.Ciso or Office.SupervisingOfficer), Rules.OfficeMayNot);
            return [ByTelephoneOf!.Value];
        }

        var held = new[] { Office.Ciso, Office.SupervisingOfficer }.Where(o => Acting.As(c.Organisation, c.By.PersonId, [o], Scope.Section(null), c.Now) is not null).ToList();
        PolicyViolationException.ThrowIf(ByTelephoneOf is { } other && !held.Contains(other), Rules.OfficeMayNot);
        return held.Where(o => ByTelephoneOf is null || o == ByTelephoneOf);
    }

    private static Provenance Stamp(Office office, Circumstances c) =>
        c.By.Office is Office.CsirtLead or Office.CsirtMember ? c.Origin : c.Origin with { By = Acting.As(c.Organisation, c.By.PersonId, [office], Scope.Section(null), c.Now)! };

    private string Note() => ByTelephoneOf is null ? Remark ?? "" : $"電話で受領を確認。{Remark}";
}
