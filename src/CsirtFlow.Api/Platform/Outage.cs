using Npgsql;

namespace CsirtFlow.Api.Platform;

/// <summary>障害: whether an error says something about the database at this moment, and nothing about what is in hand.</summary>
public static class Outage
{
    // Connection, conflict with another transaction, resources, operator intervention, system, a database that takes no writes, a lock that is not given (PostgreSQL, appendix A).
    private static readonly string[] OfServer = ["08", "40", "53", "57", "58", "25006", "55P03"];

    public static bool Is(Exception e) => e switch
    {
        PostgresException refused => OfServer.Any(c => refused.SqlState.StartsWith(c, StringComparison.Ordinal)),
        NpgsqlException => true,
        { InnerException: { } inner } => Is(inner),
        _ => false,
    };
}
