using CsirtFlow.Domain;

namespace CsirtFlow.Notifications;

/// <summary>通知文のひな形集: one template for each reason and the frame around all, those of the product or those that the house made of them.</summary>
public sealed class NoticeTemplates
{
    /// <summary>枠: from whom, about which number, where and by telephone.</summary>
    public const string Frame = "frame";

    private const string Fold = "\n---\n";

    private readonly Dictionary<string, (NoticeTemplate Subject, NoticeTemplate Text)> parsed;

    /// <param name="house">Name → text, for those that were revised.</param>
    /// <exception cref="NoticeTemplateException">A text is no template; the message names it.</exception>
    public NoticeTemplates(IReadOnlyDictionary<string, string> house)
    {
        OfHouse = house.Keys.ToHashSet(StringComparer.Ordinal);
        parsed = Names.ToDictionary(name => name, name => Parse(name, house.GetValueOrDefault(name) ?? NoticeTemplate.Source(name)), StringComparer.Ordinal);
    }

    /// <summary>The frame, then one for each reason.</summary>
    public static IReadOnlyList<string> Names { get; } = [Frame, .. Enum.GetValues<NoticeReason>().Select(Of)];

    /// <summary>Without any revision of the house.</summary>
    public static NoticeTemplates Product { get; } = new(new Dictionary<string, string>());

    /// <summary>Names of those that were revised.</summary>
    public IReadOnlySet<string> OfHouse { get; }

    /// <summary>Name of the template of a reason: <c>due_soon</c>.</summary>
    public static string Of(NoticeReason reason) => string.Concat($"{reason}".Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    /// <summary>The reason whose template has this name; null for the frame.</summary>
    public static NoticeReason? ReasonOf(string name) => Enum.GetValues<NoticeReason>().Where(r => Of(r) == name).Select(r => (NoticeReason?)r).FirstOrDefault();

    /// <summary>Subject and text of a template file: the subject stands above the line <c>---</c>.</summary>
    /// <exception cref="NoticeTemplateException">There is no such line.</exception>
    public static (string Subject, string Text) Split(string name, string text) =>
        text.ReplaceLineEndings("\n").Split(Fold, 2) is [var subject, var body] ? (subject, body) : throw new NoticeTemplateException($"{name}: the line --- between subject and text is missing");

    public static string Join(string subject, string text) => subject.Trim() + Fold + text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    internal (NoticeTemplate Subject, NoticeTemplate Text) this[string name] => parsed[name];

    private static (NoticeTemplate Subject, NoticeTemplate Text) Parse(string name, string source)
    {
        var (subject, text) = Split(name, source);
        return (NoticeTemplate.Parse($"{name} (subject)", subject), NoticeTemplate.Parse($"{name} (text)", text));
    }
}
