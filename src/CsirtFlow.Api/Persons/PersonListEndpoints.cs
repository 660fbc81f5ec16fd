using System.Collections.Immutable;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Reports;
using CsirtFlow.Domain;
using Microsoft.AspNetCore.Http.Features;
using Wolverine.Http;

namespace CsirtFlow.Api.Persons;

/// <summary>本人の名簿 (32-1-4): kept apart and encrypted. Names are answered by the opening alone, which is recorded.</summary>
public static class PersonListEndpoints
{
    private const string All = "/api/incidents/{number}/persons";
    private const string One = All + "/{list}";

    [WolverineGet(All)]
    public static async Task<ImmutableArray<PersonList>> List(string number, PersonListDesk persons, HttpContext http) =>
        await persons.List(Caller.Of(http, "api"), number, http.RequestAborted);

    /// <summary>POST …/persons?purpose= — the body is the CSV file itself.</summary>
    [WolverinePost(All)]
    public static async Task<IResult> Register(string number, [NotBody] PersonListDesk persons, HttpContext http) =>
        Results.Json(await persons.Register(Caller.Of(http, "api"), number, new(KeepableText.Of(http.Request.Query["purpose"].ToString())!), await Body(http), http.RequestAborted), Json.Strict, statusCode: StatusCodes.Status201Created);

    [WolverinePost(One + "/opening")]
    public static async Task<ImmutableArray<PersonConcerned>> Open(string number, int list, OpenPersonList command, PersonListDesk persons, HttpContext http) =>
        await persons.Open(number, list, http.Sent(), http.RequestAborted);

    /// <summary>POST …/letters — the file itself, made anew each time.</summary>
    [WolverinePost(One + "/letters")]
    public static async Task<IResult> Make(string number, int list, MakePersonLetters command, PersonListDesk persons, HttpContext http) =>
        Download(http, await persons.Letters(number, list, command, http.Sent(), http.RequestAborted));

    [WolverinePost(One + "/returned-letters")]
    public static Task<IResult> Return(string number, int list, RecordReturnedLetters command, PersonListDesk persons, HttpContext http) => Take(persons, number, list, command, http);

    [WolverinePost(One + "/deletion-proposal")]
    public static Task<IResult> Propose(string number, int list, ProposePersonListDeletion command, PersonListDesk persons, HttpContext http) => Take(persons, number, list, command, http);

    [WolverinePost(One + "/declined-deletion")]
    public static Task<IResult> Decline(string number, int list, DeclinePersonListDeletion command, PersonListDesk persons, HttpContext http) => Take(persons, number, list, command, http);

    [WolverinePost(One + "/deletion")]
    public static Task<IResult> Delete(string number, int list, DeletePersonList command, PersonListDesk persons, HttpContext http) => Take(persons, number, list, command, http);

    /// <summary>A download that is shown by no browser and kept by no cache.</summary>
    public static IResult Download(HttpContext http, UploadedFile file)
    {
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.File(file.Content, "application/octet-stream", file.Name);
    }

    private static async Task<IResult> Take(PersonListDesk persons, string number, int list, ICommand<PersonList, PersonListEvent> command, HttpContext http) =>
        Answers.Answer(http, await persons.Take(number, list, command, http.Sent(), http.RequestAborted));

    private static async Task<byte[]> Body(HttpContext http)
    {
        if (http.Request.ContentLength > PersonListFile.Largest) throw new BadHttpRequestException("", StatusCodes.Status413PayloadTooLarge);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = PersonListFile.Largest;
        using var file = new MemoryStream();
        await http.Request.Body.CopyToAsync(file, http.RequestAborted);
        return file.ToArray();
    }
}
