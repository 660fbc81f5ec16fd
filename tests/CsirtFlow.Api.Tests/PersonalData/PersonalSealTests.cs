using System.Collections.Immutable;
using System.Text;
using CsirtFlow.Api.PersonalData;
using CsirtFlow.Api.Persons;
using CsirtFlow.Api.Platform;
using Microsoft.Extensions.Configuration;

namespace CsirtFlow.Api.Tests.PersonalData;

/// <summary>封緘: what is stored tells nothing, and opens as it was sealed or not at all.</summary>
public sealed class PersonalSealTests
{
    private const string List = "persons/R12-0001/1";

    private static readonly string Master = Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)]);
    private static readonly string Other = Convert.ToBase64String([.. Enumerable.Repeat((byte)8, 32)]);

    private static readonly ImmutableArray<PersonConcerned> Persons = [new("髙﨑 𠮷郎", "様", "髙﨑 𠮷郎", "969-0000", "例示市1", "")];

    private readonly PersonalSeal seal = With(Master);

    [Fact]
    public void What_was_sealed_opens_and_the_same_persons_look_different_each_time()
    {
        var (first, second) = (seal.Seal("default", List, "persons", Persons), seal.Seal("default", List, "persons", Persons));

        Assert.Equal(Persons.AsEnumerable(), seal.Open<ImmutableArray<PersonConcerned>>("default", List, "persons", first));
        Assert.Equal(Persons.AsEnumerable(), seal.Open<ImmutableArray<PersonConcerned>>("default", List, "persons", second));
        Assert.False(first.Content.AsSpan(1).StartsWith(second.Content.AsSpan(1, 12)));
        Assert.False(first.Content.AsSpan().IndexOf("例示市"u8) >= 0);
    }

    [Fact]
    public void No_bit_can_be_flipped()
    {
        var sealedList = seal.Seal("default", List, "persons", Persons);

        for (var i = 0; i < sealedList.Content.Length; i++) Refused("personal-data-damaged", sealedList with { Content = Flipped(sealedList.Content, i) });
        for (var i = 9; i < sealedList.Key.Length; i++) Refused("personal-data-damaged", sealedList with { Key = Flipped(sealedList.Key, i) });
        Refused("personal-data-damaged", sealedList with { Content = sealedList.Content[..5] });
        Refused("personal-data-damaged", sealedList with { Content = [] });
    }

    [Fact]
    public void It_opens_in_its_place_alone()
    {
        var sealedList = seal.Seal("default", List, "persons", Persons);

        Refused("personal-data-damaged", sealedList, tenant: "other");
        Refused("personal-data-damaged", sealedList, kind: "contact");
        Refused("personal-data-damaged", sealedList, list: "persons/R12-0001/2");
        Refused("personal-data-damaged", sealedList with { Key = seal.Seal("default", "persons/R12-0001/2", "persons", Persons).Key });
    }

    [Fact]
    public void It_opens_with_the_master_key_that_sealed_it_also_after_a_new_one_was_put_before_it()
    {
        var sealedList = seal.Seal("default", List, "persons", Persons);
        var file = Path.GetTempFileName();
        File.WriteAllText(file, $"{Other}\n{Master}\n");

        Assert.Equal(Persons.AsEnumerable(), new PersonalSeal(Settings("MasterKeyFile", file)).Open<ImmutableArray<PersonConcerned>>("default", List, "persons", sealedList));
        Assert.Equal("personal-data-key-missing", Assert.Throws<BadRequestException>(() => With(Other).Open<ImmutableArray<PersonConcerned>>("default", List, "persons", sealedList)).Code);
        File.Delete(file);
    }

    [Fact]
    public void Without_a_key_or_with_a_wrong_one_it_does_not_start()
    {
        Assert.Contains("Persons__MasterKeyFile", Assert.Throws<InvalidOperationException>(() => With("")).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => With("short"));
        Assert.Throws<InvalidOperationException>(() => With(Convert.ToBase64String(new byte[16])));
    }

    [Fact]
    public void The_fingerprint_knows_the_same_file_of_the_same_incident_alone()
    {
        var file = "氏名\n見本 太郎"u8.ToArray();

        Assert.Equal(seal.Fingerprint("default", "R12-0001", file), With(Master).Fingerprint("default", "R12-0001", file));
        Assert.Equal(5, new[] { seal.Fingerprint("default", "R12-0001", file), seal.Fingerprint("default", "R12-0002", file), seal.Fingerprint("other", "R12-0001", file),
            seal.Fingerprint("default", "R12-0001", [.. file, 10]), With(Other).Fingerprint("default", "R12-0001", file) }.Distinct().Count());
    }

    private void Refused(string code, SealedBox kept, string tenant = "default", string list = List, string kind = "persons") =>
        Assert.Equal(code, Assert.Throws<BadRequestException>(() => seal.Open<ImmutableArray<PersonConcerned>>(tenant, list, kind, kept)).Code);

    private static byte[] Flipped(byte[] bytes, int at) => [.. bytes.Select((b, i) => i == at ? (byte)(b ^ 1) : b)];

    private static PersonalSeal With(string master) => new(Settings("MasterKey", master));

    private static IConfiguration Settings(string name, string value) => new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>($"Persons:{name}", value)]).Build();
}
