using CsirtFlow.Notifications.Mail;

namespace CsirtFlow.Notifications.Tests.Mail;

public sealed class PickupMailerTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("csirtflow-mail-").FullName;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task A_letter_lies_in_the_folder_as_it_was_written()
    {
        var outcome = await new PickupMailer(directory).SendAsync(Letters.ToTakasaki, Now);

        Assert.Equal(new Accepted("250 0197-duty-32-3-1@csirt.example.jp.eml"), outcome);
        var read = Assert.Single(new EmlFolder(directory).List());
        Assert.Equal(
            new EmlLetter("0197-duty-32-3-1@csirt.example.jp", "髙﨑 𠮷男", "takasaki@example.jp", Letters.ToTakasaki.Subject, Letters.Sunday1145, Letters.ToTakasaki.Text),
            read with { Text = read.Text.ReplaceLineEndings("\n") });
    }

    [Fact]
    public async Task A_resend_is_no_second_letter()
    {
        var mailer = new PickupMailer(directory);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => mailer.SendAsync(Letters.ToTakasaki, Now)));

        Assert.Equal(["0197-duty-32-3-1@csirt.example.jp.eml"], Directory.EnumerateFiles(directory).Select(Path.GetFileName));
    }

    [Fact]
    public async Task The_newest_letter_is_first()
    {
        var mailer = new PickupMailer(directory);
        foreach (var minutes in new[] { 10, 30, 20 })
            await mailer.SendAsync(Letters.ToTakasaki with { MessageId = $"m{minutes}@example.jp", At = Letters.Sunday1145.AddMinutes(minutes) }, Now);

        Assert.Equal(["m30@example.jp", "m20@example.jp", "m10@example.jp"], new EmlFolder(directory).List().Select(letter => letter.Id));
    }

    [Theory]
    [InlineData("../secret@example.jp")]
    [InlineData("/etc/passwd")]
    [InlineData("nobody@example.jp")]
    public async Task A_reader_gets_nothing_from_outside_the_folder(string id)
    {
        await File.WriteAllTextAsync(Path.Combine(directory, "secret@example.jp.eml"), "Subject: x\r\n\r\nx", Now);

        Assert.Null(new EmlFolder(Directory.CreateDirectory(Path.Combine(directory, "inner")).FullName).Find(id));
    }

    [Fact]
    public async Task A_file_that_is_no_mail_hides_no_letter()
    {
        await File.WriteAllBytesAsync(Path.Combine(directory, "empty.eml"), [], Now);
        await new PickupMailer(directory).SendAsync(Letters.ToTakasaki, Now);

        Assert.Contains(new EmlFolder(directory).List(), letter => letter.ToAddress == "takasaki@example.jp");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_tried_again_later()
    {
        var file = Path.Combine(directory, "file");
        await File.WriteAllTextAsync(file, "", Now);

        Assert.IsType<Unavailable>(await new PickupMailer(file).SendAsync(Letters.ToTakasaki, Now));
        Assert.Empty(new EmlFolder(Path.Combine(directory, "missing")).List());
    }

    [Fact]
    public async Task A_wrong_address_is_refused_and_leaves_no_file()
    {
        Assert.IsType<Refused>(await new PickupMailer(directory).SendAsync(Letters.ToTakasaki with { ToAddress = "a;b" }, Now));

        Assert.Empty(Directory.EnumerateFiles(directory));
    }
}
