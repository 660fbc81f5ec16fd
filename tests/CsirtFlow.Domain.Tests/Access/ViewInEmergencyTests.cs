using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>緊急閲覧 (34-2-3): for an hour, with a reason, and nobody is left unaware.</summary>
public sealed class ViewInEmergencyTests
{
    private const string Reason = "責任者に連絡がつかず、被害が広がっている";

    private static readonly DateTimeOffset At = Monday9.AddHours(1);
    private static readonly IncidentRestricted Restricted = new([Tanaka.Id, Suzuki.Id, Asano.Id], "内部不正の疑い", Tanaka.As(CsirtLead, At), [Okada.Id]);
    private static readonly EmergencyViewOpened View = new(Reason, At.AddMinutes(60), Katayama.As(SupervisingOfficer, At));

    [Fact]
    public void Whoever_answers_for_the_whole_opens_it_for_an_hour() =>
        Given(Opened, Restricted).When(new ViewInEmergency(Reason), Katayama).Then(View).When(new ViewInEmergency("念のためもう一度開いて確かめる"), Katayama).ThenNothing()
            .At(At.AddMinutes(60)).When(new ViewInEmergency(Reason), Katayama).Then<EmergencyViewOpened>();

    [Theory]
    [InlineData(""), InlineData("至急"), InlineData("         　"), InlineData("123456789")]
    public void It_is_explained(string reason) => Given(Opened, Restricted).When(new ViewInEmergency(reason), Katayama).ThenRefused(Rules.EmergencyExplained);

    [Fact]
    public void No_other_office_opens_it() => Given(Opened, Restricted).When(new ViewInEmergency(Reason), Takahashi).ThenRefused(Rules.OfficeMayNot);

    [Fact]
    public void What_is_not_restricted_needs_none() => Given(Opened).When(new ViewInEmergency(Reason), Katayama).ThenRefused(Rules.KeptOutNow);

    [Fact]
    public void Whoever_is_named_needs_none() => Given(Opened, Restricted).When(new ViewInEmergency(Reason), Asano).ThenRefused(Rules.KeptOutNow);

    [Fact]
    public void Whom_it_is_about_never_opens_it() =>
        Given(Opened, Restricted with { InvolvedIds = [Katayama.Id] }).When(new ViewInEmergency(Reason), Katayama).ThenRefused(Rules.KeptOutNow);

    [Fact]
    public void Where_an_earlier_version_did_not_say_whom_it_is_about_it_may_be_the_CISO()
    {
        var unstated = Restricted with { PersonIds = [Tanaka.Id], InvolvedIds = null };

        Given(Opened, unstated).When(new ViewInEmergency(Reason), Asano).ThenRefused(Rules.KeptOutNow);
        Given(Opened, unstated with { InvolvedIds = [] }).When(new ViewInEmergency(Reason), Asano).Then<EmergencyViewOpened>();
        Given(Opened, unstated).When(new ViewInEmergency(Reason), Katayama).Then<EmergencyViewOpened>();
    }

    [Fact]
    public void It_shows_the_incident_and_its_report_until_it_ends()
    {
        var (report, incident) = (Given(Reported, Judged).State, Given(Opened, Restricted, View).State);
        bool Opens(DateTimeOffset at, Incident of) => Sees(NeedToKnow.OpenTo(Demo.Organisation, of, at)) && Sees(NeedToKnow.OpenTo(Demo.Organisation, report, of, at));

        Assert.True(Opens(At.AddMinutes(59), incident));
        Assert.False(Opens(At.AddMinutes(60), incident));
        // A clock that was set back makes no hour longer.
        Assert.False(Opens(At.AddHours(-5), incident));
        Assert.False(Sees(NeedToKnow.AudienceOf(incident)));
        Assert.False(Opens(At.AddMinutes(1), Given(Opened, Restricted, View, Restricted with { InvolvedIds = [Katayama.Id] }).State));
        Assert.False(Opens(At.AddMinutes(11), Given(Opened, Restricted, View, new EmergencyViewEnded(Katayama.Id, Tanaka.As(CsirtLead, At.AddMinutes(10)))).State));
    }

    [Theory]
    [InlineData("katayama", true), InlineData("tanaka", true), InlineData("asano", true), InlineData("onishi", false)]
    public void It_is_ended_earlier_by_oneself_or_by_those_named(string by, bool may)
    {
        var story = Given(Opened, Restricted, View).At(At.AddMinutes(5)).When(new EndEmergencyView(Katayama.Id), Demo.Organisation.Person(by)!);

        if (may) story.Then<EmergencyViewEnded>();
        else story.ThenRefused(Rules.OfficeMayNot);
    }

    [Fact]
    public void What_is_over_is_not_ended() => Given(Opened, Restricted, View).At(At.AddMinutes(60)).When(new EndEmergencyView(Katayama.Id), Tanaka).ThenRefused(Rules.EmergencyViewRuns);

    [Fact]
    public void Nobody_who_is_kept_out_ends_that_of_another() =>
        Given(Opened, Restricted with { PersonIds = [Tanaka.Id] }, View).When(new EndEmergencyView(Katayama.Id), Asano).ThenRefused(Rules.EmergencyViewRuns);

    [Fact]
    public void The_named_and_the_auditor_are_told_the_number_and_nothing_else()
    {
        var told = Notifying.Of(View, Given(Opened, Restricted).State, Given(Opened, Restricted, View).State, Demo.Organisation, At);

        Assert.Equal([Asano.Id, Onishi.Id, Suzuki.Id, Tanaka.Id], told.Select(n => n.PersonId).Order(StringComparer.Ordinal));
        Assert.All(told, n => Assert.Equal((NoticeReason.EmergencyView, ""), (n.Reason, n.Remark)));
    }

    [Fact]
    public void An_auditor_whom_it_is_about_is_not_told()
    {
        var about = Restricted with { InvolvedIds = [Onishi.Id] };

        Assert.DoesNotContain(Notifying.Of(View, Given(Opened, about).State, Given(Opened, about, View).State, Demo.Organisation, At), n => n.PersonId == Onishi.Id);
    }

    private static bool Sees(System.Collections.Immutable.ImmutableArray<string> audience) => NeedToKnow.MaySee(NeedToKnow.AudiencesOf(Demo.Organisation, Katayama.Id, At), audience);
}
