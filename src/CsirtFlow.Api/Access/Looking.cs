using CsirtFlow.Domain;

namespace CsirtFlow.Api.Access;

/// <summary>What of a matter a request looks at, by its address.</summary>
public static class Looking
{
    public static ViewKind At(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        bool Has(string part) => path.Contains(part, StringComparison.Ordinal);
        bool Asks(string name) => request.Query[name].ToString().Length > 0;
        return path switch
        {
            _ when Has("/files/") || Has("/copies/") || path.EndsWith("/raw", StringComparison.Ordinal) => ViewKind.File,
            _ when Has("/incoming-mails") => ViewKind.Mail,
            _ when Has("/persons") => ViewKind.PersonList,
            _ when path.EndsWith("/duties/document", StringComparison.Ordinal) || path.EndsWith(".ics", StringComparison.Ordinal) => ViewKind.Export,
            _ when Has("/documents") || Has("/drafts") || Has("/verification") => ViewKind.Document,
            _ when Asks("viewer") => ViewKind.OfficeKnew,
            _ when Asks("asOf") || Asks("at") => ViewKind.Past,
            _ when request.Path.StartsWithSegments("/api") => ViewKind.Program,
            _ => ViewKind.Page,
        };
    }
}
