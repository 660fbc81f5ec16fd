using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CsirtFlow.Notifications.Documents;

/// <summary>
/// Wordファイル: the parts in a ZIP (ECMA-376 part 2), written here because the packaging library makes up names and dates of its own, and then the same
/// document would not have the same hash.
/// </summary>
internal static class WordPackage
{
    public const string HeaderId = "rIdHeader", FooterId = "rIdFooter";

    private const string Package = "http://schemas.openxmlformats.org/package/2006/", Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
        Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    // The earliest that a ZIP entry can say; the document's own date is in its properties.
    private static readonly DateTimeOffset EntryDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(Document document, Styles styles, Settings settings, Header header, Footer footer, string title, DateTimeOffset at)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            Add(zip, "[Content_Types].xml", ContentTypes().ToString(SaveOptions.DisableFormatting));
            Add(zip, "_rels/.rels", Relationships(("rIdDocument", Office + "officeDocument", "word/document.xml"), ("rIdCore", Package + "relationships/metadata/core-properties", "docProps/core.xml")));
            Add(zip, "docProps/core.xml", Core(title, at).ToString(SaveOptions.DisableFormatting));
            Add(zip, "word/_rels/document.xml.rels", Relationships(
                ("rIdStyles", Office + "styles", "styles.xml"), ("rIdSettings", Office + "settings", "settings.xml"),
                (HeaderId, Office + "header", "header.xml"), (FooterId, Office + "footer", "footer.xml")));
            Add(zip, "word/document.xml", document.OuterXml);
            Add(zip, "word/styles.xml", styles.OuterXml);
            Add(zip, "word/settings.xml", settings.OuterXml);
            Add(zip, "word/header.xml", header.OuterXml);
            Add(zip, "word/footer.xml", footer.OuterXml);
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string xml)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = EntryDate;
        using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        writer.Write(xml);
    }

    private static XElement ContentTypes()
    {
        XNamespace types = Package + "content-types";
        XElement Part(string name, string type) => new(types + "Override", new XAttribute("PartName", name), new XAttribute("ContentType", type));
        return new XElement(types + "Types",
            new XElement(types + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
            new XElement(types + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "application/xml")),
            Part("/word/document.xml", Word + "document.main+xml"), Part("/word/styles.xml", Word + "styles+xml"), Part("/word/settings.xml", Word + "settings+xml"),
            Part("/word/header.xml", Word + "header+xml"), Part("/word/footer.xml", Word + "footer+xml"),
            Part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"));
    }

    private static string Relationships(params (string Id, string Type, string Target)[] all)
    {
        XNamespace relationships = Package + "relationships";
        return new XElement(relationships + "Relationships", all.Select(one => new XElement(relationships + "Relationship",
            new XAttribute("Id", one.Id), new XAttribute("Type", one.Type), new XAttribute("Target", one.Target)))).ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Core(string title, DateTimeOffset at)
    {
        XNamespace core = Package + "metadata/core-properties", dc = "http://purl.org/dc/elements/1.1/", terms = "http://purl.org/dc/terms/", xsi = "http://www.w3.org/2001/XMLSchema-instance";
        XElement Time(string name) => new(terms + name, new XAttribute(xsi + "type", "dcterms:W3CDTF"), at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        return new XElement(core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core), new XAttribute(XNamespace.Xmlns + "dc", dc), new XAttribute(XNamespace.Xmlns + "dcterms", terms), new XAttribute(XNamespace.Xmlns + "xsi", xsi),
            new XElement(dc + "title", title), Time("created"), Time("modified"));
    }
}
