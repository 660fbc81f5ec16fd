namespace CsirtFlow.Domain;

/// <summary>
/// 関連する件の登録 (32-3-3後段): what a check found in another system becomes a report and an incident of its own, linked to this one.
/// The number of the new one is given when its report is taken, so this names the three decisions instead of making one.
/// </summary>
/// <param name="SystemId">A system whose manager answered 該当あり.</param>
/// <param name="Title">件名 of the new incident, up to 100 characters.</param>
[Term("関連する件の登録", "Opening of a related incident", "32-3-3"), By(Office.CsirtLead, Office.CsirtMember)]
public sealed record OpenRelatedIncident(string SystemId, string Title, string Grounds)
{
    /// <summary>The answer of the system's manager as a report.</summary>
    /// <exception cref="PolicyViolationException">Nothing was found there, or the incident is closed or restricted.</exception>
    public ReportOccurrence Report(Incident state, Circumstances c)
    {
        Check.Open(state);
        Check.Text(Title, Rules.TitleGiven, 100);
        Check.Text(Grounds, Rules.ReasonGiven);
        // A report is told along the ordinary chain.
        PolicyViolationException.ThrowIf(!state.RestrictedTo.IsEmpty, Rules.NotRestricted);
        var check = state.Checks.FirstOrDefault(k => k.SystemId == SystemId && k.Found == true);
        var system = c.Organisation.Systems.FirstOrDefault(s => s.Id == SystemId);
        PolicyViolationException.ThrowIf(check is null || system is null, Rules.FoundThere);

        var account = $"{state.Number} の確認で該当あり（{system!.Name}）：{check!.Account}";
        var by = c.Organisation.Person(c.By.PersonId);
        return new(state.Kinds, EmergencyImpact.Unknown, account.Length > ReportOccurrence.LongestDescription ? account[..ReportOccurrence.LongestDescription] : account, system.SectionId,
            by is { Phone.Length: > 0 } ? by.Phone : c.Organisation.Settings.Hotline, c.By.Name, NoticedAt: check.AnsweredAt);
    }

    public EvaluateReport Evaluation => new(Verdict.Incident, Grounds, Title);

    /// <param name="number">受付番号 of the new incident.</param>
    public LinkIncident Link(string number) => new(number, Grounds);
}
