using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>引継ぎ at the change of a shift: stands at the top of the matter until the person who comes has received it.</summary>
/// <param name="Work">Numbers of the 作業 that were open and not somebody else's.</param>
/// <param name="NextDuty">Key of the duty that was due next; null where none was open.</param>
/// <param name="NextDue">Its limit (UTC instant).</param>
public sealed record Handover(int Number, Actor From, string To, string Text, ImmutableArray<int> Work, string? NextDuty, DateTimeOffset? NextDue, DateTimeOffset HandedOverAt)
{
    public DateTimeOffset? ReceivedAt { get; init; }
}

/// <summary>作業の引継ぎ: who goes says to who comes how it stands; the open work and the next duty are noted with it.</summary>
/// <param name="To">Who comes: id of a person.</param>
[Term("引継ぎ", "Handover"), By(Office.CsirtLead, Office.CsirtMember, Office.ContactPoint, Office.SecurityManager, Office.SecurityOfficer, Office.SystemManager, Office.Administration)]
public sealed record HandOverWork(string To, string Text) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        Check.Text(Text, Rules.TextGiven);
        PolicyViolationException.ThrowIf(To == c.By.PersonId, Rules.HandsToOther);
        PolicyViolationException.ThrowIf(c.Organisation.Person(To) is null || !NeedToKnow.MaySee(NeedToKnow.AudiencesOf(c.Organisation, To, c.Now), NeedToKnow.AudienceOf(state)), Rules.HandsToReader);

        var next = DutyTable.Standing(state, c.Organisation.Settings, c.Now).Where(d => d.IsOpen).MinBy(d => d.Due);
        var work = state.Work.Where(w => w.FinishedAt is null && (w.PersonId is null || w.PersonId == c.By.PersonId)).Select(w => w.Number);
        return [new WorkHandedOver(state.Handovers.Length + 1, To, Text, [.. work], next?.Key, next?.Due, c.Origin)];
    }
}

/// <summary>引継ぎの受領: who comes has it, and with it the work of who went.</summary>
[Term("引継ぎの受領", "Receipt of a handover"), By(Office.CsirtLead, Office.CsirtMember, Office.ContactPoint, Office.SecurityManager, Office.SecurityOfficer, Office.SystemManager, Office.Administration)]
public sealed record ReceiveHandover(int Handover, string Remark = "") : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Length(Remark);
        var handover = state.Handovers.FirstOrDefault(h => h.Number == Handover);
        PolicyViolationException.ThrowIf(handover is null, Rules.HandoverKnown);
        PolicyViolationException.ThrowIf(handover!.To != c.By.PersonId, Rules.HandoverOwn);

        return handover.ReceivedAt is null ? [new HandoverReceived(Handover, Remark ?? "", c.Origin)] : [];
    }
}
