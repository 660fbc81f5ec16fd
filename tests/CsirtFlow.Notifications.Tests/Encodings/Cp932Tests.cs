using System.Text;
using CsirtFlow.Notifications.Encodings;

namespace CsirtFlow.Notifications.Tests.Encodings;

/// <summary>The characters that IBM added to シフトJIS, from both places where programs write them.</summary>
public sealed class Cp932Tests
{
    [Theory]
    [InlineData("髙", 0xFB, 0xFC)]
    [InlineData("髙", 0xEE, 0xE0)]
    [InlineData("﨑", 0xFA, 0xB1)]
    [InlineData("﨑", 0xED, 0x95)]
    [InlineData("纊", 0xED, 0x40)]
    [InlineData("ⅰ", 0xEE, 0xEF)]
    [InlineData("￢", 0xEE, 0xF9)]
    [InlineData("￤", 0xEE, 0xFA)]
    [InlineData("①", 0x87, 0x40)]
    public void Each_is_read(string character, byte lead, byte trail) => Assert.Equal($"橋{character}a", Cp932.Decode([0x8B, 0xB4, lead, trail, (byte)'a']));

    [Fact]
    public void A_second_byte_is_taken_for_no_first_one() => Assert.Equal("瑙@", Cp932.Decode([0xE0, 0xED, (byte)'@']));

    [Theory]
    [InlineData(0xEE, 0xED)]
    [InlineData(0xED, 0x20)]
    public void What_is_in_neither_place_is_refused(byte lead, byte trail) => Assert.Throws<DecoderFallbackException>(() => Cp932.Decode([lead, trail]));
}
