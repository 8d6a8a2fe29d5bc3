using CleanLogin.WebClient.SignIn;

namespace CleanLogin.WebClient.Tests.SignIn;

public sealed class AcrTests
{
    [Theory]
    [InlineData("urn:cleanlogin:aal2")]
    [InlineData("phr")]
    [InlineData("phrh")]
    public void A_level_at_or_above_the_wanted_one_reaches_it(string level) =>
        Acr.Reaches(level, Acr.Aal2).Should().BeTrue();

    [Theory]
    [InlineData("urn:cleanlogin:aal1")]
    [InlineData("urn:cleanlogin:email")]
    [InlineData("URN:CLEANLOGIN:AAL2")]
    [InlineData("")]
    [InlineData(null)]
    public void A_lower_or_unknown_level_does_not(string? level) =>
        Acr.Reaches(level, Acr.Aal2).Should().BeFalse();

    [Fact]
    public void An_unknown_wish_is_reached_by_nothing() =>
        Acr.Reaches("phrh", "urn:example:gold").Should().BeFalse();
}
