using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Api.Web.Deadlines;

/// <summary>The page of the running limits, in both languages.</summary>
public sealed class DeadlineWords(Language language)
{
    public string Title => language.Say("法令の期限", "Limits of law");

    public string Lead => language.Say("個人情報保護委員会への報告の期限です。知った日を1日目として、土曜・日曜・祝日も数えます。確報の末日が閉庁日のときは次の開庁日までです。",
        "Limits for reporting to the Personal Information Protection Commission. The day of knowing is day 1, and weekends and holidays count. Where the last day of the final report is no working day, it is the next working day.");

    public string None => language.Say("進んでいる期限はありません。", "No limit is running.");

    public string More(int shown) => language.Say($"期限の近い{shown}件のインシデントまでを表示しています。ほかの件は、対応中の一覧の「外部報告あり」で見る", $"The {shown} incidents with the nearest limits are shown. See the others in the list of open matters");

    public string ProvisionalTitle => new Assessment.AssessmentWords(language).Provisional;

    public string ProvisionalLead => language.Say("判定に「わからない」が残っているインシデントです。調べて判定し直してください。報告する義務があると分かると、知った日から数えた次の期限になります。",
        "Incidents whose assessment still has “not known”. Find out and assess again: if a report is owed, these limits hold, counted from the day of knowing.");

    public string ToAssessment => language.Say("判定の画面へ", "To the assessment");

    public static Mark Provisional { get; } = new("仮", "Provisional", Tone.Plain);

    public string Reminded(DateTimeOffset at) => new QueueWords(language).Reminded(at);

    public string RemindsOn(DateOnly day) => language.Say($"催促の予定 {language.Day(day)} 9:00", $"Reminder planned for {language.Day(day)} 9:00");

    public string Incident => language.Say("インシデント", "Incident");

    public string Duty => language.Say("報告", "Report");

    public string Limit => language.Say("期限", "Limit");

    public string Day => language.Say("日数", "Day");

    public string How => language.Say("数え方", "How it is counted");

    public string Calendar => language.Say("カレンダーに入れる（.ics）", "For your calendar (.ics)");

    /// <summary>「3日目（限度5日目）」.</summary>
    public string DayOf(int day, int days) => language.Say($"{day}日目（限度{days}日目）", $"day {day} of {days}");

    public static Mark State(RunningDeadline d) => d switch
    {
        { DaysLeft: < 0 } => new($"期限超過 {-d.DaysLeft}日", $"{-d.DaysLeft} days late", Tone.Late),
        { DaysLeft: 0 } => new("今日まで", "Due today", Tone.Critical),
        { IsNear: true, Deadline.Kind: ReportKind.Preliminary } => new($"目安の日を過ぎています。あと{d.DaysLeft}日", $"Should be filed by now; {d.DaysLeft} days left", Tone.High),
        _ => new($"あと{d.DaysLeft}日", $"{d.DaysLeft} days left", Tone.Notice),
    };
}
