using System.Globalization;
using CsirtFlow.Domain;
using JasperFx.Events;

namespace CsirtFlow.Api.Notices;

/// <summary>Ids of notices, made from what they are about: the same cause never makes a second notice.</summary>
public static class NoticeIds
{
    /// <summary><c>notice/R8-0001/i3/p-suzuki</c>: the third event of the incident, told to one person.</summary>
    public static string ForEvent(string number, IEvent cause, string personId) =>
        string.Create(CultureInfo.InvariantCulture, $"notice/{number}/{Stream(cause.StreamKey!)}{cause.Version}/{personId}");

    /// <param name="version">Of the revision.</param>
    public static string ForRevision(string key, long version, string personId) => string.Create(CultureInfo.InvariantCulture, $"notice/{key}/v{version}/{personId}");

    // Of the documents there are many in an incident: document/R8-0017/ppc-preliminary/1 is d-ppc-preliminary-1-.
    private static string Stream(string key) => key.Split('/') is ["document", _, var form, var issue] ? $"d-{form}-{issue}-" : key[..1];

    /// <param name="reminder">Which reminder of the duty, from 1; the first is not counted, so that those of earlier versions are not sent again.</param>
    public static string ForReminder(string number, DutyStanding duty, NoticeReason reason, int reminder, string personId) =>
        string.Create(CultureInfo.InvariantCulture, $"notice/{number}/{duty.Key}/{reason}/{duty.Due.UtcDateTime:yyyyMMddHHmmss}{(reason is NoticeReason.DueSoon && reminder > 1 ? $"-{reminder}" : "")}/{personId}");

    /// <summary>要確認: where many mails wait, one notice for those of ten minutes.</summary>
    public static string ForMails(DateTimeOffset at, string personId) => string.Create(CultureInfo.InvariantCulture, $"notice/{IncomingMail.NoNumber}/{at.UtcDateTime:yyyyMMddHH}{at.UtcDateTime.Minute / 10}/{personId}");

    /// <param name="at">When it was given up: sent again and given up again, it calls for a person again.</param>
    public static string ForFailure(string failedNotice, DateTimeOffset at, string personId) =>
        string.Create(CultureInfo.InvariantCulture, $"{failedNotice}/undelivered/{at.UtcDateTime:yyyyMMddHHmmss}/{personId}");
}
