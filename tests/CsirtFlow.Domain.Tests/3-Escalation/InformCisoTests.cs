using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>CISO及び副CISOへの報告と受領 (32-3-2).</summary>
public sealed class InformCisoTests
{
    private static readonly DateTimeOffset At = Monday9.AddMinutes(40);
    private static readonly ReportAcknowledged ByCiso = new(Ciso, "", Asano.As(Ciso, At));
    private static readonly ReportAcknowledged BySupervisor = new(SupervisingOfficer, "", Katayama.As(SupervisingOfficer, At));

    [Fact]
    public void The_csirt_reports_and_the_duty_waits_for_both_to_acknowledge() =>
        Given(Opened).At(At).When(new InformCiso(Informed.Summary), Suzuki).Then(Informed).ThenOpen("32-3-2")
            .When(new AcknowledgeReport(), Asano).Then(ByCiso).ThenOpen("32-3-2")
            .When(new AcknowledgeReport(), Katayama).Then(BySupervisor).ThenMet("32-3-2");

    [Fact]
    public void One_acknowledgement_of_each_is_enough() => Given(Opened, Informed, ByCiso).When(new AcknowledgeReport(), Asano).ThenNothing();

    [Fact]
    public void For_an_absent_ciso_the_supervising_officer_acknowledges_both_and_the_record_says_so() =>
        Given(Opened, Informed).In(Demo.Organisation.Away(Asano)).When(new AcknowledgeReport(), Katayama)
            .Then(ByCiso with { Origin = Katayama.As(SupervisingOfficer, At, "CISO不在のため統括情報セキュリティ責任者の判断（第12条第5項）") }, BySupervisor).ThenMet("32-3-2");

    [Fact]
    public void At_night_the_csirt_records_an_acknowledgement_by_telephone() =>
        Given(Opened, Informed).When(new AcknowledgeReport(Ciso, "23時10分、自宅"), Suzuki)
            .Then(new ReportAcknowledged(Ciso, "電話で受領を確認。23時10分、自宅", Suzuki.As(CsirtMember, At)));

    [Fact]
    public void The_csirt_does_not_acknowledge_its_own_report()
    {
        Given(Opened, Informed).When(new AcknowledgeReport(), Suzuki).ThenRefused(Rules.OfficeMayNot);
        Given(Opened, Informed).When(new AcknowledgeReport(ContactPoint), Suzuki).ThenRefused(Rules.OfficeMayNot);
    }

    [Fact]
    public void Nobody_acknowledges_for_a_ciso_who_is_there() => Given(Opened, Informed).When(new AcknowledgeReport(Ciso), Katayama).ThenRefused(Rules.OfficeMayNot);

    [Fact]
    public void What_has_not_been_reported_is_not_acknowledged() => Given(Opened).When(new AcknowledgeReport(), Asano).ThenRefused(Rules.CisoInformedFirst);

    [Fact]
    public void A_further_report_is_acknowledged_again() => Given(Opened, Informed, ByCiso, BySupervisor, Informed).When(new AcknowledgeReport(), Asano).Then(ByCiso);

    [Fact]
    public void A_report_to_the_ciso_says_something() => Given(Opened).When(new InformCiso(""), Suzuki).ThenRefused(Rules.TextGiven);

    [Fact]
    public void Nobody_but_the_csirt_reports() => Given(Opened).When(new InformCiso("感染した"), Okada).ThenRefused(Rules.OfficeMayNot);

    [Fact]
    public void After_closing_nothing_is_reported_or_acknowledged()
    {
        Given(Opened, Closed).When(new InformCiso("続報"), Suzuki).ThenRefused(Rules.StillOpen);
        Given(Opened, Informed, Closed).When(new AcknowledgeReport(), Asano).ThenRefused(Rules.StillOpen);
    }
}
