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

    /// <summary>The word of an enum value.</summary>
    public string Of(Enum value) => Say(Term.Of(value), Term.InEnglish(value));

    /// <summary>「11月22日（日）9:52」, "Sun 22 Nov, 9:52".</summary>
    public string Moment(DateTimeOffset at) => Say(Reiwa.OnScreen(at), JapaneseCalendar.InJapan(at).ToString("ddd d MMM, H:mm", CultureInfo.InvariantCulture));

    /// <summary>An address of this service that keeps the language also where no cookie is kept.</summary>
    public string To(string path) => this == Japanese ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameter}={Code}";
}
