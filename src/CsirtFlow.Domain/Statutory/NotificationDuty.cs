namespace CsirtFlow.Domain.Statutory;

/// <summary>本人への通知の要否.</summary>
public enum NotificationState
{
    /// <summary>通知する</summary>
    Owed,

    /// <summary>通知が困難で、代わるべき措置をとる (法68条2項1号, 番号法29条の4第2項ただし書)</summary>
    ReplacedByMeasure,

    /// <summary>不開示情報が含まれる (法68条2項2号; 番号法 has no such exception)</summary>
    NonDisclosable,

    /// <summary>事案の内容等に応じて通知する (番号GL別添2 4A※)</summary>
    AsTheCaseRequires,
}

/// <summary>本人への通知 (法68条2項, 番号法29条の4第2項) under one act, and why it may be left out.</summary>
public sealed record NotificationDuty(Law Law, NotificationState State, string Article, string Explanation)
{
    internal static NotificationDuty? Of(ReportDuty duty, NotificationFacts facts)
    {
        var article = duty.Law.NotificationArticle();

        return (duty.Basis, duty.Law, facts) switch
        {
            (DutyBasis.Undetermined, _, _) => null,
            (DutyBasis.Guideline, _, _) => new(duty.Law, NotificationState.AsTheCaseRequires, "番号GL別添2 4A", "事案の内容等に応じて、本人に通知する。"),
            (_, Law.PersonalInformation, { NonDisclosable: Answer.Yes }) => new(duty.Law, NotificationState.NonDisclosable, article + "第2号",
                "法第78条第1項各号の情報（不開示情報）が含まれるため、通知を要しない。"),
            (_, _, { Difficult: Answer.Yes, SubstituteMeasure: { } measure }) when !string.IsNullOrWhiteSpace(measure) => new(duty.Law, NotificationState.ReplacedByMeasure,
                article + (duty.Law is Law.PersonalInformation ? "第1号" : "ただし書"), $"本人への通知が困難であり、代わるべき措置（{measure}）をとるため、通知を要しない。"),
            (_, _, { Difficult: Answer.Yes }) => new(duty.Law, NotificationState.Owed, article, "本人への通知が困難でも、代わるべき措置が決まるまで通知の義務は残る。"),
            (_, Law.MyNumber, { NonDisclosable: Answer.Yes }) => new(duty.Law, NotificationState.Owed, article,
                "番号法には不開示情報の例外がないため、状況に応じて速やかに本人に通知する。"),
            _ => new(duty.Law, NotificationState.Owed, article, "状況に応じて速やかに本人に通知する。"),
        };
    }
}
