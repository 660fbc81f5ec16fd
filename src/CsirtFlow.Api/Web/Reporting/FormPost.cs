using System.Text;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Reports;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CsirtFlow.Api.Web.Reporting;

/// <summary>
/// A posted form, read part by part: the words come before the files, so that a file that is too large, or a connection that breaks
/// in the middle of one, does not take the words with it.
/// </summary>
public sealed class FormPost
{
    /// <summary>Largest request that is read to its end, in bytes; what exceeds the limits of a file is thrown away while it is read.</summary>
    public const long Largest = 300L * 1024 * 1024;

    /// <summary>Name of the button that asks for the same form in the other language instead of sending it.</summary>
    public const string Translate = "Language";

    private const int LongestText = 256 * 1024;
    private const int MostParts = 200;

    private readonly Dictionary<string, List<string>> texts = new(StringComparer.Ordinal);
    private readonly List<UploadedFile> files = [];
    private bool withFiles;

    public IReadOnlyList<UploadedFile> Files => files;

    /// <summary>A file was larger than <see cref="EvidenceStore.LargestFile"/>; it is not in <see cref="Files"/>.</summary>
    public bool FileTooLarge { get; private set; }

    public bool TooManyFiles { get; private set; }

    /// <summary>Files came and were thrown away, as was asked.</summary>
    public bool FilesLeftOut { get; private set; }

    /// <summary>The request was larger than <see cref="Largest"/>, broke off, or was no form.</summary>
    public bool Incomplete { get; private set; }

    /// <summary>True when somebody chose a file, whether it could be taken or not.</summary>
    public bool HadFiles => files.Count > 0 || FileTooLarge || TooManyFiles || FilesLeftOut;

    /// <summary>The language that the form is wanted in; null when it is sent.</summary>
    public Language? WantedIn => Language.Named(Text(Translate));

    public IEnumerable<string> Names => texts.Keys;

    /// <summary>The words alone, for whoever reads the request after this.</summary>
    public IFormCollection Form => new FormCollection(texts.ToDictionary(t => t.Key, t => new StringValues([.. t.Value]), StringComparer.Ordinal));

    public IReadOnlyList<string> All(string name) => texts.TryGetValue(name, out var all) ? all : [];

    public string Text(string name) => All(name) is [var first, ..] ? first : "";

    /// <param name="withFiles">False throws the bytes of files away while they are read.</param>
    public static async Task<FormPost> Read(HttpContext http, bool withFiles = true)
    {
        var post = new FormPost { withFiles = withFiles };
        try
        {
            if (http.Request.HasFormContentType && MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.Boundary.Length > 0)
                await post.ReadParts(new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), http.Request.Body), http.RequestAborted);
            else if (http.Request.HasFormContentType)
                foreach (var (name, values) in await http.Request.ReadFormAsync(http.RequestAborted))
                    foreach (var value in values) post.Add(name, value ?? "");
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            post.Incomplete = true;
        }
        return post;
    }

    private async Task ReadParts(MultipartReader reader, CancellationToken cancellation)
    {
        for (var parts = 0; parts < MostParts && await reader.ReadNextSectionAsync(cancellation) is { } part; parts++)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition)) continue;

            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            if (disposition.IsFileDisposition()) await AddFile(HeaderUtilities.RemoveQuotes(disposition.FileNameStar.Length > 0 ? disposition.FileNameStar : disposition.FileName).ToString().Replace("%22", "\"", StringComparison.Ordinal), part, cancellation); // HTML writes the mark so
            else if (await Bytes(part.Body, LongestText, cancellation) is { } bytes) Add(name, Encoding.UTF8.GetString(bytes));
            else Incomplete = true;
        }
    }

    private async Task AddFile(string name, MultipartSection part, CancellationToken cancellation)
    {
        if (name.Length == 0) return; // an empty file field has no name

        if (!withFiles) FilesLeftOut = true;
        else if (files.Count == EvidenceStore.MostFiles) TooManyFiles = true;
        else if (await Bytes(part.Body, EvidenceStore.LargestFile, cancellation) is { } content) files.Add(new(name, KeepableText.Of(part.ContentType) ?? "", content));
        else FileTooLarge = true;
    }

    private void Add(string name, string value)
    {
        if (!texts.TryGetValue(name, out var all)) texts[name] = all = [];
        all.Add(KeepableText.Of(value)!.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
    }

    // Null when there is more than that; the reader throws the rest away when it goes on to the next part.
    private static async Task<byte[]?> Bytes(Stream body, int most, CancellationToken cancellation)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (kept.Length + read > most) return null;
            kept.Write(buffer, 0, read);
        }
        return kept.ToArray();
    }
}
