namespace CsirtFlow.Api.Web.Layout;

/// <summary>A return address is followed only within this service.</summary>
public static class LocalPath
{
    /// <returns><paramref name="path"/> when it stays here, else <paramref name="otherwise"/>: <c>//evil</c>, <c>/\evil</c> and <c>https:…</c> lead away.</returns>
    public static string Or(string? path, string otherwise) => IsLocal(path) ? path! : otherwise;

    private static bool IsLocal(string? path) =>
        path is ['/', ..] && path.Length < 2000 && (path.Length == 1 || path[1] is not ('/' or '\\')) && path.All(c => !char.IsControl(c) && c != '\\');

    /// <summary>As a header can hold it: a 受付番号 of a drill begins with 訓.</summary>
    public static string Encoded(string path) => string.Concat(path.EnumerateRunes().Select(r => r.IsAscii ? r.ToString() : Uri.EscapeDataString(r.ToString())));
}
