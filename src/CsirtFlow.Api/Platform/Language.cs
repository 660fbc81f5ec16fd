using System.Globalization;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using JapaneseCalendar = CsirtFlow.Domain.Statutory.JapaneseCalendar;

namespace CsirtFlow.Api.Platform;

/// <summary>The language of a page: Japanese, unless the reader has asked for English. It is never guessed from the browser.</summary>
public sealed class Language
{
    /// <summary>Name in the address and of the cookie that remembers the choice.</summary>
    public const string Parameter = "lang";

    private Language(string code, string name) => (Code, Name) = (code, name);

    public static Language Japanese { get; } = new("ja", "日本語");

    public static Language English { get; } = new("en", "English");

    /// <summary>For the lang attribute and the address.</summary>
    public string Code { get; }

    /// <summary>As its own readers call it.</summary>
    public string Name { get; }

    public Language Other => this == English ? Japanese : English;

    /// <summary>Asked for in the address, else remembered by the cookie, else Japanese.</summary>
    public static Language Of(HttpContext http) => Named(http.Request.Query[Parameter]) ?? Named(http.Request.Cookies[Parameter]) ?? Japanese;

    public static Language? Named(string? code) => code == English.Code ? English : code == Japanese.Code ? Japanese : null;

    /// <summary>Remembers a language that was asked for in the address of a page.</summary>
    public static void Remember(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method) && !http.Request.Path.StartsWithSegments("/api") && Named(http.Request.Query[Parameter]) is { } language)
            http.Response.Cookies.Append(Parameter, language.Code, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true, MaxAge = TimeSpan.FromDays(365) });
    }

    /// <summary>Both sentences stand side by side, so that neither can be forgotten.</summary>
    public string Say(string japanese, string english) => this == English ? english : japanese;

    public string Of(Wording wording) => Say(wording.Japanese, wording.English);

    /// <summary>The word of an enum value.</summary>
    public string Of(Enum value) => Of(Wording.Of(value));

    /// <summary>The word of a command or an event.</summary>
    public string Of(Type type) => Of(Wording.Of(type));

    public string Of(PolicyRule rule) => Say(rule.Sentence, rule.English);

    /// <summary>「第32条第3項第1号」, "Art. 32(3)(i)".</summary>
    public string Clause(string clause) => Say(Domain.Clause.Spell(clause), Domain.Clause.InEnglish(clause));

    public string List(IEnumerable<string> words) => string.Join(Say("、", ", "), words);

    public string List(IEnumerable<Office> offices) => List(offices.Select(o => Of(o)));

    /// <summary>What a report is called before it has a title.</summary>
    public string Kinds(IEnumerable<OccurrenceKind> kinds) => string.Join(Say("・", " / "), kinds.Select(k => Of(k)));

    /// <summary>Put behind other words; nothing for nothing.</summary>
    public string Bracketed(string text) => text.Length == 0 ? "" : Say($"（{text}）", $" ({text})");

    /// <summary>Between two things that stand side by side.</summary>
    public string Gap => Say("　", " ");

    public string Colon => Say("：", ": ");

    /// <summary>For the lang attribute of names and of what somebody typed: null where the page is Japanese anyway.</summary>
    public string? OfOriginal => this == English ? Japanese.Code : null;

    /// <summary>「11月22日（日）9:52」, "Sun 22 Nov, 9:52".</summary>
    public string Moment(DateTimeOffset at) => Say(Reiwa.OnScreen(at), JapaneseCalendar.InJapan(at).ToString("ddd d MMM, H:mm", CultureInfo.InvariantCulture));

    /// <summary>「11月22日（日）」, "Sun 22 Nov".</summary>
    public string Day(DateOnly day) => Say(Reiwa.OnScreen(day), day.ToString("ddd d MMM", CultureInfo.InvariantCulture));

    /// <summary>「令和8年11月22日」, "22 November 2026".</summary>
    public string Date(DateOnly day) => Say(Reiwa.Date(day), day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));

    /// <summary>「令和8年11月22日（日）午前9時52分」, "Sunday 22 November 2026, 9:52".</summary>
    public string FullMoment(DateTimeOffset at) => Say(Reiwa.Moment(at), JapaneseCalendar.InJapan(at).ToString("dddd d MMMM yyyy, H:mm", CultureInfo.InvariantCulture));

    /// <summary>An address of this service that keeps the language also where no cookie is kept.</summary>
    public string To(string path) => this == Japanese ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameter}={Code}";
}
