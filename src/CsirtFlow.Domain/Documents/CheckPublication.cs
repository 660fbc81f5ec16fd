using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace CsirtFlow.Domain;

/// <summary>公表前の確認 (19-6, 10, 34-5): what somebody looks at before words leave for everybody.</summary>
public enum PublicationCheck
{
    [Term("個人名・端末名・アドレス・電話番号を含まない", "Names no person, device, address or telephone number")] NothingPersonal,
    [Term("攻撃に再利用できる手口や構成を書いていない", "Tells nothing that an attack could use again")] NoAttackDetail,
    [Term("警察と調整した（犯罪の可能性がなければ、その旨）", "Agreed with the police (or: no crime may be behind it)")] PoliceAgreed,
    [Term("議会・構成市町へ先に連絡した", "Assembly and member municipalities were told first")] AssemblyTold,
}

/// <summary>One check as it was made, for exactly these words.</summary>
/// <param name="Content">Hash of the words (<see cref="CaseDocument.Content"/>): other words want it again.</param>
public sealed record CheckedWords(PublicationCheck Check, string Content, string Remark, string By, DateTimeOffset At);

/// <summary>公表前の確認の記録 (19-6): of a document for the public, before its approval.</summary>
/// <param name="Remark">With whom and when (police, assembly), or why what was found may stand.</param>
[Term("公表前の確認", "Check before publication", "19-6"), By(Office.Administration, Office.CsirtLead, Office.CsirtMember)]
public sealed record CheckPublication(PublicationCheck Check, string Content, string Remark = "") : ICommand<CaseDocument, DocumentEvent>
{
    /// <summary>Names of those who reported, put in by the service.</summary>
    [JsonIgnore]
    public ImmutableArray<string> Reporters { get; init; } = [];

    public DocumentEvent[] Decide(CaseDocument state, Circumstances c)
    {
        PolicyViolationException.ThrowIf(!state.Basis.Publication, Rules.ForPublicationsOnly);
        PolicyViolationException.ThrowIf(state.Stage is not (DocumentStage.Draft or DocumentStage.AwaitsPermission or DocumentStage.AwaitsApproval), Rules.DocumentFrozen);
        PolicyViolationException.ThrowIf(Content != state.Content, Rules.ContentAsSeen);
        Domain.Check.Length(Remark);
        ImmutableArray<string> found = Check is PublicationCheck.NothingPersonal ? [.. PublicationFindings.In(state, c.Organisation, Reporters).Select(f => f.Words).Distinct()] : [];
        PolicyViolationException.ThrowIf(!found.IsEmpty && string.IsNullOrWhiteSpace(Remark), Rules.FindingsExplained);
        PolicyViolationException.ThrowIf(Check is PublicationCheck.PoliceAgreed or PublicationCheck.AssemblyTold && string.IsNullOrWhiteSpace(Remark), Rules.CounterpartTold);

        return [new PublicationChecked(Check, Content, found, Remark ?? "", c.Origin)];
    }
}

/// <summary>Something in a document for the public that looks like a person, a device or an address.</summary>
/// <param name="Key">欄の鍵</param>
/// <param name="Words">As they stand there.</param>
public sealed record PublicationFinding(string Key, string Words);

/// <summary>公表文に入れてはいけないもの, as far as a machine can see it: names of people among the contacts and of those who reported, asset numbers, IP and mail addresses, telephone numbers that are not the organisation's own.</summary>
public static partial class PublicationFindings
{
    public static IEnumerable<PublicationFinding> In(CaseDocument document, Organisation organisation, ImmutableArray<string> reporters) =>
        document.Fields.Where(f => f.Value.Text.Length > 0).OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => In(f.Value.Text, organisation, reporters).Distinct().Select(words => new PublicationFinding(f.Key, words)));

    private static IEnumerable<string> In(string text, Organisation organisation, ImmutableArray<string> reporters)
    {
        var plain = text.Normalize(NormalizationForm.FormKC);
        string[] own = [organisation.Profile.Phone, organisation.Profile.ContactPhone, organisation.Profile.ContactNightPhone, organisation.Profile.ContactMail];

        return organisation.People.Select(p => p.Name).Concat(reporters).Select(name => name.Normalize(NormalizationForm.FormKC)).Where(name => name.Length > 1).SelectMany(name => new[] { name, name.Replace(" ", "", StringComparison.Ordinal) }.Distinct())
            .Where(name => plain.Contains(name, StringComparison.Ordinal))
            .Concat(Marks().Matches(plain).Select(m => m.Value).Where(mark => !ReceiptNumber.IsValid(mark) && !own.Contains(mark, StringComparer.Ordinal)));
    }

    // IPv4, IPv6, mail, telephone, asset number such as D-0231.
    [GeneratedRegex(@"(?<![0-9A-Za-z.])\d{1,3}(\.\d{1,3}){3}(?![0-9A-Za-z.])|(?<![0-9A-Za-z:])[0-9A-Fa-f]{0,4}(:[0-9A-Fa-f]{0,4}){3,7}(?![0-9A-Za-z:])|[0-9A-Za-z._+-]+@[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)+|(?<!\d)0\d{1,4}-\d{1,4}-\d{3,4}(?!\d)|(?<![A-Za-z0-9])[A-Z]{1,5}-?\d{3,6}(?![A-Za-z0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marks();
}
