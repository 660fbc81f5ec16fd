using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>Somebody who is told, and why them when they are not the holder.</summary>
/// <param name="Remark">「…が不在のため代理者へ」 and the like; empty for a present holder.</param>
public sealed record Recipient(Person Person, Office Office, string Remark);

/// <summary>Who holds an office at a moment, and who is told when nobody is there. No duty is ever without a recipient.</summary>
public static class Holders
{
    /// <summary>Present holders, those on duty first; else the first present deputy; else up the chain; else the contact point and 統括 with a warning. For each section and system by itself.</summary>
    public static ImmutableArray<Recipient> ToTell(Organisation o, Office office, Scope scope, DateTimeOffset at) =>
        [.. scope.Apart(office, o).SelectMany(part => ToTell(o, office, office, part, at, "")).Distinct()];

    /// <summary>閲覧の制限 (34-2-3): of a restricted matter nobody is told who may not see it; where the office has no such holder, the named are told in its place.</summary>
    /// <param name="restrictedTo">Who alone may see it; empty where it is not restricted.</param>
    public static IEnumerable<Recipient> ToTell(Organisation o, Office office, Scope scope, ImmutableArray<string> restrictedTo, DateTimeOffset at)
    {
        var ordinarily = ToTell(o, office, scope, at);
        if (restrictedTo.IsDefaultOrEmpty) return ordinarily;

        var named = ordinarily.Where(r => restrictedTo.Contains(r.Person.Id)).ToList();
        return named.Count > 0 ? named : restrictedTo.Select(o.Person).OfType<Person>().Select(p => new Recipient(p, office, $"閲覧を制限した件のため、{Term.Of(office)}に代えて送っています。"));
    }

    /// <summary>All holders at a moment, present or not.</summary>
    public static IEnumerable<Person> Of(Organisation o, Office office, Scope scope, DateTimeOffset at) =>
        from a in o.Assignments
        where a.Office == office && a.Deputy == 0 && a.Holds(at) && scope.Covers(a, o)
        let person = o.Person(a.PersonId)
        where person is not null
        select person;

    public static bool IsAbsent(Organisation o, string personId, DateTimeOffset at) => o.Absences.Any(x => x.PersonId == personId && x.Covers(at));

    /// <summary>CISOが不在 (12-5): every holder of the office is absent.</summary>
    public static bool CisoIsAbsent(Organisation o, DateTimeOffset at) =>
        Of(o, Office.Ciso, Scope.Section(null), at).All(p => IsAbsent(o, p.Id, at));

    private static ImmutableArray<Recipient> ToTell(Organisation o, Office asked, Office office, Scope scope, DateTimeOffset at, string remark)
    {
        var present = OnDuty(o, office, Of(o, office, scope, at).Distinct().Where(p => Reachable(o, p, at)), scope, at);
        if (present.Count > 0) return [.. present.Select(p => new Recipient(p, office, remark))];

        if (FirstDeputy(o, office, scope, at) is { } deputy)
            return [new Recipient(deputy, office, remark + $"{Term.Of(office)}が不在のため、代理者へ送っています。")];

        return Above(office) is { } above
            ? ToTell(o, asked, above, office is Office.SystemManager ? scope.Owners(o) : scope, at, $"{Term.Of(asked)}が不在又は未定のため、{Term.Of(above)}へ送っています。")
            : LastResort(o, asked, at);
    }

    private static List<Person> OnDuty(Organisation o, Office office, IEnumerable<Person> holders, Scope scope, DateTimeOffset at)
    {
        var all = holders.ToList();
        var onDuty = all.Where(p => o.Shifts.Any(s => s.PersonId == p.Id && s.Office == office && scope.Covers(s) && s.Covers(at))).ToList();
        return onDuty.Count > 0 ? onDuty : all;
    }

    private static Person? FirstDeputy(Organisation o, Office office, Scope scope, DateTimeOffset at) =>
        (from a in o.Assignments
         where a.Office == office && a.Deputy > 0 && a.Holds(at) && scope.Covers(a, o)
         orderby a.Deputy
         let person = o.Person(a.PersonId)
         where person is not null && Reachable(o, person, at)
         select person).FirstOrDefault();

    private static bool Reachable(Organisation o, Person person, DateTimeOffset at) => person.Mail.Length > 0 && !IsAbsent(o, person.Id, at);

    private static Office? Above(Office office) => office switch
    {
        Office.Staff or Office.SystemManager => Office.SecurityManager,
        Office.SystemOperator => Office.SystemManager,
        Office.SecurityManager => Office.SecurityOfficer,
        Office.SecurityOfficer or Office.CsirtLead => Office.SupervisingOfficer,
        Office.CsirtMember or Office.ContactPoint or Office.Administration => Office.CsirtLead,
        // 12-5: CISO absent, 統括 acts.
        Office.Ciso => Office.SupervisingOfficer,
        _ => null,
    };

    private static ImmutableArray<Recipient> LastResort(Organisation o, Office asked, DateTimeOffset at) =>
    [
        .. from office in new[] { Office.ContactPoint, Office.SupervisingOfficer }
           from person in Of(o, office, Scope.Section(null), at)
           select new Recipient(person, office, $"警告：{Term.Of(asked)}に連絡できる人がいません。連絡網を確認してください。"),
    ];
}
