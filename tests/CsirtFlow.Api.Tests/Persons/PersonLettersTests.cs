using System.IO.Compression;
using System.Text;
using CsirtFlow.Api.Tests.Documents;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Tests.Persons;

/// <summary>本人への通知文: the approved words to each person, and to each only what is theirs.</summary>
public sealed class PersonLettersTests(AppFixture fixture)
{
    private const string Csv = "氏名,宛名,郵便番号,住所,通知する項目\n髙﨑 見本太郎,,9690001,\"例示市1\n例示荘2号\",住所だけ\n架空 花子,架空 花子の保護者,,例示市3,\n住所 無子,,,,\n=1+1,,,＝例示市,\n";

    [Fact]
    public async Task Each_letter_has_the_approved_words_and_one_persons_own()
    {
        var app = await fixture.Shared();
        var (number, notice) = await Approved(app);

        var page = await Make(app, number, LetterFormat.Page);
        var frozen = await notice.Frozen();

        var letters = page.Split("<section class=\"document-letter\">")[1..];
        Assert.Equal(3, letters.Length);
        Assert.Contains("<li>〒969-0001</li>\n<li>例示市1</li>\n<li>例示荘2号</li>\n<li>髙﨑 見本太郎　様</li>", letters[0], StringComparison.Ordinal);
        Assert.Contains("<td>住所だけ</td>", letters[0], StringComparison.Ordinal);
        Assert.DoesNotContain("架空 花子", letters[0], StringComparison.Ordinal);
        Assert.Contains("<li>架空 花子の保護者　様</li>\n<li>（架空 花子 様の件）</li>", letters[1], StringComparison.Ordinal);
        Assert.Contains("<td>氏名、住所、生年月日</td>", letters[1], StringComparison.Ordinal);
        foreach (var line in frozen.Split('\n').Where(l => l.Length > 12 && !l.StartsWith("項目：", StringComparison.Ordinal)))
            Assert.All(letters, letter => Assert.Contains(line[(line.IndexOf('：', StringComparison.Ordinal) + 1)..].Trim('　'), letter, StringComparison.Ordinal));
        Assert.DoesNotContain("この文書に記入", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<tr id=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Word_counts_the_pages_of_each_letter_and_addresses_are_no_formulas()
    {
        var app = await fixture.Shared();
        var (number, _) = await Approved(app);

        using var zip = new ZipArchive(new MemoryStream(await Bytes(app, number, LetterFormat.Word)));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        Assert.Equal(3, (await reader.ReadToEndAsync()).Split("<w:pgNumType w:start=\"1\"").Length - 1);
        Assert.Equal("\uFEFF郵便番号,住所,宛名,敬称\r\n969-0001,例示市1　例示荘2号,髙﨑 見本太郎,様\r\n,例示市3,架空 花子の保護者,様\r\n,'＝例示市,'=1+1,様\r\n", Encoding.UTF8.GetString(await Bytes(app, number, LetterFormat.Addresses)));
    }

    [Fact]
    public async Task Making_them_is_recorded_and_the_file_is_a_download_that_nothing_keeps()
    {
        var app = await fixture.Shared();
        var (number, notice) = await Approved(app);

        var reply = (await app.As("somu-shukan").Post($"/api/incidents/{number}/persons/1/letters", new MakePersonLetters(LetterFormat.Page, First: 2), key: An.Key())).Ok();

        Assert.True(reply.Headers.CacheControl!.NoStore);
        Assert.Equal("application/octet-stream", reply.ContentType);
        var list = Assert.Single((await app.As("kansa").Get($"/api/incidents/{number}/persons")).Ok().Read<PersonList[]>());
        Assert.Equal((LetterFormat.Page, 2, 2), list.Made.Select(m => (m.Format, m.First, m.Letters)).Single());
        Assert.Equal(2, list.Letters);
        (await app.As("somu-shukan").Post($"/api/incidents/{number}/persons/1/returned-letters", new RecordReturnedLetters(2))).Ok();
        Assert.Equal(1, await app.Scalar($"select count(*) from csirt.mt_events where type = 'person_letters_made' and stream_id = '{list.Id}' and data->>'approved' = '{(await notice.Now()).Content}'"));
        Assert.Equal(0, await app.Scalar("select count(*) from csirt.evidence_file where content like '\\x' || encode('見本太郎', 'hex')::bytea"));
        await app.Quiet();
        EventFiles.Keep(app);
    }

    [Fact]
    public async Task Nothing_is_made_in_words_that_are_not_approved()
    {
        var app = await fixture.Shared();
        var number = await An.Incident(app);
        (await app.As("somu-shukan").PostBytes($"/api/incidents/{number}/persons?purpose=x", Encoding.UTF8.GetBytes(Csv), "text/csv")).Ok();

        (await app.As("somu-shukan").Post($"/api/incidents/{number}/persons/1/letters", new MakePersonLetters(LetterFormat.Page))).Breaks("notice-approved");

        var notice = await Paper.Drafted(app, number, FormChoice.PersonNotice);
        await notice.Investigate("csirt");
        (await app.As("somu-shukan").Post($"/api/incidents/{number}/persons/1/letters", new MakePersonLetters(LetterFormat.Addresses))).Breaks("notice-approved");
    }

    [Fact]
    public async Task They_are_printed_as_PDF_where_a_browser_is_there()
    {
        await using var app = await fixture.Own(("Documents:Browser", ""), ("Documents:BrowserSandbox", "false"));
        var (number, _) = await Approved(app);

        var reply = await app.As("somu-shukan").Post($"/api/incidents/{number}/persons/1/letters", new MakePersonLetters(LetterFormat.Pdf));

        if (reply.Code == 503) Assert.Contains("印刷用のページを選び", reply.Is(503, "no-pdf").Text, StringComparison.Ordinal);
        else Assert.StartsWith("%PDF-", reply.Ok().Text, StringComparison.Ordinal);
        Assert.Equal(reply.Code == 503 ? 0 : 1, await app.Scalar("select count(*) from csirt.mt_events where type = 'person_letters_made'"));
    }

    private static async Task<(string Number, Paper Notice)> Approved(App app)
    {
        var number = await An.Incident(app);
        (await app.As("somu-shukan").PostBytes($"/api/incidents/{number}/persons?purpose=x", Encoding.UTF8.GetBytes(Csv), "text/csv")).Ok();
        var notice = await Paper.Drafted(app, number, FormChoice.PersonNotice);
        (await notice.Revise("csirt", ("data.items", "氏名、住所、生年月日"), ("public.summary", "講習会の名簿を、宛先を間違えて送信しました。"))).Ok();
        await notice.Investigate("csirt");
        await notice.Release();
        return (number, notice);
    }

    private static async Task<string> Make(App app, string number, LetterFormat format) => (await app.As("somu-shukan").Post($"/api/incidents/{number}/persons/1/letters", new MakePersonLetters(format))).Ok().Text;

    private static async Task<byte[]> Bytes(App app, string number, LetterFormat format) => (await app.As("somu-shukan").Post($"/api/incidents/{number}/persons/1/letters", new MakePersonLetters(format))).Ok().Bytes;
}
