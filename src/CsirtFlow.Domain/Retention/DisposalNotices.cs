using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>Who is told of a 廃棄.</summary>
public static class DisposalNotices
{
    /// <summary>廃棄 (22-10): those who may carry it out are told that somebody asks for it, and who asked, what became of it.</summary>
    /// <param name="incident">Null where the matter is none.</param>
    public static ImmutableArray<NoticeQueued> Of(RetentionEvent e, RetentionHistory? before, RetentionHistory after, Incident? incident, Organisation o, DateTimeOffset at)
    {
        var asked = before?.Proposal?.Origin.By.PersonId;
        IEnumerable<Recipient> told = e switch
        {
            DisposalProposed => Acting.Offices(typeof(CarryOutDisposal)).SelectMany(office => Holders.ToTell(o, office, Scope.Section(null), incident?.RestrictedTo ?? [], at)),
            DisposalDeclined or MatterDisposed when asked is not null && o.Person(asked) is { } person => [new(person, Office.Administration, "")],
            _ => [],
        };
        return
        [
            .. told.DistinctBy(r => r.Person.Id).Where(r => r.Person.Id != e.Origin.By.PersonId)
                .Select(r => new NoticeQueued(incident?.Id ?? Report.Key(after.Number), after.Number, NoticeReason.DisposalWaiting, r.Person.Id, r.Person.Name, r.Person.Mail, r.Office, [],
                    $"{Term.Of(e.GetType())}{(r.Remark.Length > 0 ? $"。{r.Remark}" : "")}", incident?.EmergencyImpact == EmergencyImpact.Present, at)),
        ];
    }
}
