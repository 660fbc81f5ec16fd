using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Web;

/// <summary>Which field of a form a rule speaks of, so that its sentence leads there and stands beside it.</summary>
public static class RefusedField
{
    /// <summary>Rule → names of fields, the likelier first. What is not here concerns the form as a whole.</summary>
    private static readonly Dictionary<PolicyRule, string[]> Names = new()
    {
        [Rules.ReasonGiven] = ["reason", "grounds", "remark", "words", "account"],
        [Rules.TextGiven] = ["text", "instruction", "summary", "account", "answer", "correction", "words", "cause", "item", "place", "medium", "title", "addressee", "filingChannel", "with", "content", "remark", "facts", "instead"],
        [Rules.SectionGiven] = ["sectionId"],
        [Rules.SectionKnown] = ["sectionId", "measures"],
        [Rules.SystemKnown] = ["systemId", "systemIds"],
        [Rules.CheckKnown] = ["systemId"],
        [Rules.FoundThere] = ["systemId"],
        [Rules.PersonKnown] = ["personId", "personIds"],
        [Rules.NotInFuture] = ["occurredAt", "at", "filedAt", "publishedAt", "takenAt"],
        [Rules.DueInFuture] = ["due"],
        [Rules.TargetsGiven] = ["systemIds", "to"],
        [Rules.EventKnown] = ["event"],
        [Rules.WorkKnown] = ["work"],
        [Rules.WorkUnfinished] = ["work"],
        [Rules.IncidentKnown] = ["number"],
        [Rules.LinksOther] = ["number"],
        [Rules.LinkedNow] = ["number"],
        [Rules.IncidentToJoinGiven] = ["joinTo"],
        [Rules.JoinsOther] = ["joinTo"],
        [Rules.TitleGiven] = ["title"],
        [Rules.StaffSectionGiven] = ["nature.staffSectionId"],
        [Rules.ProvisionGiven] = ["provision"],
        [Rules.ExemptionEndsLater] = ["until"],
        [Rules.ExemptionKnown] = ["exemption"],
        [Rules.ExemptionAwaited] = ["exemption"],
        [Rules.DutyKnown] = ["duty", "serves"],
        [Rules.DutyOpen] = ["duty"],
        [Rules.DutyDiscretionary] = ["duty"],
        [Rules.DutyProvenByEvent] = ["duty"],
        [Rules.DutyOwner] = ["duty"],
        [Rules.OrderKnown] = ["order"],
        [Rules.OrderNotDoneYet] = ["order"],
        [Rules.OrderDoneFirst] = ["order"],
        [Rules.OrderNotVerified] = ["order"],
        [Rules.TriedGiven] = ["tried"],
        [Rules.MeasuresGiven] = ["measures"],
        [Rules.MeasureKnown] = ["measure"],
        [Rules.MeasureNotDoneYet] = ["measure"],
        [Rules.MeasureDoneFirst] = ["measure"],
        [Rules.KnewAfterNoticed] = ["knewAt"],
        [Rules.GroundsGiven] = ["grounds"],
        [Rules.HandsToOther] = ["to"],
        [Rules.HandsToReader] = ["to"],
        [Rules.HandoverKnown] = ["handover"],
        [Rules.HandoverOwn] = ["handover"],
        [Rules.ReachGiven] = ["reach"],
        [Rules.NothingPlannedUnpublished] = ["plannedAt"],
        [Rules.UnderEmbargo] = ["earlyReason", "publishedAt"],
        [Rules.PublicationKnown] = ["publication"],
        [Rules.PublishedBeforeWithdrawn] = ["withdrawnAt"],
        [Rules.ToldBeforeFollowUp] = ["to"],
        [Rules.JudgedUnpublished] = ["earlyReason"],
        [Rules.JudgedBeforePublished] = ["earlyReason"],
        [Rules.PublishedWithoutDocument] = ["reason"],
        [Rules.FindingsExplained] = ["remark"],
        [Rules.CounterpartTold] = ["remark"],
        [Rules.SubstituteGiven] = ["substitute"],
        [Rules.PurposeGiven] = ["purpose"],
        [Rules.PurposeNamesNobody] = ["purpose"],
        [Rules.FirstInList] = ["first"],
        [Rules.ReturnedOfMade] = ["letters"],
        [Rules.TwoPersons] = ["unavoidableReason"],
    };

    /// <summary>Every rule that stands against a command, each with its field or with the form itself.</summary>
    /// <param name="slug">Id of the form.</param>
    public static FormErrors Errors(PolicyViolationException refusal, Type command, string slug, IFormCollection typed, Language language) =>
        new(refusal.Rules.Select(rule => Of(rule, command, slug, typed) is { } field ? new FormError($"{slug}.{field}", Sentence(rule, command, field, language)) : new FormError(slug, language.Of(rule))));

    // The general rules say what is wrong; only the field's own name says where.
    private static string Sentence(PolicyRule rule, Type command, string field, Language language)
    {
        if (!General.Contains(rule)) return language.Of(rule);

        var label = language.Of(Labels.Of(command, FormFields.Members(command).First(m => FormFields.Camel(m.Name) == field.Split('.')[0]).Name));
        return rule == Rules.TextTooLong ? $"{label}{language.Colon}{language.Of(rule)}" : language.Say($"{label}を入力してください。", $"Enter: {label}.");
    }

    private static readonly PolicyRule[] General = [Rules.TextGiven, Rules.ReasonGiven, Rules.TextTooLong];

    private static string? Of(PolicyRule rule, Type command, string slug, IFormCollection typed)
    {
        string[] members = [.. FormFields.Members(command).Select(m => FormFields.Camel(m.Name))];
        if (rule == Rules.TextTooLong) return members.MaxBy(m => typed[$"{slug}.{m}"].ToString().Length);

        string[] meant = [.. Names.GetValueOrDefault(rule, []).Where(name => members.Contains(name.Split('.')[0]))];
        return Array.Find(meant, name => string.IsNullOrWhiteSpace(typed[$"{slug}.{name}"])) ?? meant.FirstOrDefault();
    }
}
