using Npgsql;

namespace CsirtFlow.Api.Mail;

/// <summary>障害: whether an error says something about the database as a whole, and nothing about the mail in hand.</summary>
public static class Outage
{
    // Connection, resources, operator intervention and system errors, and a database that takes no writes (PostgreSQL, appendix A).
    private static readonly string[] OfServer = ["08", "53", "57", "58", "25006"];

    public static bool Is(Exception e) => e switch
    {
        PostgresException refused => OfServer.Any(c => refused.SqlState.StartsWith(c, StringComparison.Ordinal)),
        NpgsqlException => true,
        { InnerException: { } inner } => Is(inner),
        _ => false,
    };
}
