namespace CsirtFlow.Notifications.Documents;

/// <summary>記入の状態. 調査中 is an answer; 未記入 is none.</summary>
public enum FormValueState { Confirmed, Investigating, Missing }

/// <summary>
/// 欄の値.
/// </summary>
/// <param name="Text">May have several lines. Several choices are separated by 「、」 or line breaks.</param>
/// <param name="Source">「経過の記録 11月22日（日）11:40」.</param>
public sealed record FormValue(string Text, FormValueState State, string Source)
{
    public static readonly FormValue Missing = new("", FormValueState.Missing, "");

    /// <summary>確定, or 未記入 if there is no text: a legal form has no blank line.</summary>
    public static FormValue Confirmed(string text, string source = "") => new FormValue(text, FormValueState.Confirmed, source).Honest;

    public static FormValue Investigating(string text = "", string source = "") => new(text, FormValueState.Investigating, source);

    /// <summary>The same value, but 未記入 where a confirmed text is blank.</summary>
    internal FormValue Honest => State is FormValueState.Confirmed && string.IsNullOrWhiteSpace(Text) ? this with { State = FormValueState.Missing } : this;
}
