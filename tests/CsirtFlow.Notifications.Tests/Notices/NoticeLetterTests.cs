using CsirtFlow.Domain;
namespace CsirtFlow.Notifications.Tests.Notices;

public sealed class NoticeLetterTests
{
    private static readonly NoticeFacts Facts = new(
        "伊達地方消防組合", "R8-0017", "髙﨑 𠮷男", "CSIRT責任者", NoticeReason.DutyOpened,
        [new("第32条第3項第1号", "報告の評価", "11月22日（日）11:45まで", "目安")],
        "https://csirt.example.jp/reports/0197", Urgent119: false, RoutingRemark: "", "024-000-0000", Drill: false);

    public static TheoryData<NoticeReason> Reasons => [.. Enum.GetValues<NoticeReason>()];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Each_reason_reads_as_approved(NoticeReason reason)
    {
        var (subject, text) = NoticeLetter.Write(Facts with { Reason = reason });

        Approved.Matches($"{reason}", $"{subject}\n\n{text}");
    }

    [Fact]
    public void A_drill_with_everything_reads_as_approved()
    {
        var (subject, text) = NoticeLetter.Write(Facts with
        {
            Drill = true, Urgent119 = true, RoutingRemark = "管理者が不在のため代理者へ送っています",
            Duties = [.. Facts.Duties, new("個人情報保護法第68条第1項", "個人情報保護委員会への速報", "11月26日（木）まで", "法令"), new("第19条第7項", "関係機関との共有", "", "目安")],
        });

        Approved.Matches("DrillWithEverything", $"{subject}\n\n{text}");
    }

    [Theory]
    [InlineData(NoticeReason.Told)]
    [InlineData(NoticeReason.MailUndelivered)]
    [InlineData(NoticeReason.ReportAnswered)]
    public void Some_reasons_need_no_duty(NoticeReason reason)
    {
        var (subject, text) = NoticeLetter.Write(Facts with { Reason = reason, Duties = [] });

        Approved.Matches($"{reason}WithoutDuty", $"{subject}\n\n{text}");
    }

    [Theory]
    [InlineData(NoticeReason.DutyOpened)]
    [InlineData(NoticeReason.Overdue)]
    [InlineData(NoticeReason.InstructionGiven)]
    public void Nobody_is_asked_for_nothing(NoticeReason reason) =>
        Assert.Throws<ArgumentException>(() => NoticeLetter.Write(Facts with { Reason = reason, Duties = [] }));

    [Fact]
    public void What_has_no_number_says_none()
    {
        var (subject, text) = NoticeLetter.Write(Facts with { Reason = NoticeReason.ContactsRevised, Number = "", Duties = [] });

        Assert.Equal("連絡網・設定が改定されました", subject);
        Assert.DoesNotContain("受付番号", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_subject_says_number_duty_and_clause() =>
        Assert.Equal("［R8-0017］報告の評価をお願いします（第32条第3項第1号）", NoticeLetter.Write(Facts).Subject);

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Every_notice_says_number_link_and_telephone(NoticeReason reason)
    {
        var (subject, text) = NoticeLetter.Write(Facts with { Reason = reason, Drill = true });

        Assert.StartsWith("【訓練】［R8-0017］", subject, StringComparison.Ordinal);
        Assert.All(["R8-0017", "https://csirt.example.jp/reports/0197", "024-000-0000", "髙﨑 𠮷男 様"], said => Assert.Contains(said, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Values_are_neither_read_as_template_nor_break_the_line()
    {
        var hostile = "x\r\nBcc: a@example.com\n\n{{ link }}{{ while true }}{{ end }}<b>";
        var (subject, text) = NoticeLetter.Write(Facts with { Number = hostile, RecipientName = hostile, OrganisationName = hostile, Duties = [new(hostile, hostile, hostile, hostile)] });

        Assert.DoesNotContain('\n', subject);
        Assert.Contains("x Bcc: a@example.com {{ link }}{{ while true }}{{ end }}<b> 様", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/reports/1")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    public void A_link_leads_to_a_web_page(string link) => Assert.Throws<ArgumentException>(() => NoticeLetter.Write(Facts with { Link = link }));
}
