using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>連絡網の点検 (12-7 「網羅する」): what is wrong with an organisation, before it is kept and on its page.</summary>
public static class OrganisationCheck
{
    /// <summary>Who can be given the 緊急閲覧: the offices that see every matter that is not restricted. The auditor needs none.</summary>
    public static readonly ImmutableArray<Office> MayViewInEmergency = [Office.SupervisingOfficer, Office.Ciso, Office.CsirtLead, Office.CsirtMember, Office.ContactPoint];

    private const int LongestText = 200;
    private const int MostRows = 20_000;

    /// <summary>A period that ends soon would lock out those who could mend it.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(30);

    /// <summary>What makes an organisation unusable: it would contradict itself, or lock out those who could mend it.</summary>
    public static IEnumerable<PolicyRule> Problems(Organisation o, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(o.Name)) yield return new("organisation-named", "", "団体の名称を入力してください。", "Enter the name of the organisation.");
        foreach (var id in Twice(o.People.Select(p => p.Id))) yield return new("person-once", "", $"人の番号「{id}」が2回あります。", $"The number of a person “{id}” is there twice.");
        foreach (var id in Twice(o.Sections.Select(s => s.Id))) yield return new("section-once", "", $"所属の番号「{id}」が2回あります。", $"The number of a section “{id}” is there twice.");
        foreach (var p in o.People.Where(p => o.Section(p.SectionId) is null)) yield return new("person-in-section", "", $"{p.Name}の所属が一覧にありません。", $"The section of {p.Name} is not on the list.");
        foreach (var a in o.Assignments.Where(a => o.Person(a.PersonId) is null)) yield return new("holder-known", "", $"{Term.Of(a.Office)}の「{a.PersonId}」は人の一覧にありません。", $"{Term.InEnglish(a.Office)}: “{a.PersonId}” is not on the list of persons.");
        foreach (var a in o.Assignments.Where(a => a.Office is Office.SecurityManager or Office.SecurityOfficer && o.Section(a.SectionId) is null))
            yield return new("holder-section", "14-1", $"{Term.Of(a.Office)}には所属を付けてください。", $"{Term.InEnglish(a.Office)}: add the section.");
        foreach (var a in o.Assignments.Where(a => a.Office is Office.SystemManager or Office.SystemOperator && o.Systems.All(s => s.Id != a.SystemId)))
            yield return new("holder-system", "15-1", $"{Term.Of(a.Office)}には情報システムを付けてください。", $"{Term.InEnglish(a.Office)}: add the information system.");
        foreach (var id in o.People.Select(p => p.Id).Concat(o.Sections.Select(s => s.Id)).Concat(o.Systems.Select(s => s.Id)).Where(id => !IsId(id)).Distinct())
            yield return new("id-form", "", $"番号「{id}」は使えません。半角の英数字と . _ - で60文字までにしてください。", $"The number “{id}” cannot be used. Write up to 60 letters, digits and . _ -.");
        foreach (var id in Twice(o.Systems.Select(s => s.Id))) yield return new("system-once", "", $"情報システムの番号「{id}」が2回あります。", $"The number of an information system “{id}” is there twice.");
        foreach (var s in o.Systems.Where(s => o.Section(s.SectionId) is null)) yield return new("system-in-section", "15-1", $"{s.Name}の所属が一覧にありません。", $"The section of {s.Name} is not on the list.");
        foreach (var a in o.Assignments.Where(a => a.From >= a.Until || a.Deputy < 0)) yield return new("holder-period", "", $"{Term.Of(a.Office)}の「{a.PersonId}」の期間又は代理の順番が正しくありません。", $"{Term.InEnglish(a.Office)}: the period or the order of deputies of “{a.PersonId}” is wrong.");
        foreach (var a in o.Assignments.Where(a => o.Assignments.Any(b => b != a && b with { From = a.From, Until = a.Until, Deputy = a.Deputy, Delegation = a.Delegation } == a && Overlap(a, b))).DistinctBy(a => (a.PersonId, a.Office)))
            yield return new("holder-once", "", $"{Term.Of(a.Office)}の「{a.PersonId}」が、重なる期間に2回あります。", $"{Term.InEnglish(a.Office)}: “{a.PersonId}” is there twice in overlapping periods.");
        foreach (var a in o.Assignments.Where(a => a.Office == Office.Auditor && o.Assignments.Any(b => b.PersonId == a.PersonId && b.Office is not (Office.Auditor or Office.Staff) && Overlap(a, b))).DistinctBy(a => a.PersonId))
            yield return new("auditor-apart", "18-2", $"監査をする「{a.PersonId}」は、監査を受ける役職を兼ねられません。", $"The auditor “{a.PersonId}” cannot hold an office that is audited.");
        foreach (var s in o.Shifts.Where(s => o.Person(s.PersonId) is null || o.Section(s.SectionId) is null || s.Until <= s.From)) yield return new("shift-known", "", $"当番の「{s.PersonId}」の人、所属又は期間が正しくありません。", $"Shift of “{s.PersonId}”: the person, the section or the period is wrong.");
        foreach (var a in o.Absences.Where(a => a.Until <= a.From)) yield return new("absence-period", "", $"不在の「{a.PersonId}」の終わりは、始まりより後にしてください。", $"The absence of “{a.PersonId}” must end after it begins.");
        foreach (var office in new[] { Office.Ciso, Office.SupervisingOfficer, Office.CsirtLead, Office.ContactPoint })
            if (!Holders.Of(o, office, Scope.Section(null), at).Any() || !Holders.Of(o, office, Scope.Section(null), at + Ahead).Any())
                yield return new("office-held", "12-7", $"{Term.Of(office)}が、今日から{Ahead.Days}日後までの間、決まっていません。", $"{Term.InEnglish(office)}: nobody holds it throughout the next {Ahead.Days} days.");
        if (Texts(o).Any(t => t?.Length > LongestText)) yield return new("text-length", "", $"名称・氏名・連絡先などは{LongestText}文字までにしてください。", $"Names and contacts may have {LongestText} characters at most.");
        if (o.People.Length + o.Assignments.Length + o.Absences.Length + o.Shifts.Length + o.Sections.Length + o.Systems.Length > MostRows)
            yield return new("rows-bounded", "", $"登録できるのは全部で{MostRows}件までです。", $"No more than {MostRows} rows can be registered.");
        foreach (var a in o.Absences.Where(a => o.Person(a.PersonId) is null)) yield return new("absent-known", "", $"不在の「{a.PersonId}」は人の一覧にありません。", $"Absence: “{a.PersonId}” is not on the list of persons.");
        if (o.Settings.EmergencyViewOffices is var viewers && (viewers.IsDefaultOrEmpty || viewers.Distinct().Count() < viewers.Length || viewers.Except(MayViewInEmergency).Any()))
            yield return new("emergency-view-offices", "34-2-3", $"緊急閲覧ができる役職は、{string.Join('、', MayViewInEmergency.Select(office => Term.Of(office)))}から1つ以上を、1回ずつ選んでください。", $"Emergency views: choose one or more of {string.Join(", ", MayViewInEmergency.Select(office => Term.InEnglish(office)))}, each once.");
        if (o.Settings.RemindAtPercent is < 1 or > 99) yield return new("remind-at", "", "予告の割合は1から99までにしてください。", "The share of time before a reminder must be from 1 to 99.");
        if (o.Settings.LimitMinutes.Values.Any(m => m is < 1 or > 525_600)) yield return new("limit-range", "", "目安は1分から1年までにしてください。", "A guide limit must be from 1 minute to 1 year.");
    }

    /// <summary>兼務の禁止 (18-1): what the reviser would gain by the own hand — an office, or the place of an absent CISO (12-5). Somebody else revises it.</summary>
    public static IEnumerable<PolicyRule> Gains(Organisation before, Organisation after, string reviser, DateTimeOffset at)
    {
        foreach (var a in after.Assignments.Where(a => a.PersonId == reviser && a.Office != Office.Staff && !before.Assignments.Any(b => Covers(b, a))).DistinctBy(a => a.Office))
            yield return new("own-office", "18-1", $"自分の役職（{Term.Of(a.Office)}）は、自分では加えられません。ほかの人が改定してください。", $"Nobody adds an office of their own ({Term.InEnglish(a.Office)}). Have somebody else revise it.");

        // Of the CISO also whoever decides in the place of an absent one.
        foreach (var office in after.Settings.EmergencyViewOffices.Except(before.Settings.EmergencyViewOffices))
            if (after.Assignments.Any(a => a.PersonId == reviser && (a.Office == office || (office == Office.Ciso && a.Office == Office.SupervisingOfficer)) && (a.Until is null || a.Until > at)))
                yield return new("own-emergency-view", "34-2-3", $"自分の役職（{Term.Of(office)}）には、自分では緊急閲覧を認められません。ほかの人が改定してください。", $"Nobody gives the emergency view to an office of their own ({Term.InEnglish(office)}). Have somebody else revise it.");

        var actsForCiso = after.Assignments.Any(a => a.PersonId == reviser && a.Office == Office.SupervisingOfficer && (a.Until is null || a.Until > at));
        if (actsForCiso && after.Absences.Except(before.Absences).Any(x => x.PersonId != reviser && before.Assignments.Any(a => a.PersonId == x.PersonId && a.Office == Office.Ciso)))
            yield return new("ciso-absence-by-others", "12-5", $"{Term.Of(Office.Ciso)}の不在は、その代わりに判断する人には登録できません。本人か、ほかの人が登録してください。", "Whoever would decide in place of the CISO cannot declare the CISO absent. The CISO or somebody else does.");
    }

    private static bool Covers(Assignment wide, Assignment narrow) =>
        (wide.Office, wide.PersonId, wide.SectionId, wide.SystemId) == (narrow.Office, narrow.PersonId, narrow.SectionId, narrow.SystemId) && narrow.Deputy >= wide.Deputy
        && (wide.From is null || narrow.From >= wide.From) && (wide.Until is null || narrow.Until <= wide.Until);

    private static bool Overlap(Assignment a, Assignment b) => (a.From is null || b.Until is null || a.From < b.Until) && (b.From is null || a.Until is null || b.From < a.Until);

    private static bool IsId(string id) => id.Length is > 0 and <= 60 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');

    /// <summary>Gaps that leave duties to somebody higher up: shown as warnings.</summary>
    public static IEnumerable<Wording> Warnings(Organisation o, DateTimeOffset at)
    {
        foreach (var section in o.Sections)
            foreach (var office in new[] { Office.SecurityManager, Office.SecurityOfficer })
                if (!Holders.Of(o, office, Scope.Section(section.Id), at).Any()) yield return new($"{section.Name}の{Term.Of(office)}が決まっていません。", $"{Term.InEnglish(office)} of {section.Name}: nobody.");
        foreach (var system in o.Systems)
            if (!Holders.Of(o, Office.SystemManager, new Scope([], [system.Id]), at).Any()) yield return new($"{system.Name}の{Term.Of(Office.SystemManager)}が決まっていません。", $"{Term.InEnglish(Office.SystemManager)} of {system.Name}: nobody.");
        foreach (var person in o.People.Where(p => p.Mail.Length == 0 && o.Assignments.Any(a => a.PersonId == p.Id)))
            yield return new($"{person.Name}のメールアドレスがありません。通知は代理者又は上位の役職へ送られます。", $"{person.Name} has no mail address. Notices go to a deputy or to the office above.");
    }

    private static IEnumerable<string?> Texts(Organisation o) =>
    [
        o.Name, o.Settings.Hotline, o.Settings.Reassurance,
        .. o.Sections.SelectMany(s => new[] { s.Id, s.Name }), .. o.Systems.SelectMany(s => new[] { s.Id, s.Name }),
        .. o.People.SelectMany(p => new[] { p.Id, p.Name, p.Title, p.Mail, p.Phone }),
        .. o.Assignments.Select(a => a.Delegation), .. o.Absences.Select(a => a.Reason), .. o.Settings.GovernmentAddressees,
    ];

    private static IEnumerable<string> Twice(IEnumerable<string> ids) => ids.GroupBy(id => id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key);
}
