using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Reports;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests;

/// <summary>知らせた相手: one line per office, and no better than the truth.</summary>
public sealed class ToldOfficeTests
{
    private static readonly DateTimeOffset At = AppFixture.Start;

    [Fact]
    public void Holders_who_stand_alike_share_one_sentence()
    {
        var told = ToldOffice.Of("CSIRT要員", [Sent("suzu"), Sent("ren")], Language.Japanese);

        Assert.Equal("CSIRT要員 2人", told.Office);
        Assert.Equal("メールを送りました（4月1日（月）9:00）（まだ読まれていません）", told.State);
        Assert.False(told.Failed);
    }

    [Fact]
    public void A_holder_who_could_not_be_told_is_never_hidden_behind_another()
    {
        var told = ToldOffice.Of("CSIRT要員", [Sent("suzu") with { AcknowledgedAt = At }, Sent("ren") with { Delivery = Delivery.Undeliverable }], Language.Japanese);

        Assert.Equal("受領しました（4月1日（月）9:00）：1人、メールを送れませんでした：1人", told.State);
        Assert.True(told.Failed);
    }

    [Fact]
    public void Two_notices_to_one_person_count_once_with_the_one_that_arrived()
    {
        var told = ToldOffice.Of("Contact point", [Sent("uke") with { Delivery = Delivery.Undeliverable }, Sent("uke") with { OpenedAt = At.AddMinutes(5) }], Language.English);

        Assert.Equal("Contact point", told.Office);
        Assert.Equal("Opened on the screen (Mon 1 Apr, 9:05)", told.State);
        Assert.False(told.Failed);
    }

    private static Notice Sent(string person) => new()
    {
        Id = person, Stream = Notice.Key("R12-0001"), Case = "report/R12-0001", Number = "R12-0001", PersonId = person, PersonName = person, Address = $"{person}@example.jp", QueuedAt = At,
        Delivery = Delivery.Accepted, AcceptedAt = At,
    };
}
