namespace CsirtFlow.Domain.Tests;

/// <summary>通知 to one person and how far it has come.</summary>
public sealed class NoticeTests
{
    private static readonly NoticeQueued Queued = new(Domain.Report.Key(Number), Number, NoticeReason.Told, Miura.Id, Miura.Name, Miura.Mail, Office.SecurityManager, ["32-1-1"], "", false, Monday9);
    private static readonly NoticeFailed Failed = new(1, "451 4.3.0 try later", Monday9.AddMinutes(1), Monday9);
    private static readonly NoticeAccepted Accepted = new(2, "250 OK", Monday9.AddMinutes(1));

    [Fact]
    public void It_waits_to_be_sent() => Assert.Equal(Delivery.Queued, After(Queued).Delivery);

    [Fact]
    public void A_failure_is_tried_again() => Assert.Equal((Delivery.Retrying, (DateTimeOffset?)Monday9.AddMinutes(1), 1), (After(Queued, Failed).Delivery, After(Queued, Failed).NextAttempt, After(Queued, Failed).Attempts));

    [Fact]
    public void What_the_mail_server_took_is_sent() => Assert.Equal((Delivery.Accepted, "250 OK", (DateTimeOffset?)null), (After(Queued, Failed, Accepted).Delivery, After(Queued, Failed, Accepted).LastReply, After(Queued, Failed, Accepted).NextAttempt));

    [Fact]
    public void What_is_given_up_waits_for_a_person() => Assert.Equal(Delivery.Undeliverable, After(Queued, Failed with { NextAttempt = null }).Delivery);

    [Fact]
    public void And_can_be_sent_again() => Assert.Equal((Delivery.Queued, 0), (After(Queued, Failed with { NextAttempt = null }, new NoticeResendOrdered(Tanaka.Id, Monday9)).Delivery, After(Queued, Failed, new NoticeResendOrdered(Tanaka.Id, Monday9)).Attempts));

    [Fact]
    public void The_first_opening_counts() =>
        Assert.Equal(Monday9.AddMinutes(2), After(Queued, Accepted, new NoticeOpened(Miura.Id, Monday9.AddMinutes(2)), new NoticeOpened(Miura.Id, Monday9.AddMinutes(9))).OpenedAt);

    [Fact]
    public void Who_acknowledges_has_opened() =>
        Assert.Equal((Monday9.AddMinutes(3), Monday9.AddMinutes(3)), (After(Queued, new NoticeAcknowledged(Miura.Id, Monday9.AddMinutes(3))).OpenedAt!.Value, After(Queued, new NoticeAcknowledged(Miura.Id, Monday9.AddMinutes(3))).AcknowledgedAt!.Value));

    [Fact]
    public void The_second_channel_goes_its_own_way()
    {
        var failed = new NoticeRelayFailed(1, "500", Monday9.AddMinutes(2), Monday9.AddMinutes(1));

        Assert.Equal((new Relay(1, "500", Monday9.AddMinutes(1), false, Monday9.AddMinutes(2)), Delivery.Accepted), (After(Queued, Accepted, failed).Relay!, After(Queued, Accepted, failed).Delivery));
        Assert.Equal((new Relay(2, "202", Monday9.AddMinutes(2), true, null), Delivery.Retrying, 1), (After(Queued, failed, Failed, new NoticeRelayed(2, "202", Monday9.AddMinutes(2))) is var n ? n.Relay! : null!, n.Delivery, n.Attempts));
    }

    [Fact]
    public void Nothing_begins_with_an_answer_of_the_mail_server() => Assert.Throws<System.Diagnostics.UnreachableException>(() => After(Accepted));

    private static Notice After(params NoticeEvent[] events) => events.Aggregate((Notice?)null, (n, e) => Notice.Evolve(n, "notice/1", e))!;
}
