using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Reports;

/// <summary>保存するときの名前: what the browser is told to call a file. The name that it came with stays in the record as text; this one is safe on every system that people save it on.</summary>
public static class DownloadName
{
    private const int Longest = 120;

    // Devices of Windows, whatever stands behind the dot.
    private static readonly HashSet<string> Devices = new(["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })], StringComparer.OrdinalIgnoreCase);

    public static string Of(string original)
    {
        var plain = original.Replace('\\', '/');
        var name = string.Concat(plain[(plain.LastIndexOf('/') + 1)..].Select(c => char.IsControl(c) || "<>:\"|?*%".Contains(c, StringComparison.Ordinal) ? '_' : c)).Trim(' ', '.');
        if (name.Length > Longest) name = Shortened(name);
        return name.Length == 0 ? "名前なし" : Devices.Contains(name.Split('.')[0].Trim()) ? $"_{name}" : name;
    }

    // The extension tells people what it is.
    private static string Shortened(string name)
    {
        var extension = Path.GetExtension(name);
        return extension.Length is > 0 and <= 10 ? KeepableText.Of(name[..(Longest - extension.Length)])! + extension : KeepableText.Of(name[..Longest])!.TrimEnd(' ', '.');
    }
}
