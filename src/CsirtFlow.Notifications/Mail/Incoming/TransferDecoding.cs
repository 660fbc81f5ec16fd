using MimeKit.Encodings;

namespace CsirtFlow.Notifications.Mail.Incoming;

/// <summary>転送符号化を戻す (RFC 2045 6): an encoding that is not known leaves the bytes as they are.</summary>
internal static class TransferDecoding
{
    public static byte[] Decode(ReadOnlyMemory<byte> body, string encoding)
    {
        IMimeDecoder? decoder = encoding.Trim().ToLowerInvariant() switch
        {
            "base64" => new Base64Decoder(),
            "quoted-printable" => new QuotedPrintableDecoder(),
            "x-uuencode" or "uuencode" or "x-uue" => new UUDecoder(),
            _ => null,
        };
        if (decoder is null) return body.ToArray();

        var input = body.ToArray();
        var output = new byte[decoder.EstimateOutputLength(input.Length)];
        return output[..decoder.Decode(input, 0, input.Length, output)];
    }
}
