using System.Text;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using CsirtFlow.Notifications.Documents;

namespace CsirtFlow.Api.Persons;

/// <summary>本人への通知文 (32-1-4): the words that were approved, to each person with the own address and the own data. Pure.</summary>
public static class PersonLetters
{
    /// <summary>Letters in one file. A browser prints PDFs one at a time, and 文書 that are approved meanwhile wait for it.</summary>
    public static int Most(LetterFormat format) => format switch { LetterFormat.Pdf => 100, LetterFormat.Addresses => PersonListFile.MostPersons, _ => 500 };

    private const string Items = "data.items";

    public static IReadOnlyList<OfficialDocument> To(IEnumerable<PersonConcerned> persons, OfficialDocument approved, FormDefinition form)
    {
        string[] rows = [.. form.Rows.Where(r => r.Key == Items).Select(r => r.Id)];
        return [.. persons.Select(person => To(person, approved, rows))];
    }

    /// <summary>宛名: in the order of the letters, as CSV in UTF-8 with the mark by which Excel knows it.</summary>
    public static byte[] Addresses(IEnumerable<PersonConcerned> persons)
    {
        var heading = new[] { PersonColumn.PostalCode, PersonColumn.Address, PersonColumn.Addressee, PersonColumn.Honorific }.Select(c => Term.Of(c));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Csv.Of([heading, .. persons.Select(p => new[] { p.PostalCode, p.Address.Replace('\n', '　'), p.Addressee, p.Honorific })]))];
    }

    private static OfficialDocument To(PersonConcerned person, OfficialDocument approved, string[] items)
    {
        DocumentRow Row(DocumentRow row) => (person.Items.Length > 0 && items.Contains(row.Id) ? row with { Value = person.Items, State = FormValueState.Confirmed } : row) with { Id = "", Source = "" };

        // A question that the house left open is none to the person; the own data may answer it.
        bool Said(DocumentRow row) => row.State is not FormValueState.Missing || row.Required || (person.Items.Length > 0 && items.Contains(row.Id));

        string[] address = [.. person.PostalCode.Length > 0 ? new[] { $"〒{person.PostalCode}" } : [], .. person.Address.Split('\n')];
        // Whoever gets it for somebody else must know for whom.
        var about = person.Addressee == person.Name ? Array.Empty<Addressee>() : [new($"（{person.Name} 様の件）", "")];
        return approved with
        {
            Addressees = [.. address.Select(line => new Addressee(line, "")), new(person.Addressee, person.Honorific), .. about],
            Blocks = [.. approved.Blocks.Select(Block (block) => block switch { RowsBlock rows => new RowsBlock([.. rows.Rows.Where(Said).Select(Row)]), TableBlock table => table with { Row = Row(table.Row) }, _ => block })],
        };
    }
}
