using CleanLogin.Domain.Authenticators;

namespace CleanLogin.Domain.Tests.Authenticators;

public sealed class PasskeyNameTests
{
    [Theory]
    [InlineData("My phone", "My phone")]
    [InlineData("  Schlüssel am Bund ", "Schlüssel am Bund")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234", "1234567890123456789012345678901234567890123456789012345678901234")]
    public void What_people_call_things_is_a_name(string typed, string name) =>
        PasskeyName.Parse(typed)!.ToString().Should().Be(name);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("a\tb")]
    [InlineData("a\0b")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void Nothing_control_characters_and_whole_letters_are_none(string? typed) =>
        PasskeyName.Parse(typed).Should().BeNull();
}
