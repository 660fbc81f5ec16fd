using System.Collections.Immutable;

namespace CsirtFlow.Api.Platform;

/// <summary>There is no such thing, or it is not the caller's matter: both look the same from outside.</summary>
public sealed class NotFoundException(string what) : Exception($"{what}は見つかりません。番号を確かめてください。");

/// <summary>Somebody else was faster.</summary>
/// <param name="changes">What has happened since the version that the caller had seen, as people read it.</param>
/// <param name="asked">True when the caller had named a version (412), false when two acted at once (409).</param>
public sealed class ChangedMeanwhileException(ImmutableArray<string> changes, long version, bool asked)
    : Exception("ほかの人が先に記録しました。変わったところを確かめて、もう一度操作してください。")
{
    public ImmutableArray<string> Changes { get; } = changes;

    public long Version { get; } = version;

    public bool Asked { get; } = asked;
}

/// <summary>The request itself is wrong; the sentence says how.</summary>
public sealed class BadRequestException(string sentence, int status = StatusCodes.Status400BadRequest, string code = "bad-request", Exception? inner = null) : Exception(sentence, inner)
{
    public int Status { get; } = status;

    public string Code { get; } = code;
}
