using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests.Mail;

/// <summary>要確認の受信メール: a person says what it is, once.</summary>
public sealed class FileMailTests
{
    private static readonly DateTimeOffset At = Monday9;
    private static readonly MailHeading Heading = new("x@example.jp", new("someone@example.net", "見本", null, false), "件名", Monday9, MailNature.Letter, false, [], 0);
    private static readonly MailReceived Held = new(new string('a', 64), 100, "csirt@example.jp", Heading, "f", MailStanding.Held, MailReason.UnprovenReply, Number, "", null, false, false, new(Actor.Service, "mail", Monday9, Monday9));

    [Fact]
    public void It_becomes_a_report_and_its_sender_is_told_the_number()
    {
        Given(Held).When(new TakeMailAsReport("R8-0002"), Takahashi).Then(new MailTakenAsReport("R8-0002", true, Takahashi.As(ContactPoint, At)))
            .When(new TakeMailAsReport("R8-0002"), Tanaka).ThenNothing()
            .When(new TakeMailAsReport("R8-0003"), Tanaka).ThenRefused(Rules.MailNotYetFiled);
        Given(Held with { Heading = Heading with { Sender = null } }).When(new TakeMailAsReport("R8-0002"), Takahashi).Then(new MailTakenAsReport("R8-0002", false, Takahashi.As(ContactPoint, At)));
        Given(Held with { Heading = Heading with { Nature = MailNature.MailingList }, Standing = MailStanding.Kept }).When(new TakeMailAsReport("R8-0002"), Takahashi).Then(new MailTakenAsReport("R8-0002", false, Takahashi.As(ContactPoint, At)));
    }

    [Fact]
    public void It_joins_a_report()
    {
        Given(Held).When(new AddMailToReport("12"), Takahashi).ThenRefused(Rules.ReportKnown);
        Given(Held).When(new AddMailToReport(Number), Takahashi).Then(new MailAddedToReport(Number, Takahashi.As(ContactPoint, At)))
            .When(new AddMailToReport(Number), Takahashi).ThenNothing()
            .When(new DismissMail("宣伝"), Takahashi).ThenRefused(Rules.MailNotYetFiled);
    }

    [Fact]
    public void It_is_no_report_and_why()
    {
        Given(Held).When(new DismissMail(" "), Takahashi).ThenRefused(Rules.ReasonGiven);
        Given(Held).When(new DismissMail("宣伝"), Suzuki).Then(new MailDismissed("宣伝", Suzuki.As(CsirtMember, At)))
            .When(new DismissMail("宣伝"), Suzuki).ThenNothing()
            .When(new AddMailToReport(Number), Suzuki).ThenRefused(Rules.MailNotYetFiled);
    }

    [Fact]
    public void Only_the_desk_and_csirt_say_so()
    {
        foreach (var person in new[] { Katayama, Asano, Okada, Miura, Onishi, Yamamoto }) Given(Held).When(new DismissMail("宣伝"), person).ThenRefused(Rules.OfficeMayNot);
    }

    [Fact]
    public void What_became_a_report_by_itself_is_not_filed_again() =>
        Given(Held with { Standing = MailStanding.Report }).When(new AddMailToReport("R8-0009"), Takahashi).ThenRefused(Rules.MailNotYetFiled);

    [Fact]
    public void The_answer_is_followed_to_its_end()
    {
        Provenance origin = new(Actor.Service, "clock", At, At);
        var mail = Given(Held with { Standing = MailStanding.Report, ToAnswer = true }).State;
        Assert.Equal(Delivery.Queued, mail.Answer);

        mail = IncomingMail.Evolve(mail, mail.Id, new MailAnswerFailed(1, "451", At.AddMinutes(1), origin));
        Assert.Equal((Delivery.Retrying, 1, (DateTimeOffset?)At.AddMinutes(1)), (mail.Answer!.Value, mail.AnswerAttempts, mail.NextAttempt));
        mail = IncomingMail.Evolve(mail, mail.Id, new MailAnswered(2, "250", origin));
        Assert.Equal((Delivery.Accepted, 2, (DateTimeOffset?)At, null), (mail.Answer!.Value, mail.AnswerAttempts, mail.AnsweredAt, mail.NextAttempt));
        Assert.Equal(Delivery.Undeliverable, IncomingMail.Evolve(mail, mail.Id, new MailAnswerFailed(2, "5.1.1", null, origin)).Answer);
    }

    [Fact]
    public void The_contact_point_is_told_that_it_waits()
    {
        Assert.Equal([Takahashi.Id], Notifying.Of(Held, Given(Held).State, Demo.Organisation, At).Select(n => n.PersonId));
        Assert.Empty(Notifying.Of(Held with { Standing = MailStanding.Kept }, Given(Held).State, Demo.Organisation, At));
    }
}
