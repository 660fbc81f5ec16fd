using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Domain;

/// <summary>保存期間の指定 (34-6-2): longer because of a suit or an investigation, or as the rules on documents want it.</summary>
[Term("保存期間の指定", "Set the retention period", "34-6-2"), By(Office.Administration, Office.SupervisingOfficer)]
public sealed record SetRetention(RetentionClass Class, string Reason) : ICommand<RetentionHistory, RetentionEvent>
{
    public RetentionEvent[] Decide(RetentionHistory state, Circumstances c)
    {
        Check.Text(Reason, Rules.ReasonGiven);
        PolicyViolationException.ThrowIf(state.IsDisposed(DisposalScope.Everything), Rules.NotDisposed);

        return [new RetentionSet(Class, Reason, c.Origin)];
    }
}

/// <summary>廃棄の依頼 (22-10-3): when the period of retention is over; before that of what belongs to persons, when they ask for it.</summary>
[Term("廃棄の依頼", "Ask for a disposal", "22-10-3"), By(Office.Administration, Office.CsirtLead)]
public sealed record ProposeDisposal(DisposalScope Scope, string Reason) : ICommand<RetentionHistory, RetentionEvent>
{
    /// <summary>How long the matter is kept, put in by the service.</summary>
    [JsonIgnore]
    public RetentionPeriod Period { get; init; } = new(RetentionClass.ThirtyYears, null);

    /// <summary>What there is to destroy, put in by the service: what came after a disposal can be asked for again.</summary>
    [JsonIgnore]
    public DisposableParts Parts { get; init; } = DisposableParts.None;

    public RetentionEvent[] Decide(RetentionHistory state, Circumstances c)
    {
        Check.Text(Reason, Rules.ReasonGiven);
        PolicyViolationException.ThrowIf(state.IsDisposed(Scope) && Parts.IsEmpty, Rules.NotDisposed);
        PolicyViolationException.ThrowIf(state.Proposal is not null, Rules.DisposalProposedOnce);
        PolicyViolationException.ThrowIf(Scope is DisposalScope.Everything && !Period.IsOver(JapaneseCalendar.DayOf(c.Now)), Rules.RetentionOver);

        return [new DisposalProposed(Scope, Reason, c.Origin)];
    }
}

/// <summary>廃棄の見送り: it is still needed, for a suit or an investigation for instance.</summary>
[Term("廃棄の見送り", "Decline the disposal", "22-10-3"), By(Office.SupervisingOfficer, Office.Ciso)]
public sealed record DeclineDisposal(string Reason) : ICommand<RetentionHistory, RetentionEvent>
{
    public RetentionEvent[] Decide(RetentionHistory state, Circumstances c)
    {
        Check.Text(Reason, Rules.ReasonGiven);
        PolicyViolationException.ThrowIf(state.Proposal is null, Rules.DisposalProposedBefore);

        return [new DisposalDeclined(Reason, c.Origin)];
    }
}

/// <summary>廃棄の実施 (22-10): for good, and never by whoever asked for it.</summary>
[Term("廃棄の実施", "Carry out the disposal", "22-10-2"), By(Office.SupervisingOfficer, Office.Ciso, Proved = true)]
public sealed record CarryOutDisposal : ICommand<RetentionHistory, RetentionEvent>
{
    /// <summary>How long the matter is kept, put in by the service.</summary>
    [JsonIgnore]
    public RetentionPeriod Period { get; init; } = new(RetentionClass.ThirtyYears, null);

    /// <summary>What there is to destroy, put in by the service.</summary>
    [JsonIgnore]
    public DisposableParts Parts { get; init; } = DisposableParts.None;

    public RetentionEvent[] Decide(RetentionHistory state, Circumstances c)
    {
        PolicyViolationException.ThrowIf(state.Proposal is null, Rules.DisposalProposedBefore);
        PolicyViolationException.ThrowIf(state.Proposal!.Origin.By.PersonId == c.By.PersonId, Rules.DisposedByOther);
        // The period may have been set anew since it was asked for.
        PolicyViolationException.ThrowIf(state.Proposal.Scope is DisposalScope.Everything && !Period.IsOver(JapaneseCalendar.DayOf(c.Now)), Rules.RetentionOver);

        return [new MatterDisposed(state.Proposal.Scope, Parts.Subjects, Parts.Files, Parts.Lists, c.Origin)];
    }
}

/// <summary>What of a matter can be destroyed (<see cref="MatterDisposed"/>).</summary>
public sealed record DisposableParts(ImmutableArray<string> Subjects, ImmutableArray<string> Files, ImmutableArray<string> Lists)
{
    public static DisposableParts None { get; } = new([], [], []);

    public bool IsEmpty => Subjects.IsEmpty && Files.IsEmpty && Lists.IsEmpty;
}
