using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace CsirtFlow.Api.Web.Layout;

/// <summary>Style, script and font, each address with the hash of the content, so that browsers may keep it.</summary>
/// <param name="Tokens">Design tokens of デジタル庁; null when the service was built without npm, then our own values hold.</param>
/// <param name="Font">The font of staff screens; null when the service was built without npm.</param>
public sealed record Assets(string Style, string Script, string? Tokens, string? Font)
{
    public static Assets Of(IFileProvider files) =>
        new(Find(files, "css/app.css")!, Find(files, "js/app.js")!, Find(files, "lib/tokens/tokens.css"), Find(files, "lib/noto-sans-jp/index.css"));

    private static string? Find(IFileProvider files, string path)
    {
        if (files.GetFileInfo(path) is not { Exists: true } file) return null;

        using var content = file.CreateReadStream();
        return $"/{path}?{Convert.ToHexStringLower(SHA256.HashData(content))[..12]}";
    }
}
