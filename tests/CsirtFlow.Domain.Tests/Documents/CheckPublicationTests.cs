using static CsirtFlow.Domain.Office;

namespace CsirtFlow.Domain.Tests;

/// <summary>公表前の確認: four looks at exactly these words before anybody approves them.</summary>
public sealed class CheckPublicationTests
{
    private static readonly DateTimeOffset At = Monday9.AddHours(2);

    private static readonly DocumentBasis Press = new("press-release", 1, "報道発表資料", 1, false, false, Publication: true, Confidentiality.C1, [], [Station]);

    private static readonly CheckPublication[] All =
    [
        new(PublicationCheck.NothingPersonal, ""), new(PublicationCheck.NoAttackDetail, ""), new(PublicationCheck.PoliceAgreed, "", "県警サイバー対策課、10時"), new(PublicationCheck.AssemblyTold, "", "議長と構成市町、11時"),
    ];

    [Fact]
    public void Nothing_is_approved_before_every_check_of_these_words()
    {
        var story = Waiting("不正アクセスにより登録情報が流出したおそれがあります。");
        var content = story.State.Content;
        story.When(Approve(content), Katayama).ThenRefused("publication-check:NothingPersonal", "publication-check:NoAttackDetail", "publication-check:PoliceAgreed", "publication-check:AssemblyTold");

        var done = Waiting("不正アクセスにより登録情報が流出したおそれがあります。");
        foreach (var check in All) done.When(check with { Content = content }, Ogawa).Then<PublicationChecked>();
        done.When(Approve(content), Katayama).Then<DocumentApproved>();
    }

    [Fact]
    public void Other_words_want_every_check_again()
    {
        var story = Waiting("流出は350件です。");
        foreach (var check in All) story.When(check with { Content = story.State.Content }, Ogawa).Then<PublicationChecked>();
        Assert.Empty(story.State.OpenChecks);

        var after = Given([.. story.Events, new DocumentRevised(ImmutableDictionary<string, DocumentField?>.Empty.Add("incident.summary", new("流出は360件です。", FactState.Confirmed, "")), Ogawa.As(Administration, At))]);
        Assert.Equal(4, after.State.OpenChecks.Count());
    }

    [Theory]
    [InlineData("担当は山本さくら です", "山本さくら")]
    [InlineData("端末Ｄ－０２３１を停止した", "D-0231")]
    [InlineData("接続元は203.0.113.7でした", "203.0.113.7")]
    [InlineData("接続元は2001:db8:0:1::7でした", "2001:db8:0:1::7")]
    [InlineData("soumu@example.jp へ", "soumu@example.jp")]
    [InlineData("電話 024-000-0000", "024-000-0000")]
    public void Names_devices_and_addresses_are_found_and_stand_only_with_a_reason(string text, string found)
    {
        var story = Waiting(text);
        var look = All[0] with { Content = story.State.Content };
        Assert.Contains(found, PublicationFindings.In(story.State, Demo.Organisation, []).Select(f => f.Words));
        story.When(look, Ogawa).ThenRefused(Rules.FindingsExplained);

        Assert.Contains(found, Waiting(text).When(look with { Remark = "問合せ窓口として載せる" }, Ogawa).Then<PublicationChecked>().Events.OfType<PublicationChecked>().Single().Findings);
    }

    [Theory]
    [InlineData("受付番号R8-0001の件")]
    [InlineData("11月22日（日）10:40に確認した。350人、令和8年4月1日、第32条")]
    [InlineData("COVID-19の対応")]
    public void Ordinary_words_are_left_alone(string text) => Assert.Empty(PublicationFindings.In(Waiting(text).State, Demo.Organisation, []));

    [Fact]
    public void It_is_for_publications_of_these_words_with_the_counterpart_named()
    {
        var content = Waiting("流出しました。").State.Content;
        Given(new DocumentDrafted(Number, Press with { Publication = false }, [], "", Ogawa.As(Administration, At))).When(All[1] with { Content = content }, Ogawa).ThenRefused(Rules.ForPublicationsOnly);
        Waiting("流出しました。").When(All[1] with { Content = "other" }, Ogawa).ThenRefused(Rules.ContentAsSeen);
        Waiting("流出しました。").When(All[2] with { Content = content, Remark = " " }, Ogawa).ThenRefused(Rules.CounterpartTold);
        Waiting("流出しました。").When(All[1] with { Content = content }, Okada).ThenRefused(Rules.OfficeMayNot);
    }

    private static ApproveDocument Approve(string content) => new(content) { Copies = [new("a.docx", "x", 1, new string('a', 64))] };

    private static Story<CaseDocument, DocumentEvent> Waiting(string text)
    {
        var drafted = new DocumentDrafted(Number, Press, ImmutableDictionary<string, DocumentField>.Empty.Add("incident.summary", new(text, FactState.Confirmed, "")), "", Ogawa.As(Administration, At));
        return Given(drafted, new DocumentSubmitted(CaseDocument.Evolve(null, "x", drafted).Content, Ogawa.As(Administration, At)));
    }
}
