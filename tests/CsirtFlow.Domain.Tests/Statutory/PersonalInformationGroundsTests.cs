using CsirtFlow.Domain.Statutory;
using static CsirtFlow.Domain.Tests.Statutory.Known;

namespace CsirtFlow.Domain.Tests.Statutory;

public sealed class PersonalInformationGroundsTests
{
    private static readonly StatutorySettings WithOrdinance = new() { OrdinanceDefinesSensitiveInformation = true };

    [Theory]
    [InlineData(Answer.Yes, GroundState.Applies)]
    [InlineData(Answer.No, GroundState.DoesNotApply)]
    [InlineData(Answer.Unknown, GroundState.Unknown)]
    public void Each_question_decides_its_own_ground(Answer answer, GroundState expected)
    {
        Assert.Equal(expected, GroundOf(SmallLeak with { SensitiveInformation = answer }, "43-1").State);
        Assert.Equal(expected, GroundOf(SmallLeak with { PropertyDamageFeared = answer }, "43-2").State);
        Assert.Equal(expected, GroundOf(SmallLeak with { ImproperPurposeFeared = answer }, "43-3").State);
        Assert.Equal(expected, GroundOf(SmallLeak with { OrdinanceSensitiveInformation = answer }, "43-5", WithOrdinance).State);
    }

    [Theory]
    [InlineData(100, null, null, GroundState.DoesNotApply)]
    [InlineData(101, null, null, GroundState.Applies)]
    [InlineData(12, null, 1780, GroundState.Feared)]
    [InlineData(null, 101, null, GroundState.Feared)]
    [InlineData(null, 80, 100, GroundState.DoesNotApply)]
    [InlineData(null, 80, null, GroundState.Unknown)]
    [InlineData(null, null, null, GroundState.Unknown)]
    public void More_than_a_hundred_persons_is_a_hundred_and_one(int? confirmed, int? estimated, int? maximum, GroundState expected) =>
        Assert.Equal(expected, GroundOf(SmallLeak with { Persons = new() { Confirmed = confirmed, Estimated = estimated, PossibleMaximum = maximum } }, "43-4").State);

    [Fact]
    public void An_explanation_cites_the_facts_it_used()
    {
        var ground = GroundOf(SmallLeak with { Persons = new() { Confirmed = 12, PossibleMaximum = 1780 } }, "43-4");

        Assert.Equal("規則第43条第4号", ground.Article);
        Assert.Equal("保有個人情報が含まれる。漏えいが発生した。本人の数が最大 1,780 人で、100 人を超える（101 人以上）おそれがある。", ground.Explanation);
    }

    [Fact]
    public void Without_an_ordinance_the_fifth_ground_never_applies()
    {
        var ground = GroundOf(SmallLeak with { OrdinanceSensitiveInformation = Answer.Yes }, "43-5");

        Assert.Equal((GroundState.DoesNotApply, "適用される条例に条例要配慮個人情報の定めがない。"), (ground.State, ground.Explanation));
    }

    [Fact]
    public void Information_about_to_be_collected_counts_for_an_improper_purpose_only()
    {
        var skimmed = Stolen with { HeldInformation = Answer.No, InformationBeingCollected = Answer.Yes, SensitiveInformation = Answer.Yes };

        Assert.Equal(["規則第43条第3号"], StatutoryAssessment.Of(skimmed).Grounds.Where(g => g.IsReportable).Select(g => g.Article), StringComparer.Ordinal);
    }

    [Fact]
    public void Encryption_excludes_only_with_method_separated_key_and_written_grounds()
    {
        EncryptionFacts full = new() { Method = "AES-256", KeySeparated = Answer.Yes, Grounds = "鍵は庁内サーバにのみある" };

        Assert.False(Reportable(full));
        Assert.True(Reportable(full with { Method = " " }));
        Assert.True(Reportable(full with { KeySeparated = Answer.Unknown }));
        Assert.True(Reportable(full with { Grounds = null }));
        Assert.Contains("AES-256", GroundOf(Sensitive with { Encryption = full }, "43-1").Explanation, StringComparison.Ordinal);

        static bool Reportable(EncryptionFacts e) => StatutoryAssessment.Of(Sensitive with { Encryption = e }).IsReportable;
    }

    [Fact]
    public void A_password_alone_is_named_as_not_enough() =>
        Assert.Contains("暗号化（ZIPパスワード）はあるが、復号鍵の分離と判断の理由がそろわないため除外されない。",
            GroundOf(Sensitive with { Encryption = new() { Method = "ZIPパスワード" } }, "43-1").Explanation, StringComparison.Ordinal);

    [Fact]
    public void Everything_recovered_unseen_is_no_leak()
    {
        var ground = GroundOf(Sensitive with { Loss = Sensitive.Loss with { AllRecoveredUnseen = Answer.Yes } }, "43-1");

        Assert.Equal((GroundState.DoesNotApply, "第三者に閲覧されないうちに全て回収したため、漏えいに当たらない。"), (ground.State, ground.Explanation));
    }

    [Theory]
    [InlineData(DamageKind.Unusable, Answer.Yes, Answer.No, GroundState.DoesNotApply)]
    [InlineData(DamageKind.Unusable, Answer.No, Answer.No, GroundState.Applies)]
    [InlineData(DamageKind.Unusable, Answer.Yes, Answer.Yes, GroundState.Applies)]
    [InlineData(DamageKind.Altered, Answer.Yes, Answer.No, GroundState.Applies)]
    [InlineData(DamageKind.Unknown, Answer.Yes, Answer.No, GroundState.Applies)]
    public void A_backup_undoes_ransomware_but_neither_theft_nor_tampering(DamageKind kind, Answer backup, Answer stolen, GroundState expected)
    {
        var loss = Stolen.Loss with { Leak = LossState.None, Damage = LossState.Occurred, DamageKind = kind, SameDataElsewhere = backup, StolenAtSameTime = stolen };

        Assert.Equal(expected, GroundOf(Stolen with { Loss = loss }, "43-3").State);
    }

    [Theory]
    [InlineData(Answer.Yes, GroundState.DoesNotApply)]
    [InlineData(Answer.No, GroundState.Feared)]
    public void A_copy_elsewhere_undoes_a_loss(Answer copy, GroundState expected)
    {
        var loss = Sensitive.Loss with { Leak = LossState.None, Destruction = LossState.Feared, SameDataElsewhere = copy };

        Assert.Equal(expected, GroundOf(Sensitive with { Loss = loss }, "43-1").State);
    }

    [Fact]
    public void Ransomware_with_a_backup_stays_open_while_theft_is_unknown()
    {
        var loss = Stolen.Loss with { Leak = LossState.None, Damage = LossState.Occurred, DamageKind = DamageKind.Unusable, SameDataElsewhere = Answer.Yes, StolenAtSameTime = Answer.Unknown };

        var ground = GroundOf(Stolen with { Loss = loss }, "43-3");

        Assert.Equal((GroundState.Unknown, "同時に窃取されたか分からない。"), (ground.State, ground.Explanation));
    }

    [Fact]
    public void Nothing_known_is_nothing_decided()
    {
        var assessment = StatutoryAssessment.Of(new());

        Assert.False(assessment.MustBeReported);
        Assert.Contains("保有個人情報が含まれるか分からない。", assessment.OpenQuestions, StringComparer.Ordinal);
        Assert.Contains("本人の数が分からない。", assessment.OpenQuestions, StringComparer.Ordinal);
    }
}
