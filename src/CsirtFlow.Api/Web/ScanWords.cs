using CsirtFlow.Api.Evidence;
using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Web;

/// <summary>検査の結果, in both languages.</summary>
public sealed class ScanWords(Language language)
{
    public string NotScanned => language.Say("未検査", "Not scanned yet");

    public string Outcome(ScanOutcome outcome) => language.Say($"検査：{language.Of(outcome)}", $"Scan: {language.Of(outcome)}");

    public string Alarm => language.Say("証拠ファイルの検査で、マルウェアなどを検出しました（過去7日）。隔離された端末以外で開かないでください。", "The scan found malware in files within the last seven days. Open them on an isolated device only.");

    public string OfMail => language.Say("受信メール", "Incoming mail");
}
