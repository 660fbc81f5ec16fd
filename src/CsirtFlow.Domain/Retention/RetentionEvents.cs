using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>廃棄の範囲: what of a matter is destroyed. Its events stay: they are the record, and the chain holds them.</summary>
public enum DisposalScope
{
    [Term("報告者の氏名・連絡先と、受信メール", "Names and contacts of the reporters, and the mails that came in")] Contacts,
    [Term("上に加えて、証拠ファイル・文書の写し・本人の名簿", "Besides these: evidence files, copies of documents, lists of the persons concerned")] Everything,
}

/// <summary>What happened to the keeping of a matter. One stream for each, <c>retention/R8-0017</c>.</summary>
public abstract record RetentionEvent(Provenance Origin) : CaseEvent(Origin);

[Term("保存期間の指定", "Retention period set", "34-6-2")]
public sealed record RetentionSet(RetentionClass Class, string Reason, Provenance Origin) : RetentionEvent(Origin);

[Term("廃棄の依頼", "Disposal asked for", "22-10-3")]
public sealed record DisposalProposed(DisposalScope Scope, string Reason, Provenance Origin) : RetentionEvent(Origin);

[Term("廃棄の見送り", "Disposal declined", "22-10-3")]
public sealed record DisposalDeclined(string Reason, Provenance Origin) : RetentionEvent(Origin);

/// <summary>廃棄の記録: when, by whom and what (22-10-2). Keys and files are destroyed with it, and go no other way.</summary>
/// <param name="Subjects">Stream keys whose keys were destroyed: what their events say of persons cannot be read any more.</param>
/// <param name="Files">SHA-256 of the files that were destroyed.</param>
/// <param name="Lists">Stream keys of the 本人の名簿 that were destroyed.</param>
[Term("廃棄", "Disposal", "22-10-2")]
public sealed record MatterDisposed(DisposalScope Scope, ImmutableArray<string> Subjects, ImmutableArray<string> Files, ImmutableArray<string> Lists, Provenance Origin) : RetentionEvent(Origin)
{
    /// <summary>Its name in the store, and in a dump of it.</summary>
    public const string StoredAs = "matter_disposed";
}
