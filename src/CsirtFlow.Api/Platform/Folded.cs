using CsirtFlow.Domain;
using JasperFx.Events;
using Marten.Events.Aggregation;

namespace CsirtFlow.Api.Platform;

public sealed partial class ReportProjection() : Folded<Report, ReportEvent>(Report.Evolve);

public sealed partial class IncidentProjection() : Folded<Incident, IncidentEvent>(Incident.Evolve);

public sealed partial class DocumentProjection() : Folded<CaseDocument, DocumentEvent>(CaseDocument.Evolve);

public sealed partial class PersonListProjection() : Folded<PersonList, PersonListEvent>(PersonList.Evolve);

public sealed partial class FormProjection() : Folded<FormHistory, FormEvent>(FormHistory.Evolve);

public sealed partial class MailProjection() : Folded<IncomingMail, MailEvent>(IncomingMail.Evolve);

public sealed partial class RetentionProjection() : Folded<RetentionHistory, RetentionEvent>(RetentionHistory.Evolve);

public sealed partial class RecordProjection() : Folded<RecordHistory, RecordEvent>(RecordHistory.Evolve);

/// <summary>Lets Marten fold with the domain's own function, so that the domain need not know Marten.</summary>
public abstract class Folded<TState, TEvent> : SingleStreamProjection<TState, string> where TState : class where TEvent : class
{
    private readonly Func<TState?, string, TEvent, TState> evolve;

    protected Folded(Func<TState?, string, TEvent, TState> evolve)
    {
        this.evolve = evolve;
        // Without it Marten offers the events of every other stream as well.
        IncludeType<TEvent>();
    }

    public override TState Evolve(TState? snapshot, string id, IEvent e) => evolve(snapshot, id, (TEvent)e.Data);
}
