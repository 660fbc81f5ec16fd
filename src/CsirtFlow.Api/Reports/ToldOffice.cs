using CsirtFlow.Api.Intake;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Reports;

/// <summary>How far the notices to one office have come, for the reporter: each holder counts once, with the notice that has come farthest.</summary>
public static class ToldOffice
{
    private enum Reached { Failed, Retrying, Waiting, Sent, Opened, Acknowledged }

    public static Told Of(string office, IEnumerable<Notice> notices, Language language)
    {
        var people = notices.GroupBy(n => n.PersonId).Select(own => own.OrderByDescending(How).ThenByDescending(When).First()).ToList();
        var states = people.GroupBy(How).OrderByDescending(g => g.Key).ToList();
        var words = states is [var only]
            ? State(only.Key, only.Min(When), language)
            : string.Join(language.Say("、", "; "), states.Select(g => State(g.Key, g.Min(When), language) + language.Say($"：{g.Count()}人", $": {g.Count()}")));
        return new(people.Count > 1 ? language.Say($"{office} {people.Count}人", $"{office}, {people.Count} people") : office, words, people.Min(When), states.Any(g => g.Key is Reached.Failed or Reached.Retrying));
    }

    private static Reached How(Notice n) => n switch
    {
        { AcknowledgedAt: not null } => Reached.Acknowledged,
        { OpenedAt: not null } => Reached.Opened,
        { Delivery: Delivery.Accepted } => Reached.Sent,
        { Delivery: Delivery.Undeliverable } => Reached.Failed,
        { Delivery: Delivery.Retrying } => Reached.Retrying,
        _ => Reached.Waiting,
    };

    private static DateTimeOffset When(Notice n) => n.AcknowledgedAt ?? n.OpenedAt ?? n.AcceptedAt ?? n.QueuedAt;

    private static string State(Reached reached, DateTimeOffset at, Language language) => reached switch
    {
        Reached.Acknowledged => language.Say($"受領しました（{language.Moment(at)}）", $"Acknowledged ({language.Moment(at)})"),
        Reached.Opened => language.Say($"画面で開きました（{language.Moment(at)}）", $"Opened on the screen ({language.Moment(at)})"),
        Reached.Sent => language.Say($"メールを送りました（{language.Moment(at)}）（まだ読まれていません）", $"Mail sent ({language.Moment(at)}), not read yet"),
        Reached.Waiting => language.Say("メールを送っています", "Mail is being sent"),
        Reached.Retrying => language.Say("メールを送れませんでした（自動でもう一度送ります）", "Mail could not be sent (it is being tried again)"),
        _ => language.Say("メールを送れませんでした", "Mail could not be sent"),
    };
}
