using System.Globalization;
using System.Text.RegularExpressions;
using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web.Assessment;
using CsirtFlow.Api.Web.Forms;
using CsirtFlow.Api.Web.Home;
using CsirtFlow.Api.Web.Inbox;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Api.Web.Papers;
using CsirtFlow.Api.Web.Persons;
using CsirtFlow.Api.Web.Retention;
using CsirtFlow.Api.Web.Reporting;
using CsirtFlow.Domain;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace CsirtFlow.Api.Web.Entrance;

/// <summary>
/// What was typed into the form of a command when the session was over: carried through the sign-in by the page itself, stored nowhere,
/// and shown again in its form, because a person must see what is sent in their name.
/// </summary>
/// <param name="Path">Where it was posted.</param>
public sealed partial record KeptForm(string Path, IReadOnlyList<KeyValuePair<string, string>> Fields, bool TooLarge = false)
{
    /// <summary>Before the names of the fields on the sign-in page.</summary>
    public const string Prefix = "kept.";

    /// <summary>A field that the page's script adds when it knows that the session is over: the form is wanted again, whatever became of the session.</summary>
    public const string Again = "again";

    private const int Longest = 256 * 1024;
    private const int MostFields = 1000;

    // Made anew with the form; the old ones belong to the session that is over.
    private static readonly HashSet<string> NotKept = ["__RequestVerificationToken", "version", "key", Again];

    /// <summary>The form of a request that came too late, or null when it is none: only a page of this service may put words into a form.</summary>
    public static async Task<KeptForm?> Of(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !Command().IsMatch(http.Request.Path) || !FromHere(http.Request) || !http.Request.HasFormContentType) return null;
        if (IsPlainForm(http.Request) && http.Request.ContentLength is null or > Longest) return new(http.Request.Path, [], TooLarge: true);

        var form = http.Features.Get<IFormFeature>()?.Form ?? (await FormPost.Read(http, withFiles: false)).Form;
        var fields = form.Where(f => !NotKept.Contains(f.Key)).SelectMany(f => f.Value, (f, value) => KeyValuePair.Create(f.Key, value ?? "")).ToList();
        return fields.Count > MostFields || fields.Sum(f => f.Value.Length) > Longest ? new(http.Request.Path, [], TooLarge: true) : new(http.Request.Path, fields);
    }

    /// <summary>Asked before a form is carried out: the form once more with what was typed, where it came from another session or the session was over meanwhile; null where it may be carried out.</summary>
    /// <exception cref="AntiforgeryValidationException">It comes from no page of this service.</exception>
    public static async Task<IResult?> NotYet(HttpContext http)
    {
        var (at, antiforgery) = (http.RequestServices, http.RequestServices.GetRequiredService<IAntiforgery>());
        var valid = await antiforgery.IsRequestValidAsync(http);
        if ((!valid || http.Request.Form.ContainsKey(Again)) && await Of(http) is { TooLarge: false } kept) return await kept.Show(http, at.GetRequiredService<Frames>(), at.GetRequiredService<CaseViews>());

        await antiforgery.ValidateRequestAsync(http);
        return null;
    }

    /// <summary>The form that the sign-in page has carried, or null.</summary>
    public static KeptForm? Of(FormPost post, string path) =>
        post.Names.Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).SelectMany(n => post.All(n), (n, value) => KeyValuePair.Create(n[Prefix.Length..], value)).ToList() is { Count: > 0 } fields && Command().IsMatch(path)
            ? new(path, fields) : null;

    /// <summary>A command is posted below the page of its case.</summary>
    public static string PageOf(string path) => Command().Match(path).Groups switch
    {
        var parts when parts["slug"].Success => OfLists().Replace(path[..path.IndexOf("/do/", StringComparison.Ordinal)], ""),
        var parts when parts["drafted"].Success => path[..path.LastIndexOf('/')],
        _ => path,
    };

    /// <summary>The page of the case, of the document, of the 名簿 or of the 様式 with the form filled in and not sent.</summary>
    public async Task<IResult> Show(HttpContext http, Frames frames, CaseViews views)
    {
        var (frame, parts) = (await frames.Of(http), Command().Match(Path).Groups);
        var (kind, number, slug) = (parts["kind"].Value, parts["number"].Value, parts["slug"].Value);
        var typed = new FormCollection(Fields.GroupBy(f => f.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => new StringValues([.. g.Select(f => f.Value)]), StringComparer.Ordinal));
        var notYet = FormErrors.Of(frame.Language.Say("まだ記録していません。入力した内容を確かめて、もう一度ボタンを押してください", "Nothing is recorded yet. Look at what you typed and press the button again"));
        try
        {
            if (parts["received"].Success) return await HomePages.Receiving(parts["received"].Value, http, typed, notYet, StatusCodes.Status200OK);
            if (parts["drafted"].Success) return PageResult.Of<CasePage>(new { Frame = frame, View = await views.Of(Caller.Of(http, "web"), "incidents", parts["drafted"].Value, new CaseWish(), new RefusedForm(CommandCatalogue.Slug(typeof(DraftDocument)), typed, notYet), http.RequestAborted) });
            if (parts["registered"].Success)
            {
                var register = new PersonWish { Typed = typed, Errors = notYet, Place = CommandCatalogue.Slug(typeof(RegisterPersonList)) };
                return PageResult.Of<PersonsPage>(new { Frame = frame, View = await http.RequestServices.GetRequiredService<PersonViews>().Of(Caller.Of(http, "web"), parts["registered"].Value, register, http.RequestAborted) });
            }
            if (parts["assessment"].Success) return await AssessmentPages.Show(number, http.RequestServices.GetRequiredService<AssessmentViews>(), frames, http, new TypedAssessment(typed, notYet, null));
            if (parts["mail"].Success) return await InboxPages.Show(parts["mail"].Value, slug, typed, notYet, http);
            if (parts["kept"].Success) return await RetentionPages.Show(parts["kept"].Value, new(slug, typed, notYet), http.RequestServices.GetRequiredService<RetentionViews>(), frames, http);
            if (parts["revised"].Success) return await FormPages.Show(parts["revised"].Value, slug, typed, notYet, http);
            if (parts["template"].Success) return await TemplatePages.Show(parts["template"].Value, slug, typed, notYet, http);
            if (parts["form"].Success)
            {
                var address = new PaperAddress(number, parts["form"].Value, int.Parse(parts["issue"].Value, CultureInfo.InvariantCulture));
                var paper = await http.RequestServices.GetRequiredService<PaperViews>().Of(Caller.Of(http, "web"), address, new RefusedPaper(typed, notYet, slug), http.RequestAborted);
                return PageResult.Of<PaperPage>(new { Frame = frame, View = paper });
            }
            if (parts["list"].Success)
            {
                var wish = new PersonWish { Typed = typed, Errors = notYet, Place = PersonViews.Place(slug, int.Parse(parts["list"].Value, CultureInfo.InvariantCulture)) };
                return PageResult.Of<PersonsPage>(new { Frame = frame, View = await http.RequestServices.GetRequiredService<PersonViews>().Of(Caller.Of(http, "web"), number, wish, http.RequestAborted) });
            }
            var view = await views.Of(Caller.Of(http, "web"), kind, number, new CaseWish(), new RefusedForm(slug, typed, notYet), http.RequestAborted);
            return PageResult.Of<CasePage>(new { Frame = frame, View = view });
        }
        catch (NotFoundException e)
        {
            return PageResult.Of<NotFoundPage>(new { Frame = frame, e.Sentence }, StatusCodes.Status404NotFound);
        }
    }

    /// <summary>Instead of sending somebody away to sign in: the sign-in page, with what was typed.</summary>
    public static async Task<bool> Answered(HttpContext http)
    {
        if (await Of(http) is not { } kept) return false;

        var frame = await http.RequestServices.GetRequiredService<Frames>().Of(http);
        await PageResult.Of<SignInPage>(new { Frame = frame, Return = kept.Path, Kept = kept }, StatusCodes.Status401Unauthorized).ExecuteAsync(http);
        return true;
    }

    private static bool IsPlainForm(HttpRequest request) => request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    // Browsers say where a post comes from; a request that does not say is nobody's typing.
    private static bool FromHere(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
        ? site == "same-origin"
        : request.Headers.Origin.ToString() == $"{request.Scheme}://{request.Host}";

    // The forms of every list stand on one page.
    [GeneratedRegex("(?<=/persons)/[0-9]+$", RegexOptions.None, 1000)]
    private static partial Regex OfLists();

    [GeneratedRegex("^/(reports/(?<received>[^/]+)/receive|incidents/(?<drafted>[^/]+)/documents|incidents/(?<registered>[^/]+)/persons|((?<kind>reports|incidents)/(?<number>[^/]+)(/(?<assessment>assessment)|/documents/(?<form>[a-z0-9-]{1,60})/(?<issue>[0-9]{1,3})|/persons/(?<list>[0-9]{1,4}))?|(forms/(?<revised>[a-z0-9-]{1,60})|templates/(?<template>[a-z0-9_]{1,60})|incoming-mails/(?<mail>[0-9a-f]{64})|retention/(?<kept>[^/]+)))/do/(?<slug>[a-z-]+))$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Command();
}
