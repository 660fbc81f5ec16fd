using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>外部への報告の記録 (19-5, 32-1-4, 38-2, 38-3) of what was filed without a 文書 approved here: by telephone, on the paper of the other body. Nothing is ever sent to an outside body by the service.</summary>
/// <param name="Form">Id of the form that was filed.</param>
/// <param name="Serves">Keys of the duties that this filing serves; at least one, all of this incident.</param>
/// <param name="FilingChannel">Webフォーム, LGWANメール, 電話 ….</param>
/// <param name="Counterpart">担当者・部署 who took it.</param>
/// <param name="ReceiptNumber">受付番号 of the body; empty when it gives none.</param>
/// <param name="FiledAt">UTC instant; now when not given.</param>
/// <param name="Reason">Why without a 文書 (18-1).</param>
[Term("外部への報告の記録", "Record of a report to outside", "19-5"), By(Office.Administration, Office.CsirtLead, Office.CsirtMember)]
public sealed record RecordFiling(string Form, ImmutableArray<string> Serves, string Addressee, string FilingChannel, string Counterpart = "", string ReceiptNumber = "", DateTimeOffset? FiledAt = null, string Reason = "")
    : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        Check.Text(Form, Rules.TextGiven, 100);
        Check.Text(Addressee, Rules.TextGiven, 200);
        Check.Text(FilingChannel, Rules.TextGiven, 100);
        Check.Length(Counterpart, 200);
        Check.Length(ReceiptNumber, 100);
        PolicyViolationException.ThrowIf(Serves.IsDefaultOrEmpty, Rules.TargetsGiven);
        PolicyViolationException.ThrowIf(Serves.Any(key => state.Duties.Of(key) is null), Rules.DutyKnown);
        Check.Text(Reason, Rules.FiledWithoutDocument);
        var at = FiledAt ?? c.Now;
        Check.Past(at, c);

        return [new FilingRecorded(Form, Serves, Addressee, FilingChannel, Counterpart ?? "", ReceiptNumber ?? "", at, c.Origin with { OccurredAt = at }, Reason)];
    }
}

/// <summary>公表の記録 (19-6) of what went out without a 文書 approved here.</summary>
/// <param name="Medium">報道機関への資料配布, ホームページ, 記者会見 ….</param>
/// <param name="EarlyReason">Why it went out before 解禁, before it was judged, or although it was judged not to be published.</param>
/// <param name="Reason">Why without a 文書 (18-1).</param>
[Term("公表の記録", "Record of a publication", "19-6"), By(Office.Administration, Proved = true)]
public sealed record RecordPublication(string Medium, string Title, DateTimeOffset? PublishedAt = null, string EarlyReason = "", string Reason = "") : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        Check.Text(Medium, Rules.TextGiven, 200);
        Check.Text(Title, Rules.TextGiven, 300);
        var at = PublishedAt ?? c.Now;
        Check.Past(at, c);
        Check.Length(EarlyReason);
        Check.Text(Reason, Rules.PublishedWithoutDocument);
        var published = new PublicationRecorded(Medium, Title, at, c.Origin with { OccurredAt = at }, EarlyReason ?? "", Reason);
        CheckAgainst(state, published);

        return [published];
    }

    // What went out against the judgement, or before its time, says why; a document that is filed cannot.
    internal static void CheckAgainst(Incident incident, PublicationRecorded published)
    {
        if (!string.IsNullOrWhiteSpace(published.EarlyReason)) return;

        PolicyViolationException.ThrowIf(incident.Publication is null, Rules.JudgedBeforePublished);
        PolicyViolationException.ThrowIf(incident.Publication is { Publishes: false }, Rules.JudgedUnpublished);
        PolicyViolationException.ThrowIf(incident.Publication is { Publishes: true, PlannedAt: { } planned } && published.PublishedAt < planned, Rules.UnderEmbargo);
    }
}

/// <summary>情報共有 (19-7): with related bodies, other bodies' contact points, contractors; with a TLP mark.</summary>
[Term("情報共有", "Sharing of information", "19-7"), By(Office.CsirtLead, Office.CsirtMember)]
public sealed record ShareInformation(string With, Tlp Tlp, string Content) : ICommand<Incident, IncidentEvent>
{
    public IncidentEvent[] Decide(Incident state, Circumstances c)
    {
        Check.Open(state);
        Check.Text(With, Rules.TargetsGiven, 300);
        Check.Text(Content, Rules.TextGiven);

        return [new InformationShared(With, Tlp, Content, c.Origin)];
    }
}
