using CsirtFlow.Api.Tests.Documents;
using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;

namespace CsirtFlow.Api.Tests.Scenarios;

/// <summary>S6, 大津: a memory stick with 12,947 users and supporters of the emergency call system lost, protected by a password alone; letters of apology.</summary>
public sealed class LostStickTests(AppFixture fixture)
{
    private static readonly PersonalDataFacts Facts = new()
    {
        HeldInformation = Answer.Yes,
        SensitiveInformation = Answer.No,
        PropertyDamageFeared = Answer.No,
        ImproperPurposeFeared = Answer.No,
        Persons = new() { Confirmed = 12_947 },
        Loss = new() { Leak = LossState.Feared, Destruction = LossState.None, Damage = LossState.None, SameDataElsewhere = Answer.Yes },
        Encryption = new() { Method = "USBメモリのパスワード", KeySeparated = Answer.Unknown },
        MyNumber = new() { Included = Answer.No },
    };

    [Fact]
    public async Task From_the_report_to_the_filed_final_report()
    {
        await using var app = await fixture.Own();
        app.Clock.SetUtcNow(Story.At(4, 27, 17));
        var story = await Story.Begins(app, An.Occurrence with { Kinds = [OccurrenceKind.Loss], NoticedAt = Story.At(4, 27, 16), Description = "返却のときUSBメモリがないことに気付いた。" }, "USBメモリの紛失");
        await story.Stated(("incident.summary", "緊急通報システムの利用者及び支援者の名簿を保存したUSBメモリを紛失した。"), ("incident.occurred_at", "令和12年4月18日から27日まで"),
            ("data.items", "氏名、住所"), ("data.media", "電子媒体（USB）"), ("data.categories", "住民情報"), ("cause.party", "報告者"), ("cause.kind", "紛失"), ("entrustment.from", "無"), ("entrustment.to", "無"));

        // A password alone closes nothing: who holds it to be strong encryption says how and where the key is.
        await story.Do("somu-shukan", "personal-data-assessment", new AssessPersonalData(Facts, Story.At(4, 27, 16)));
        Assert.Equal((Story.EndOf(5, 1), Story.EndOf(5, 27)), ((await story.Duty("32-1-4-appi-preliminary")).Due, (await story.Duty("32-1-4-appi-final")).Due));

        story.On(4, 30, 14);
        var preliminary = await (await story.Released("ppc-preliminary", "個人情報保護委員会", "PPC-601", ("persons.response_status", "対応予定"), ("persons.response_detail", "謝罪文を郵送する。"))).Frozen();
        Assert.Equal(Standing.Met, (await story.Duty("32-1-4-appi-preliminary")).Standing);
        Lines.Hold(preliminary, "発生日：令和12年4月18日から27日まで", "発覚日：令和12年4月27日（土）午後4時0分", "媒体：□紙　■電子媒体（USB）　□その他", "項目：■氏名　□生年月日　□性別　■住所　□電話番号　□メールアドレス　□パスワード　□クレジットカード情報　□口座情報　□個人番号　□要配慮個人情報　□その他",
            "本人の数：12,947人", "状況：□対応済　□対応中　■対応予定　□予定なし", "日・方法・内容：謝罪文を郵送する。");
        Approved.Matches("lost-stick-press-release", await story.Published("緊急通報システムの利用者と支援者、12,947人", "100人を超え、まだ見つかっていない", Story.At(4, 30, 17),
            ("publication.title", "個人情報を保存したUSBメモリの紛失について"), ("public.summary", "緊急通報システムの利用者と支援者の名簿を保存したUSBメモリを紛失しました。USBメモリにはパスワードを設定しています。"),
            ("impact.resident_services", "ありません。緊急通報システムは、通常どおり利用できます。"), ("harm.secondary", "無"), ("harm.secondary_detail", "現在のところ、情報が悪用されたという連絡はありません。"),
            ("public.cause", "持出しの許可と返却の確認が十分ではありませんでした。"), ("persons.response_status", "対応予定"), ("public.prevention_planned", "持出しと返却の手順を見直し、全職員に研修を行います。"), ("publication.next_at", "USBメモリが見つかったときは、お知らせします。")));

        // 謝罪文. Three stand for all: what is made for one of a list is made for each.
        story.On(5, 7, 10);
        var (words, letters) = await story.Letters("氏名,宛名,郵便番号,住所,通知する項目\n見本 花江,,0000001,例示市1番地,\n架空 実,架空 実の保護者,0000002,例示市2番地,氏名\n例示 一郎,,,,\n",
            ("incident.noticed_at", "令和12年4月27日（土）"), ("public.summary", "緊急通報システムの利用者と支援者の名簿を保存したUSBメモリを紛失しました。名簿には、あなたの個人情報が含まれています。"),
            ("public.cause", "持出しの許可と返却の確認が十分ではありませんでした。"), ("harm.secondary", "無"), ("harm.secondary_detail", "現在のところ、情報が悪用されたという連絡はありません。"),
            ("persons.protective_measures", "消防の職員が、電話や訪問で口座番号や暗証番号をお尋ねすることはありません。不審な電話や訪問があったときは、下の問合せ先へご連絡ください。"));
        Approved.Matches("lost-stick-person-notice", words);
        Assert.Equal(2, letters.Length);
        Assert.Contains("<li>〒000-0001</li>\n<li>例示市1番地</li>\n<li>見本 花江　様</li>", letters[0], StringComparison.Ordinal);
        Assert.Contains("<li>架空 実の保護者　様</li>\n<li>（架空 実 様の件）</li>", letters[1], StringComparison.Ordinal);
        Assert.DoesNotContain("見本 花江", letters[1], StringComparison.Ordinal);
        Assert.All(letters, letter => Assert.Contains("USBメモリを紛失しました", letter, StringComparison.Ordinal));

        story.On(5, 20, 10);
        await story.Contained();
        await story.Learned(new EstablishCause(Determined: true, "持出しの許可と返却の確認をしていなかった。"));
        await story.Do("somu-shukan", "notified-persons", new NotifyPersons("郵送", 12_947));
        var final = await (await story.Released("ppc-final", "個人情報保護委員会", "PPC-602", ("harm.secondary", "無"))).Frozen();
        Assert.Equal(Standing.Met, (await story.Duty("32-1-4-appi-final")).Standing);
        Lines.Hold(final, "規則第43条各号該当性：□第1号　□第2号　□第3号　■第4号（規則第43条第4号、本人の数が百人を超える：該当するおそれ）　□第5号　□非該当（任意報告）", "状況：■対応済　□対応中　□対応予定　□予定なし", "日・方法・内容：令和12年5月20日　郵送　12,947人");
        Approved.Matches("lost-stick-ppc-final", final);
        await story.OnlyTheHouseHadMail();
        await Replay.Agrees(app);
    }
}
