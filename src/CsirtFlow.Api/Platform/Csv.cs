namespace CsirtFlow.Api.Platform;

/// <summary>Comma separated values (RFC 4180) that a spreadsheet reads as text and numbers, never as a formula.</summary>
public static class Csv
{
    public static string Of(IEnumerable<IEnumerable<string>> rows) => string.Concat(rows.Select(r => string.Join(',', r.Select(Cell)) + "\r\n"));

    private static string Cell(string value)
    {
        // Excel in Japanese takes the wide signs for the narrow ones.
        var harmless = value is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\t' or '\r' or '\n', ..] ? "'" + value : value;
        return harmless.AsSpan().ContainsAny("\",\r\n") ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }
}
