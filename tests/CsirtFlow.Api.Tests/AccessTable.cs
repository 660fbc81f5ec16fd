namespace CsirtFlow.Api.Tests;

/// <summary>What one endpoint answers to whom.</summary>
/// <param name="Who">Who is let in; <c>nobody</c> has not signed in.</param>
/// <param name="Body">What is posted, refused only after the person was let in: JSON, or the fields of a form.</param>
internal sealed record AccessRule(string Who, string? Body = null)
{
    /// <summary>The answer to whom it lets in; where it is not said, 200 to a GET, and to a POST anything but a refusal of the person.</summary>
    public int? Code { get; init; }

    /// <summary>The answer to the supervising officer of a matter whose restriction keeps them out (緊急閲覧); where it is not said, that there is none.</summary>
    public int? KeptOut { get; init; }

    /// <summary>A step of signing in: whoever has signed in has no business there.</summary>
    public bool OfStrangers { get; init; }

    /// <summary>It ends sessions: people sign in anew afterwards.</summary>
    public bool EndsSessions { get; init; }

    /// <summary>Who is sent on to another page (303).</summary>
    public string SentOn { get; init; } = "";

    /// <summary>Who else is told that they may not (403); for everybody else who has signed in there is no such thing (404). Where it is not said, those who may see the matter.</summary>
    public string? Told { get; init; }
}

/// <summary>The table of allowed calls. Written by hand, so that a slip in the code does not write it too.</summary>
internal static partial class AccessTable
{
    internal const string Csirt = "csirt csirt3";
    internal const string Chain = $"{Csirt} madoguchi shobocho kanri";
    internal const string SeeReport = $"{Chain} kansa tocho shocho shokuin";
    /// <summary>Once it has become an incident that was handed to 総務.</summary>
    internal const string SeeReported = $"{SeeReport} somu-shukan";
    internal const string SeeIncident = $"{SeeReport} somu-shukan shirei-hosa";
    internal const string SeeDocuments = $"{Chain} kansa tocho shocho somu-shukan shirei-hosa";
    internal const string Desk = $"{Csirt} madoguchi shobocho";
    internal const string Notifiers = "csirt madoguchi somu-shukan";
    internal const string Keepers = "csirt madoguchi shobocho kanri kansa somu-shukan";
    internal const string SignedIn = $"{SeeIncident} keibo-hosa keibo-kacho";
    internal const string Anybody = $"nobody {SignedIn}";

    /// <summary>shokuin reported; tocho and shocho are of the section, keibo-* of another; shirei-hosa's system is being checked; somu-shukan and madoguchi are 総務.</summary>
    internal static string[] People { get; } = Anybody.Split(' ');

    internal static Dictionary<string, AccessRule> All { get; } = new([.. Api, .. Pages]);

    /// <summary>Whether it is about one report, incident or mail.</summary>
    internal static bool NamesMatter(string endpoint) => endpoint.Contains("{number", StringComparison.Ordinal) || endpoint.Contains("{sha256}", StringComparison.Ordinal);

    /// <summary>What the endpoint answers the person; null for a post that is let in.</summary>
    internal static int? Expected(string endpoint, string person)
    {
        var (rule, get) = (All[endpoint], endpoint.StartsWith("GET", StringComparison.Ordinal));
        if (rule.Who.Split(' ').Contains(person)) return rule.Code ?? (get ? 200 : null);
        if (rule.SentOn.Split(' ').Contains(person)) return 303;
        if (person == "nobody") return endpoint.Contains(" /api/", StringComparison.Ordinal) ? 401 : 302;

        return (rule.Told ?? Seeing(endpoint)).Split(' ').Contains(person) ? 403 : 404;
    }

    /// <summary>What it answers where there is no such matter, or none that the person may know of.</summary>
    internal static int ExpectedOfNone(string endpoint, string person) =>
        person == "nobody" ? Expected(endpoint, person)!.Value
        // Mails are for those who look after the mailbox, whatever they are about.
        : endpoint.Contains("/incoming-mails/", StringComparison.Ordinal) && Expected("GET /incoming-mails/{sha256}", person) is 403 ? 403 : 404;

    private static string Seeing(string endpoint) => endpoint.Contains("/reports/{number}", StringComparison.Ordinal) ? endpoint.StartsWith("POST /api/", StringComparison.Ordinal) ? SeeReport : SeeReported : endpoint.Contains("/incidents/{number}", StringComparison.Ordinal) ? SeeIncident : SignedIn;
}
