using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using CsirtFlow.Notifications;
using CsirtFlow.Notifications.Encodings;
using CsvHelper;
using CsvHelper.Configuration;

namespace CsirtFlow.Api.Persons;

/// <summary>本人の名簿のファイル: CSV in UTF-8 or CP932, with a header in any order. It is taken as a whole or not at all; what is wrong is named by line and never by what stands there.</summary>
public static partial class PersonListFile
{
    /// <summary>In bytes.</summary>
    public const int Largest = 5 * 1024 * 1024;

    public const int MostPersons = 50_000;
    public const int LongestField = 200;
    private const int MostFaults = 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // .xlsx is an archive, .xls a compound file.
    private static readonly byte[][] Workbooks = [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0]];

    private static readonly PersonColumn[] All = Enum.GetValues<PersonColumn>();

    /// <exception cref="BadRequestException">Nothing can be taken; says which lines are wrong, and how.</exception>
    public static PersonRoll Read(byte[] file)
    {
        if (file.Length > Largest) throw TooLarge();
        if (Workbooks.Any(start => file.AsSpan().StartsWith(start)))
            throw new BadRequestException("Excel のブックは読めません。Excel の「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選び、保存したファイルを登録してください。", "An Excel workbook cannot be read. In Excel choose “Save as”, “CSV UTF-8 (comma delimited)”, and register the file saved.", StatusCodes.Status415UnsupportedMediaType, "list-is-workbook");

        var faults = new Faults();
        using var text = new StringReader(Text(file, faults));
        faults.ThrowIfAny();
        var bad = false;
        using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = _ => bad = true });
        ImmutableArray<PersonColumn?> columns = [];
        var persons = ImmutableArray.CreateBuilder<PersonConcerned>();
        while (parser.Read())
        {
            // A spreadsheet pads its lines with empty cells.
            string[] cells = [.. Enumerable.Range(0, parser.Count).Select(i => parser[i].Trim()).Index().Reverse().SkipWhile(c => c.Item.Length == 0 && c.Index >= columns.Length).Reverse().Select(c => c.Item)];
            var line = parser.RawRow - Enumerable.Range(0, parser.Count).Sum(i => LineBreaks().Count(parser[i]));
            if (bad) faults.Add(line, Unquoted);
            else if (columns.IsEmpty) columns = Header(cells, line, faults);
            else if (cells.Any(c => c.Length > 0)) persons.Add(Person(cells, columns, line, faults));
            // Nothing below such a line, or more than can be taken, is worth reading.
            if (bad || columns.Contains(null)) break;
            if (persons.Count > MostPersons) faults.Add(line, new($"名簿は{MostPersons:N0}人までです", $"a list may have {MostPersons:N0} persons at most"));
            if (persons.Count > MostPersons) break;
        }
        if (persons.Count == 0 && !faults.Any) faults.Add(1, new("1行目の見出しの下に、本人が1人もいません", "below the header in line 1 there is nobody"));
        faults.ThrowIfAny();

        return new([.. columns.OfType<PersonColumn>().Order()], persons.ToImmutable());
    }

    public static BadRequestException TooLarge() => new("名簿のファイルは5 MBまでにしてください。", "The file of a list may have 5 MB at most.", StatusCodes.Status413PayloadTooLarge, "too-large");

    // The one of the two encodings in which fewer lines are wrong is meant; none may be.
    private static string Text(byte[] file, Faults faults)
    {
        var marked = file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);
        var bytes = marked ? file[3..] : file;
        Func<byte[], string>[] encodings = marked ? [Utf8.GetString] : [Utf8.GetString, Cp932.Decode];
        foreach (var encoding in encodings)
            if (Decoded(encoding, bytes) is { } text) return text;

        foreach (var line in encodings.Select(e => Undecodable(e, bytes).ToList()).MinBy(lines => lines.Count)!) faults.Add(line, Undecoded);
        return "";
    }

    private static IEnumerable<int> Undecodable(Func<byte[], string> encoding, byte[] bytes)
    {
        var (line, start) = (1, 0);
        for (var i = 0; i <= bytes.Length; i++)
        {
            if (i < bytes.Length && bytes[i] is not ((byte)'\n' or (byte)'\r')) continue;
            if (Decoded(encoding, bytes[start..i]) is null) yield return line;
            if (i < bytes.Length - 1 && bytes[i] == '\r' && bytes[i + 1] == '\n') i++;
            (line, start) = (line + 1, i + 1);
        }
    }

    private static string? Decoded(Func<byte[], string> encoding, byte[] bytes)
    {
        try { return encoding(bytes); }
        catch (DecoderFallbackException) { return null; }
    }

    /// <returns>Null for a column that cannot be taken.</returns>
    private static ImmutableArray<PersonColumn?> Header(string[] cells, int line, Faults faults)
    {
        ImmutableArray<PersonColumn?> columns = [.. cells.Select(c => Array.FindIndex(All, column => Term.Of(column) == Heading(c))).Select(i => i < 0 ? (PersonColumn?)null : All[i])];
        var names = string.Join("、", All.Select(c => Term.Of(c)));
        // Where the header was forgotten, a person stands there: its place is named, not its words.
        foreach (var (place, _) in columns.Index().Where(c => c.Item is null)) faults.Add(line, new($"{place + 1}列目の見出しは使えません（使えるのは {names}）", $"the heading of column {place + 1} is not one of: {names}"));
        foreach (var twice in columns.OfType<PersonColumn>().GroupBy(c => c).Where(g => g.Count() > 1)) faults.Add(line, new($"「{Term.Of(twice.Key)}」の列が2つあります", $"there are two columns “{Term.Of(twice.Key)}”"));
        if (!columns.Contains(PersonColumn.Name)) faults.Add(line, new($"「{Term.Of(PersonColumn.Name)}」の列がありません", $"there is no column “{Term.Of(PersonColumn.Name)}”"));
        return faults.Any ? [null] : columns;
    }

    private static string Heading(string cell) => string.Concat(cell.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));

    private static PersonConcerned Person(string[] cells, ImmutableArray<PersonColumn?> columns, int line, Faults faults)
    {
        if (cells.Length != columns.Length) faults.Add(line, new($"列の数が見出しと違います（見出し{columns.Length}、この行{cells.Length}）", $"there are {cells.Length} columns, and {columns.Length} in the header"));
        string Cell(PersonColumn column) => columns.IndexOf(column) is var i and >= 0 && i < cells.Length ? cells[i] : "";

        foreach (var column in columns.OfType<PersonColumn>())
            foreach (var fault in Wrong(column, Cell(column))) faults.Add(line, fault);
        var name = Cell(PersonColumn.Name);
        return new(name, Cell(PersonColumn.Honorific) is { Length: > 0 } said ? said : "様", Cell(PersonColumn.Addressee) is { Length: > 0 } other ? other : name,
            PostalCode(Cell(PersonColumn.PostalCode)) ?? "", Cell(PersonColumn.Address).ReplaceLineEndings("\n"), Cell(PersonColumn.Items).ReplaceLineEndings("\n"));
    }

    private static IEnumerable<Wording> Wrong(PersonColumn column, string cell)
    {
        Wording Of(string japanese, string english) => new($"「{Term.Of(column)}」{japanese}", $"“{Term.Of(column)}” {english}");

        if (column is PersonColumn.Name && cell.Length == 0) yield return Of("がありません", "is empty");
        if (cell.Length > LongestField) yield return Of($"は{LongestField}文字までです", $"may have {LongestField} characters at most");
        if (cell.EnumerateRunes().Any(Unprintable)) yield return Of("に、印刷できない文字（外字、制御文字、文字化け）があります", "has a character that cannot be printed");
        if (column is not (PersonColumn.Address or PersonColumn.Items) && cell.AsSpan().ContainsAny('\r', '\n')) yield return Of("の途中に改行があります", "has a line break in it");
        // A spreadsheet that takes it for a number drops the zero at its beginning.
        if (column is PersonColumn.PostalCode && PostalCode(cell) is null) yield return Of("は7桁の数字にしてください", "must have seven digits");
    }

    // 外字 of one machine are nothing, or another sign, on the next.
    private static bool Unprintable(Rune rune) =>
        (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t')) || CleanText.IsNoCharacter(rune) || CleanText.IsDirection(rune) || rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.PrivateUse;

    private static string? PostalCode(string cell) => cell.Length == 0 ? "" : SevenDigits().Match(cell.Normalize(NormalizationForm.FormKC)) is { Success: true, Groups: var g } ? $"{g["area"].Value}-{g["town"].Value}" : null;

    private static Wording Undecoded { get; } = new("文字コードがUTF-8でもシフトJIS（CP932）でもありません", "the bytes are neither UTF-8 nor Shift JIS (CP932)");

    private static Wording Unquoted { get; } = new("引用符（\"）が閉じていないか、項目の途中にあります", "a quotation mark is not closed, or stands within a field");

    [GeneratedRegex("^〒?\\s*(?<area>[0-9]{3})[-‐－ー]?(?<town>[0-9]{4})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SevenDigits();

    [GeneratedRegex("\r\n|\r|\n", RegexOptions.None, 1000)]
    private static partial Regex LineBreaks();

    /// <summary>誤りのある行.</summary>
    private sealed class Faults
    {
        private readonly List<(int Line, Wording Fault)> found = [];

        public bool Any => found.Count > 0;

        public void Add(int line, Wording fault) => found.Add((line, fault));

        public void ThrowIfAny()
        {
            if (!Any) return;

            var (shown, more) = (found.Take(MostFaults).ToList(), found.Count - MostFaults);
            throw new BadRequestException(
                string.Join('\n', ["名簿のファイルに誤りがあるため、何も登録していません。", .. shown.Select(f => $"{f.Line}行目：{f.Fault.Japanese}。"), .. more > 0 ? new[] { $"ほかに{more}か所あります。" } : []]),
                string.Join('\n', ["Nothing was registered, because the file is wrong.", .. shown.Select(f => $"Line {f.Line}: {f.Fault.English}."), .. more > 0 ? new[] { $"And {more} more." } : []]), code: "person-list-unreadable");
        }
    }
}
