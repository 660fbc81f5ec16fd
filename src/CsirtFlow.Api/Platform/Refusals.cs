using System.Collections.Immutable;
using CsirtFlow.Domain;

namespace CsirtFlow.Api.Platform;

/// <summary>A refusal in both languages; its message is the Japanese one, for programs and the log.</summary>
public abstract class RefusalException(Wording sentence, Exception? inner = null) : Exception(sentence.Japanese, inner)
{
    public Wording Sentence { get; } = sentence;
}

/// <summary>There is no such thing, or it is not the caller's matter: both look the same from outside.</summary>
public sealed class NotFoundException(string what, string inEnglish)
    : RefusalException(new($"{what}は見つかりません。番号を確かめてください。", $"There is no such {inEnglish}. Please check the number."))
{
    public static NotFoundException Case() => new("その受付番号の件", "matter");
}

/// <summary>本人の確認 is wanting: the person may do it, and has to show first who they are.</summary>
public sealed class ProofNeededException()
    : RefusalException(new("この操作の前に、本人の確認が必要です。", "Before you do this, please show again that it is you."));

/// <summary>Somebody else was faster.</summary>
/// <param name="changes">What has happened since the version that the caller had seen, as people read it.</param>
/// <param name="asked">True when the caller had named a version (412), false when two acted at once (409).</param>
public sealed class ChangedMeanwhileException(ImmutableArray<Wording> changes, long version, bool asked)
    : RefusalException(new("ほかの人が先に記録しました。変わったところを確かめて、もう一度操作してください。", "Somebody else has recorded something first. Look at what has changed and try again."))
{
    public ImmutableArray<Wording> Changes { get; } = changes;

    public long Version { get; } = version;

    public bool Asked { get; } = asked;
}

/// <summary>The request itself is wrong; the sentence says how.</summary>
public sealed class BadRequestException(string sentence, string inEnglish, int status = StatusCodes.Status400BadRequest, string code = "bad-request", Exception? inner = null)
    : RefusalException(new(sentence, inEnglish), inner)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>The fields of a form that are wrong, by name, each with its own sentence; empty where the form as a whole is.</summary>
    public ImmutableArray<(string Field, Wording Sentence)> Fields { get; init; } = [];
}
