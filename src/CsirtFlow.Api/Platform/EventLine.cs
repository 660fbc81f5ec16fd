using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using JasperFx.Events;

namespace CsirtFlow.Api.Platform;

/// <summary>One line of 経過: what happened, when, who, in the policy's terms.</summary>
/// <param name="Data">The event itself.</param>
public sealed record EventLine(long Version, string Term, string Clause, string Type, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string By, string Office,
    string? OnBehalf, string From, string? CorrelationId, string? CausationId, object Data)
{
    /// <summary>記録時刻 as screens show it.</summary>
    public string Time => Reiwa.OnScreen(RecordedAt);

    private Actor Actor => ((CaseEvent)Data).Origin.By;

    public string TermIn(Language language) => language.Of(Data.GetType());

    public string ByIn(Language language) => Actor.Name.Length > 0 ? Actor.Name : language.Of(Actor.Office);

    public string OfficeIn(Language language) => language.Of(Actor.Office);

    public string OnBehalfIn(Language language) => OnBehalf is null ? "" : language.Say(OnBehalf, Acting.OnBehalfInEnglish(OnBehalf));

    public static EventLine Of(IEvent e)
    {
        var term = Domain.Term.Find(e.EventType);
        var origin = ((CaseEvent)e.Data).Origin;
        return new(e.Version, term?.Japanese ?? EarlierEvents.NameOf(e), term?.Clause ?? "", EarlierEvents.NameOf(e), origin.OccurredAt, origin.RecordedAt,
            origin.By.Name is { Length: > 0 } name ? name : Domain.Term.Of(origin.By.Office), Domain.Term.Of(origin.By.Office), origin.By.OnBehalf, origin.From, e.CorrelationId, e.CausationId, e.Data);
    }
}
