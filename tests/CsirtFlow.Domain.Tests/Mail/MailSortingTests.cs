namespace CsirtFlow.Domain.Tests.Mail;

/// <summary>受信メールの振分け: where a mail goes by what is known of it.</summary>
public sealed class MailSortingTests
{
    private static readonly MailHeading Heading = new("x@example.jp", new("hanako@example.net", "", null, false), "相談", Monday9, MailNature.Letter, false, [], 0);
    private static readonly MailFacts Letter = new(Heading, Content: true, Reply: null, NamesOurs: false, Failed: null, ReportsOfSender: 0, ReportsOfAll: 0, MostReports: 200, Old: false, Before: null);
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
        var sorted = MailSorting.Of(Letter with { Heading = Heading with { Nature = nature } });

        Assert.Equal(new SortedMail(standing, reason), sorted);
        Assert.False(MailSorting.IsAnswered(Letter, sorted));
    }

    [Fact]
    public void A_delivery_failure_of_a_known_notice_needs_no_person_here()
    {
        var bounce = Letter with { Heading = Heading with { Nature = MailNature.Bounce } };
        Assert.Equal(new SortedMail(MailStanding.Kept, MailReason.NoticeFailure, "R8-0007"), MailSorting.Of(bounce with { Failed = new("R8-0007", Delayed: false) }));
        Assert.Equal(new SortedMail(MailStanding.Kept, MailReason.NoticeDelayed), MailSorting.Of(bounce with { Failed = new(null, Delayed: true) }));
    }

    [Fact]
    public void What_answers_a_notice_belongs_to_its_matter_whatever_it_is() =>
        Assert.Equal(new SortedMail(MailStanding.Kept, MailReason.AutoReply, "R8-0007"), MailSorting.Of(Letter with { Heading = Heading with { Nature = MailNature.AutoReply }, Reply = Proof }));

    [Fact]
    public void A_list_may_stand_between_the_house_and_its_own_mailbox() =>
        Assert.Equal(new SortedMail(MailStanding.Held, MailReason.MailingList), MailSorting.Of(Letter with { Heading = Heading with { Nature = MailNature.MailingList, Sender = Heading.Sender! with { PersonId = Okada.Id } } }));

    [Fact]
    public void What_lay_there_before_is_kept() => Assert.Equal(new SortedMail(MailStanding.Kept, MailReason.BeforeService), MailSorting.Of(Letter with { Old = true }));

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

    [Fact]
    public void Whoever_invents_senders_closes_the_door_for_no_one_of_the_house()
    {
        var flood = Letter with { ReportsOfAll = 200 };
        Assert.Equal(MailReason.TooMany, MailSorting.Of(flood).Reason);
        Assert.Equal(MailStanding.Addition, MailSorting.Of(flood with { Reply = Proof }).Standing);
        var member = flood with { Heading = Heading with { Sender = Heading.Sender! with { PersonId = Okada.Id } } };
        Assert.Equal(MailStanding.Report, MailSorting.Of(member).Standing);
        Assert.True(MailSorting.IsAnswered(member, MailSorting.Of(member)));
        var many = Letter with { ReportsOfAll = 60 };
        Assert.False(MailSorting.IsAnswered(many, MailSorting.Of(many)));
    }

    [Theory]
    [InlineData("MAILER-DAEMON@example.net")]
    [InlineData("no-reply@example.net")]
    [InlineData("do_not_reply@example.net")]
    [InlineData("bounces+1234@example.net")]
    public void Nobody_reads_an_answer_to_a_machine(string address)
    {
        var mail = Letter with { Heading = Heading with { Sender = Heading.Sender! with { Address = address } } };
        Assert.Equal(MailStanding.Report, MailSorting.Of(mail).Standing);
        Assert.False(MailSorting.IsAnswered(mail, MailSorting.Of(mail)));
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
        var house = Demo.Organisation with { Profile = Demo.Organisation.Profile with { ContactMail = "csirt@shobo.example.jp" } };
        Assert.False(MailProposal.IsOutside(house, "nobody@shobo.example.jp"));
        Assert.False(MailProposal.IsOutside(house, Okada.Mail.ToUpperInvariant()));
        Assert.True(MailProposal.IsOutside(house, $"nobody@{Okada.Mail.Split('@')[1]}"));
        Assert.True(MailProposal.IsOutside(house, "a@example.net"));
    }

    [Fact]
    public void A_report_by_mail_needs_neither_section_nor_telephone_number()
    {
        var sender = new MailSender("okada@example.jp", "岡田", Okada.Id, Confirmed: false);
        var wish = new ReportOccurrence([OccurrenceKind.Other], EmergencyImpact.Unknown, "件名", null) { ByMail = sender };
        var c = new Circumstances(new Provenance(Actor.Anonymous, "mail", Monday9, Monday9), Demo.Organisation);

        Assert.Equal(new Reporter(new("", "", "okada@example.jp"), null, Unconfirmed: true), wish.Decide(Number, Channel.Mail, [], c).Reporter);
        Assert.Equal(new Reporter(new("", "", "okada@example.jp"), Okada.Id), (wish with { ByMail = sender with { Confirmed = true } }).Decide(Number, Channel.Mail, [], c).Reporter);
        Assert.Contains(Rules.PhoneGiven, (wish with { ByMail = null }).Unmet(Demo.Organisation, Monday9).Select(u => u.Rule));
    }
}
