namespace CsirtFlow.Api.Web.Reporting;

/// <summary>折り返しの電話番号 on the receipt: enough for whoever gave it to see that it is right, too little for whoever looks over the shoulder or finds the paper.</summary>
public static class Masked
{
    private const int Shown = 4;

    /// <returns>The same text with every digit but the last four covered, and in an address of mail every letter; words such as 内線 stay.</returns>
    public static string Of(string contact)
    {
        var letters = contact.Contains('@', StringComparison.Ordinal);
        bool Counts(char c) => char.IsDigit(c) || (letters && char.IsAsciiLetter(c));

        var covered = contact.Count(Counts) - Shown;
        return string.Concat(contact.Select(c => Counts(c) && covered-- > 0 ? '•' : c));
    }
}
