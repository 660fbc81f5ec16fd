using System.Globalization;
using System.Text.RegularExpressions;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Domain;

/// <summary>受付番号: <c>R8-0001</c>, the 令和 fiscal year (from 1 April, Japan) and a running number; <c>訓R8-0001</c> in a drill, so that nobody takes one for the other on the telephone. An incident carries the number of the report that opened it.</summary>
public static partial class ReceiptNumber
{
    public static string Of(FiscalYear year, int running, bool drill = false) =>
        string.Create(CultureInfo.InvariantCulture, $"{(drill ? "訓" : "")}{year.ShortForm}-{running:0000}");

    /// <summary>As people type it: full width, small letters and blanks do not matter.</summary>
    public static string Plain(string? typed) => (typed ?? "").Normalize(System.Text.NormalizationForm.FormKC).Trim().ToUpperInvariant();

    public static bool IsValid(string? text) => text is not null && Form().IsMatch(text);

    [GeneratedRegex(@"^訓?R[1-9][0-9]{0,2}-[0-9]{4,9}\z", RegexOptions.None, 1000)]
    private static partial Regex Form();
}
