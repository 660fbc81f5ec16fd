namespace CsirtFlow.Domain.Tests.Mail;

/// <summary>受信メールの振分け: where a mail goes by what is known of it.</summary>
public sealed class MailSortingTests
{
    private static readonly MailHeading Heading = new("x@example.jp", new("hanako@example.net", "", null, false), "相談", Monday9, MailNature.Letter, false, [], 0);
    private static readonly MailFacts Letter = new(Heading, Content: true, Reply: null, NamesOurs: false, FailedNotice: false, ReportsOfSender: 0, Before: null);
    private static readonly ProvenReply Proof = new("R8-0007", ["Hanako@Example.net"]);

    [Fact]
    public void A_letter_is_a_report() => Assert.Equal(new SortedMail(MailStanding.Report), MailSorting.Of(Letter));

    [Theory]
    [InlineData(MailNature.NotMail, MailStanding.Held, MailReason.NotMail)]
    [InlineData(MailNature.Bounce, MailStanding.Held, MailReason.UnknownFailure)]
    [InlineData(MailNature.AutoReply, MailStanding.Kept, MailReason.AutoReply)]
    [InlineData(MailNature.MailingList, MailStanding.Kept, MailReason.MailingList)]
    [InlineData(MailNature.ReadReceipt, MailStanding.Kept, MailReason.ReadReceipt)]
    [InlineData(MailNature.OwnNotice, MailStanding.Kept, MailReason.OwnNotice)]
    public void What_is_no_letter_becomes_none_whatever_it_answers(MailNature nature, MailStanding standing, MailReason reason)
    {
        var sorted = MailSorting.Of(Letter with { Heading = Heading with { Nature = nature }, Reply = Proof });

        Assert.Equal(new SortedMail(standing, reason), sorted);
        Assert.False(MailSorting.IsAnswered(Letter, sorted));
    }

    [Fact]
    public void A_delivery_failure_of_a_known_notice_needs_no_person_here() =>
        Assert.Equal(new SortedMail(MailStanding.Kept, MailReason.NoticeFailure), MailSorting.Of(Letter with { Heading = Heading with { Nature = MailNature.Bounce }, FailedNotice = true }));

    [Fact]
    public void An_answer_joins_only_with_proof_and_from_whom_the_notice_went_to()
    {
        Assert.Equal(new SortedMail(MailStanding.Addition, null, "R8-0007"), MailSorting.Of(Letter with { Reply = Proof }));
        Assert.Equal(new SortedMail(MailStanding.Held, MailReason.OtherSender, "R8-0007"), MailSorting.Of(Letter with { Reply = Proof with { Addresses = ["other@example.net"] } }));
        Assert.Equal(new SortedMail(MailStanding.Held, MailReason.UnprovenReply), MailSorting.Of(Letter with { NamesOurs = true }));
        Assert.Equal(new SortedMail(MailStanding.Held, MailReason.UnprovenReply, "R8-0007"), MailSorting.Of(Letter with { Heading = Heading with { Subject = "Re: ［Ｒ８－０００７］について" } }));
    }

    [Fact]
    public void What_cannot_be_understood_waits_for_a_person()
    {
        Assert.Equal(MailReason.NoSender, MailSorting.Of(Letter with { Heading = Heading with { Sender = null } }).Reason);
        Assert.Equal(MailReason.Encrypted, MailSorting.Of(Letter with { Heading = Heading with { Doubts = [MailDoubt.Encrypted] } }).Reason);
        Assert.Equal(MailReason.TooLarge, MailSorting.Of(Letter with { Heading = Heading with { Doubts = [MailDoubt.TooLarge] } }).Reason);
        Assert.Equal(MailReason.NoContent, MailSorting.Of(Letter with { Content = false, Heading = Heading with { Subject = "" } }).Reason);
        // A subject alone says something; a person in panic may have typed no more.
        Assert.Equal(MailStanding.Report, MailSorting.Of(Letter with { Content = false }).Standing);
    }

    [Fact]
    public void The_same_mail_again_makes_nothing_new() =>
        Assert.Equal(new SortedMail(MailStanding.Kept, MailReason.Duplicate, "R8-0007"), MailSorting.Of(Letter with { Before = new("R8-0007") }));

    [Fact]
    public void Two_machines_that_answer_each_other_come_to_an_end()
    {
        var fifth = Letter with { ReportsOfSender = MailSorting.MostAnswersPerHour };
        Assert.Equal(MailStanding.Report, MailSorting.Of(fifth).Standing);
        Assert.False(MailSorting.IsAnswered(fifth, MailSorting.Of(fifth)));
        Assert.True(MailSorting.IsAnswered(Letter, MailSorting.Of(Letter)));
        Assert.Equal(MailReason.TooMany, MailSorting.Of(Letter with { ReportsOfSender = MailSorting.MostOfSenderPerHour }).Reason);
    }

    [Theory]
    [InlineData("Re: [R8-0001] 報告", "R8-0001")]
    [InlineData("訓Ｒ８－００１２", "訓R8-0012")]
    [InlineData("R8-00010000000000", null)]
    [InlineData("型番 XR8-12", null)]
    [InlineData("", null)]
    public void A_number_in_a_subject_is_found(string subject, string? number) => Assert.Equal(number, MailSorting.NumberIn(subject));

    [Fact]
    public void What_a_mail_is_about_is_proposed_by_its_words()
    {
        Assert.Equal([OccurrenceKind.Loss], MailProposal.KindsOf("USBメモリを紛失しました", outside: false));
        Assert.Equal([OccurrenceKind.Other], MailProposal.KindsOf("こんにちは", outside: false));
        Assert.Equal([OccurrenceKind.Website, OccurrenceKind.OutsideContact], MailProposal.KindsOf("ﾎｰﾑﾍﾟｰｼﾞが変です", outside: true));
        Assert.Equal(EmergencyImpact.Present, MailProposal.EmergencyOf("おはよう。指令台が使えない。"));
        Assert.Equal(EmergencyImpact.Present, MailProposal.EmergencyOf("１１９番がつながらない"));
        Assert.Equal(EmergencyImpact.Unknown, MailProposal.EmergencyOf("119番の研修について。プリンターが使えない。"));
    }

    [Fact]
    public void The_section_is_the_senders_or_the_only_one_named()
    {
        var sender = new MailSender(Okada.Mail, "", Okada.Id, false);
        Assert.Equal(Station, MailProposal.SectionOf(Demo.Organisation, sender, "総務課で"));
        Assert.Equal(General, MailProposal.SectionOf(Demo.Organisation, sender with { PersonId = null }, "総務課で見つけました"));
        Assert.Null(MailProposal.SectionOf(Demo.Organisation, sender with { PersonId = null }, "総務課と警防課で"));
        Assert.False(MailProposal.IsOutside(Demo.Organisation, $"nobody@{Okada.Mail.Split('@')[1]}"));
        Assert.True(MailProposal.IsOutside(Demo.Organisation, "a@example.net"));
    }

    [Fact]
    public void A_report_by_mail_needs_neither_section_nor_telephone_number()
    {
        var sender = new MailSender("okada@example.jp", "岡田", Okada.Id, Confirmed: false);
        var wish = new ReportOccurrence([OccurrenceKind.Other], EmergencyImpact.Unknown, "件名", null) { ByMail = sender };
        var c = new Circumstances(new Provenance(Actor.Anonymous, "mail", Monday9, Monday9), Demo.Organisation);

        Assert.Equal(new Reporter("", "", null, "okada@example.jp", Unconfirmed: true), wish.Decide(Number, Channel.Mail, [], c).Reporter);
        Assert.Equal(new Reporter("", "", Okada.Id, "okada@example.jp"), (wish with { ByMail = sender with { Confirmed = true } }).Decide(Number, Channel.Mail, [], c).Reporter);
        Assert.Contains(Rules.PhoneGiven, (wish with { ByMail = null }).Unmet(Demo.Organisation, Monday9).Select(u => u.Rule));
    }
}
