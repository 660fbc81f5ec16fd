using System.Collections.Immutable;

namespace CsirtFlow.Domain;

/// <summary>記録の不一致: in which way the store is not what the service has written.</summary>
public enum RecordFault
{
    [Term("書き換え", "Changed")] Changed,
    [Term("削除", "Removed")] Removed,
    [Term("挿入", "Inserted")] Inserted,
    [Term("順序の入替え", "Moved to another place")] Moved,
    [Term("複写", "Copied from another place")] Copied,
    [Term("署名なし", "Not signed")] NotSigned,
    [Term("署名の不一致", "Signature does not fit")] WrongSignature,
    [Term("連鎖の断絶", "The chain is broken")] BrokenLink,
    [Term("控えの要約値との不一致", "Not the head that was kept outside")] OtherHead,
    [Term("流れの末尾の欠落", "The end of a stream is missing")] StreamCut,
    [Term("ファイルの書き換え", "File changed")] FileChanged,
    [Term("ファイルの欠落", "File missing")] FileMissing,
}

/// <summary>One thing that does not fit.</summary>
/// <param name="Sequence">Place in the store; 0 where it is about none.</param>
/// <param name="Organisation">Tenant id; empty where it is about the whole store.</param>
/// <param name="Stream">Stream key, such as <c>report/R8-0001</c>; or <c>file/</c> and its SHA-256.</param>
/// <param name="Detail">What else is known: type of the event, the place where it came from.</param>
public sealed record RecordFinding(RecordFault Fault, long Sequence, string Organisation, string Stream, string Detail);

/// <summary>検証の結果.</summary>
/// <param name="Head">要約値 of the chain as it was found.</param>
/// <param name="Events">How many were read.</param>
/// <param name="NotYetLinked">The newest ones, which the chain does not hold yet; their signatures were looked at.</param>
/// <param name="BeforeSigning">Those from before the service had a key.</param>
/// <param name="Files">How many were read.</param>
public sealed record RecordVerdict(RecordHead Head, long Events, long NotYetLinked, long BeforeSigning, long Files, ImmutableArray<RecordFinding> Findings)
{
    public bool Fits => Findings.IsEmpty;
}
