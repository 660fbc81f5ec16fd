using System.Collections.Immutable;
using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain;

/// <summary>第33条（ID、パスワード等の管理）: lost cards and leaked passwords go further than the chain of 第32条.</summary>
public static class Article33
{
    public static ImmutableArray<Duty<Report>> OfReport { get; } =
    [
        new()
        {
            Key = "33-1-1ウ", Clause = "33-1-1ウ", Title = new("ICカード等の紛失の通報", "Report of a lost IC card or the like"),
            Owners = [Staff], Towards = [SupervisingOfficer, SecurityOfficer, SystemManager], Urgency = Urgency.Promptly, Within = TimeSpan.FromMinutes(30),
            Since = r => r.Has(OccurrenceKind.Loss) ? r.Occurrence.NoticedAt : null,
            Met = _ => true,
            Tells = e => e is OccurrenceReported,
        },
        new()
        {
            // The form does not ask whether a card was among what was lost: the owner says so by judging it unnecessary.
            Key = "33-1-2", Clause = "33-1-2", Title = new("紛失したICカード等によるアクセスの停止", "Stopping access by the lost IC card"),
            Owners = [SystemManager, SecurityOfficer, SupervisingOfficer], Urgency = Urgency.Promptly, Within = TimeSpan.FromMinutes(30),
            Since = r => r.Has(OccurrenceKind.Loss) ? r.ReportedAt : null,
            Met = _ => false,
            Discretionary = true,
            ToldInWords = true,
        },
        new()
        {
            Key = "33-3-4", Clause = "33-3-4", Title = new("パスワード流出のおそれの報告", "Report of a password that may have leaked"),
            Owners = [Staff], Towards = [SecurityManager], Urgency = Urgency.Promptly, Within = TimeSpan.FromMinutes(30),
            Since = r => r.Has(OccurrenceKind.SuspiciousMail) || r.Has(OccurrenceKind.AccountMisuse) ? r.Occurrence.NoticedAt : null,
            Met = _ => true,
            Tells = e => e is OccurrenceReported,
        },
        new()
        {
            Key = "33-3-4-change", Clause = "33-3-4", Title = new("パスワードの変更の確認", "Check that the password was changed"),
            Owners = [SecurityManager], Urgency = Urgency.Promptly, Within = TimeSpan.FromMinutes(30),
            Since = r => r.Has(OccurrenceKind.SuspiciousMail) || r.Has(OccurrenceKind.AccountMisuse) ? r.ReportedAt : null,
            Met = _ => false,
            Discretionary = true,
            ToldInWords = true,
        },
    ];
}
