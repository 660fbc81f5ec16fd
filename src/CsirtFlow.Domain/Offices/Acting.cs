using System.Collections.Immutable;
using System.Reflection;

namespace CsirtFlow.Domain;

/// <summary>In which office a person may act, at a moment and for a matter. The only place that decides it.</summary>
public static class Acting
{
    /// <summary>The offices that may give a command of this type; empty means that no office is asked (報告).</summary>
    public static IReadOnlyList<Office> Offices(Type command) => command.GetCustomAttribute<ByAttribute>()?.Offices ?? [];

    /// <summary>The same, where the organisation decides it (緊急閲覧).</summary>
    public static IReadOnlyList<Office> Offices(Type command, Organisation o) =>
        command == typeof(ViewInEmergency) ? o.Settings.EmergencyViewOffices
        : command == typeof(EndEmergencyView) ? [.. o.Settings.EmergencyViewOffices.Union(Offices(command))]
        : Offices(command);

    /// <summary>Whether a command of this type wants 本人の確認 besides.</summary>
    public static bool WantsProof(Type command) => command.GetCustomAttribute<ByAttribute>() is { Proved: true };

    /// <summary>The actor in the first of <paramref name="offices"/> in which the person may act, or null.</summary>
    public static Actor? As(Organisation o, string personId, IReadOnlyList<Office> offices, Scope scope, DateTimeOffset at)
    {
        if (o.Person(personId) is not { } person) return null;

        foreach (var office in offices)
        {
            // An auditor reads; the one kind of staff that never writes into a matter (18-2).
            if (office == Office.Staff && !Holds(o, personId, Office.Auditor, at)) return new Actor(person.Id, person.Name, Office.Staff);

            var mine = o.Assignments.Where(a => a.PersonId == personId && a.Office == office && a.Holds(at) && scope.Covers(a, o)).OrderBy(a => a.Deputy).FirstOrDefault();
            if (mine is not null) return new Actor(person.Id, person.Name, office, OnBehalf(mine));

            if (office == Office.Ciso && Holds(o, personId, Office.SupervisingOfficer, at) && Holders.CisoIsAbsent(o, at))
                return new Actor(person.Id, person.Name, Office.SupervisingOfficer, WithoutCiso.Japanese);
        }
        return null;
    }

    /// <summary>The actor as whom the person may give a command of this type, or null.</summary>
    /// <param name="restrictedTo">閲覧の制限 of the matter; empty where there is none.</param>
    public static Actor? For(Organisation o, string personId, Type command, Scope scope, ImmutableArray<string> restrictedTo, DateTimeOffset at) =>
        As(o, personId, Offices(command, o), scope, at) ?? (command.GetCustomAttribute<ByAttribute>() is { InPlace: true } by ? InPlace(o, personId, by.Offices, scope, restrictedTo, at) : null);

    /// <summary>The actor where the person is the one who is told in place of these offices (<see cref="Holders"/>), or null: whom a duty reaches can settle it.</summary>
    public static Actor? InPlace(Organisation o, string personId, IReadOnlyList<Office> offices, Scope scope, ImmutableArray<string> restrictedTo, DateTimeOffset at)
    {
        foreach (var office in offices)
            if (Holders.ToTell(o, office, scope, restrictedTo, at).FirstOrDefault(r => r.Person.Id == personId) is { } told)
                return new Actor(personId, told.Person.Name, told.Office, InPlaceOf(office).Japanese);
        return null;
    }

    /// <summary>In which office somebody looks at what is restricted: whoever is not named looks as the auditor, or else in an emergency.</summary>
    public static Actor Looking(Organisation o, string personId, ImmutableArray<string> restrictedTo, DateTimeOffset at)
    {
        var held = Held(o, personId, at).Select(a => a.Office).ToList();
        Office[] preferred = restrictedTo.Contains(personId) ? [] : [Office.Auditor, .. o.Settings.EmergencyViewOffices];
        return new Actor(personId, o.Person(personId)?.Name ?? "", preferred.Where(held.Contains).Concat(held).FirstOrDefault(Office.Staff));
    }

    /// <summary>Every office that the person holds, deputises or was delegated at a moment.</summary>
    public static ImmutableArray<Assignment> Held(Organisation o, string personId, DateTimeOffset at) =>
        [.. o.Assignments.Where(a => a.PersonId == personId && a.Holds(at))];

    private static bool Holds(Organisation o, string personId, Office office, DateTimeOffset at) =>
        o.Assignments.Any(a => a.PersonId == personId && a.Office == office && a.Deputy == 0 && a.Holds(at));

    private static string? OnBehalf(Assignment a) => a switch
    {
        { Delegation: { } scope } => Delegated.Japanese + scope,
        { Deputy: > 0 } => Deputy(a.Office).Japanese,
        _ => null,
    };

    /// <summary><see cref="Actor.OnBehalf"/>, as it was recorded, for readers of English; the scope of a delegation stays as it was typed.</summary>
    public static string OnBehalfInEnglish(string recorded) =>
        recorded == WithoutCiso.Japanese ? WithoutCiso.English
        : recorded.StartsWith(Delegated.Japanese, StringComparison.Ordinal) ? Delegated.English + recorded[Delegated.Japanese.Length..]
        : Enum.GetValues<Office>().SelectMany(office => new[] { Deputy(office), InPlaceOf(office) }).FirstOrDefault(d => d.Japanese == recorded)?.English ?? recorded;

    private static readonly Wording WithoutCiso = new("CISO不在のため統括情報セキュリティ責任者の判断（第12条第5項）", "decision of the supervising officer while the CISO is absent (Art. 12(5))");
    private static readonly Wording Delegated = new("委任による（第11条第5項）：", "by delegation (Art. 11(5)): ");

    private static Wording InPlaceOf(Office office) => new($"{Term.Of(office)}に代えて知らせを受けた者として", $"told in place of: {Term.InEnglish(office)}");

    private static Wording Deputy(Office office) => new($"{Term.Of(office)}の代理", $"deputy of: {Term.InEnglish(office)}");
}
