using System.Text;
using CsirtFlow.Api.Persons;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests.Persons;

/// <summary>本人の名簿のファイル: what offices have on their machines is taken as it is, and what cannot be read is named by line alone.</summary>
public sealed class PersonListFileTests
{
    private static readonly Encoding Cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    [Theory]
    [InlineData("utf-8", "髙﨑 𠮷郎", "〒969-0000 例示市①番地～の２")]
    [InlineData("utf-8-bom", "髙﨑 𠮷郎", "例示市①番地～の２")]
    [InlineData("cp932", "髙﨑 吉郎", "例示市①番地～の２Ⅳ㈱")]
    public void Both_encodings_keep_every_sign_that_they_have(string encoding, string name, string address)
    {
        var person = Assert.Single(PersonListFile.Read(Bytes(encoding, $"氏名,住所\r\n{name},{address}\r\n")).Persons);

        Assert.Equal((name, address), (person.Name, person.Address));
    }

    [Fact]
    public void The_header_may_stand_in_any_order_and_what_is_left_out_has_its_default()
    {
        var roll = Read("住 所,氏名 ,郵便番号,通知する項目,宛名\n\"例示市1\n例示荘2号\",見本 太郎,〒９６９－０００１,,見本 太郎の保護者\n\n,,,,\n,架空 花子,9690002,\"氏名,住所\",\n");

        Assert.Equal([PersonColumn.Name, PersonColumn.Addressee, PersonColumn.PostalCode, PersonColumn.Address, PersonColumn.Items], roll.Columns.AsEnumerable());
        Assert.Equal([new("見本 太郎", "様", "見本 太郎の保護者", "969-0001", "例示市1\n例示荘2号", ""), new("架空 花子", "様", "架空 花子", "969-0002", "", "氏名,住所")], roll.Persons.AsEnumerable());
    }

    [Theory]
    [InlineData("住所\n例示市", "1行目：「氏名」の列がありません。")]
    [InlineData("氏名,氏名\na,b", "1行目：「氏名」の列が2つあります。")]
    [InlineData("氏名\n", "1行目：1行目の見出しの下に、本人が1人もいません。")]
    [InlineData("", "1行目：1行目の見出しの下に、本人が1人もいません。")]
    [InlineData("氏名,住所\n見本 太郎", "2行目：列の数が見出しと違います（見出し2、この行1）。")]
    [InlineData("氏名,住所\n\"例示\n太郎\",b\n ,c", "2行目：「氏名」の途中に改行があります。", "4行目：「氏名」がありません。")]
    [InlineData("氏名,郵便番号\n見本 太郎,690001", "2行目：「郵便番号」は7桁の数字にしてください。")]
    [InlineData("氏名,住所\na,b\n見本\"太郎\",c", "3行目：引用符（\"）が閉じていないか、項目の途中にあります。")]
    [InlineData("氏名,住所\na,b\n\"見本 太郎,c\nd,e\n", "3行目：引用符（\"）が閉じていないか、項目の途中にあります。")]
    [InlineData("氏名\n見本\u0007太郎", "2行目：「氏名」に、印刷できない文字（外字、制御文字、文字化け）があります。")]
    [InlineData("氏名\n見本\u202E太郎", "2行目：「氏名」に、印刷できない文字（外字、制御文字、文字化け）があります。")]
    [InlineData("氏名\n見本\uE000太郎", "2行目：「氏名」に、印刷できない文字（外字、制御文字、文字化け）があります。")]
    public void Each_wrong_line_is_named_with_the_reason(string text, params string[] faults) => Assert.Equal(faults, Faults(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Where_the_header_was_forgotten_no_person_is_repeated()
    {
        var faults = Faults("見本 太郎,例示市1\n架空 花子,例示市2\n"u8.ToArray());

        Assert.StartsWith("1行目：1列目の見出しは使えません（使えるのは 氏名、敬称、宛名、郵便番号、住所、通知する項目）。", faults[0], StringComparison.Ordinal);
        Assert.DoesNotContain("太郎", string.Concat(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_of_neither_encoding_are_refused_with_their_line()
    {
        var cp932 = Cp932.GetBytes("氏名,住所\r\n見本 太郎,例示市\r\n架空 花子,例示市\r\n");

        Assert.Equal(["3行目：文字コードがUTF-8でもシフトJIS（CP932）でもありません。"], Faults([.. cp932[..^10], 0xFF, 0x81, 0x0D, 0x0A]));
        Assert.Equal(["2行目：文字コードがUTF-8でもシフトJIS（CP932）でもありません。"], Faults([0xEF, 0xBB, 0xBF, .. "氏名\n"u8, .. Cp932.GetBytes("見本 太郎")]));
        // 外字 and what Windows makes of the unused lead bytes.
        Assert.Single(Faults([.. Cp932.GetBytes("氏名\n見本"), 0xF0, 0x40]));
        Assert.Single(Faults([.. Cp932.GetBytes("氏名\n見本"), 0xFD]));
    }

    [Fact]
    public void Limits_hold_for_the_file_the_persons_and_a_field()
    {
        Assert.Equal(413, Assert.Throws<BadRequestException>(() => PersonListFile.Read(new byte[PersonListFile.Largest + 1])).Status);
        Assert.Equal(PersonListFile.MostPersons, Read("氏名\n" + string.Concat(Enumerable.Repeat("見本\n", PersonListFile.MostPersons))).Persons.Length);
        Assert.Equal(["50002行目：名簿は50,000人までです。"], Faults(Encoding.UTF8.GetBytes("氏名\n" + string.Concat(Enumerable.Repeat("見本\n", PersonListFile.MostPersons + 2)))));
        Assert.Equal(["2行目：「氏名」は200文字までです。"], Faults(Encoding.UTF8.GetBytes("氏名\n" + new string('あ', 201))));
    }

    [Fact]
    public void Twenty_faults_are_named_and_the_rest_counted()
    {
        var faults = Faults(Encoding.UTF8.GetBytes("氏名,郵便番号\n" + string.Concat(Enumerable.Repeat("見本,1\n", 25))));

        Assert.Equal(21, faults.Length);
        Assert.Equal("ほかに5か所あります。", faults[^1]);
    }

    private static PersonRoll Read(string text) => PersonListFile.Read(Encoding.UTF8.GetBytes(text));

    private static string[] Faults(byte[] file) => Assert.Throws<BadRequestException>(() => PersonListFile.Read(file)).Message.Split('\n')[1..];

    private static byte[] Bytes(string encoding, string text) => encoding switch
    {
        "cp932" => Cp932.GetBytes(text),
        "utf-8-bom" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        _ => Encoding.UTF8.GetBytes(text),
    };
}
