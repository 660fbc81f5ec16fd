using System.Reflection;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace CsirtFlow.Notifications;

/// <summary>
/// 通知のひな形 (Scriban). Strict: a name that nobody supplied is an error that tells it, never a blank. Poor: strings, booleans, lists and dictionaries go in;
/// no function, file, clock or .NET object is within reach. Bounded: in loops, depth, length and time.
/// </summary>
public sealed class NoticeTemplate
{
    private const int LongestText = 20_000;

    private static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(2);

    private readonly string name;
    private readonly Template template;

    private NoticeTemplate(string name, Template template) => (this.name, this.template) = (name, template);

    /// <exception cref="NoticeTemplateException">The text is no template; the message tells where.</exception>
    public static NoticeTemplate Parse(string name, string text)
    {
        var parsed = Template.Parse(text, name);
        return parsed.HasErrors ? throw new NoticeTemplateException($"{name}: {string.Join(' ', parsed.Messages)}") { Line = parsed.Messages[0].Span.Start.Line + 1 } : new NoticeTemplate(name, parsed);
    }

    /// <summary>The text of a template that is part of the product: <c>Templates/{name}.sbn</c>.</summary>
    /// <exception cref="NoticeTemplateException">There is none of this name.</exception>
    public static string Source(string name)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Templates.{name}.sbn")
            ?? throw new NoticeTemplateException($"{name}: no such template");
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }

    /// <summary>Names that must be filled in from outside, wherever they stand: also where no sample value leads.</summary>
    public IReadOnlyCollection<string> Names
    {
        get
        {
            var names = new Unbound();
            template.Page?.Accept(names);
            return names.Found;
        }
    }

    /// <summary>
    /// Fills the template in.
    /// </summary>
    /// <param name="values">string, bool, <c>IEnumerable</c> of dictionaries. Strings are put in as they are, not read as template.</param>
    /// <exception cref="NoticeTemplateException">A name is unknown, a limit is reached, or a value is none of the above; the message tells which.</exception>
    public string Render(IReadOnlyDictionary<string, object?> values, CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestTime);
        var context = new TemplateContext(new ScriptObject())
        {
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedTargetAccess = false,
            EnableRelaxedFunctionAccess = false,
            EnableRelaxedIndexerAccess = false,
            LoopLimit = 1000,
            RecursiveLimit = 20,
            ObjectRecursionLimit = 10,
            LimitToString = LongestText,
            CancellationToken = limit.Token,
            NewLine = "\n",
        };
        context.PushGlobal((ScriptObject)Plain(values)!);
        try
        {
            var text = template.Render(context);
            return text.Length < LongestText ? text : throw new NoticeTemplateException($"{name}: longer than {LongestText} characters");
        }
        catch (ScriptAbortException) when (cancellationToken.IsCancellationRequested) { throw new OperationCanceledException(cancellationToken); }
        catch (ScriptRuntimeException e) { throw new NoticeTemplateException($"{name}: {e.Message}", e) { Line = e.Span.Start.Line + 1 }; }
    }

    private object? Plain(object? value) => value switch
    {
        null or string or bool => value,
        IReadOnlyDictionary<string, object?> values => Object(values),
        IEnumerable<IReadOnlyDictionary<string, object?>> list => new ScriptArray(list.Select(Object)) { IsReadOnly = true },
        _ => throw new NoticeTemplateException($"{name}: {value.GetType().Name} is not plain data"),
    };

    private ScriptObject Object(IReadOnlyDictionary<string, object?> values)
    {
        var plain = new ScriptObject();
        foreach (var (key, value) in values) plain.SetValue(key, Plain(value), readOnly: true);
        plain.IsReadOnly = true;
        return plain;
    }
}

/// <summary>Walks through a template and notes every name that it does not make itself.</summary>
internal sealed class Unbound : ScriptVisitor
{
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private readonly HashSet<string> made = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Found => [.. used.Except(made)];

    public override void Visit(ScriptVariableGlobal node) => used.Add(node.Name);

    public override void Visit(ScriptMemberExpression node) => node.Target?.Accept(this);

    public override void Visit(ScriptForStatement node)
    {
        made.Add("for");
        if (node.Variable is ScriptVariable variable) made.Add(variable.Name);
        base.Visit(node);
    }

    public override void Visit(ScriptAssignExpression node)
    {
        if (node.Target is ScriptVariable variable) made.Add(variable.Name);
        base.Visit(node);
    }
}

/// <summary>ひな形の不備: for whoever wrote the template; the message names template, place and name.</summary>
public sealed class NoticeTemplateException : Exception
{
    public NoticeTemplateException() { }

    public NoticeTemplateException(string message) : base(message) { }

    public NoticeTemplateException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Where in the template, from 1; null where no line is at fault.</summary>
    public int? Line { get; init; }
}
