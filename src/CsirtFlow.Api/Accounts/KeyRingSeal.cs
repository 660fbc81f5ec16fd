using System.Xml.Linq;
using CsirtFlow.Api.PersonalData;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace CsirtFlow.Api.Accounts;

/// <summary>The keys of cookies and forms lie in the database: sealed by the master key, because whoever reads them there could come in as anybody.</summary>
/// <param name="services">Asked for the seal when there is something to seal: migrate has no master key, and needs none.</param>
public sealed class KeyRingSealer(IServiceProvider services) : IXmlEncryptor
{
    internal const string Place = "key-ring", Kind = "xml";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var box = services.GetRequiredService<PersonalSeal>().Seal("", Place, Kind, plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new(new XElement("sealed", new XAttribute("key", Convert.ToBase64String(box.Key)), Convert.ToBase64String(box.Content)), typeof(KeyRingOpener));
    }
}

/// <summary>Made by the key ring itself, by its name.</summary>
public sealed class KeyRingOpener(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(services.GetRequiredService<PersonalSeal>().Open<string>("", KeyRingSealer.Place, KeyRingSealer.Kind, new(Convert.FromBase64String(encryptedElement.Attribute("key")!.Value), Convert.FromBase64String(encryptedElement.Value))));
}
