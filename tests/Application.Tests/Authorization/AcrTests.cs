using CleanLogin.Application.Authorization;
using CleanLogin.Domain.Assurance;

namespace CleanLogin.Application.Tests.Authorization;

public sealed class AcrTests
{
    [Fact]
    public void Every_level_has_its_own_name_and_nothing_proven_has_none()
    {
        Acr.NameOf(AssuranceLevel.None).Should().BeNull();
        var levels = Enum.GetValues<AssuranceLevel>().Where(level => level is not AssuranceLevel.None).ToArray();

        levels.Select(Acr.NameOf).Should().Equal(Acr.All);
        levels.Select(level => Acr.Find(Acr.NameOf(level)!)).Should().Equal(levels.Cast<AssuranceLevel?>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("urn:cleanlogin:AAL1")]
    [InlineData("0")]
    [InlineData("PHR")]
    [InlineData(" phr")]
    public void Any_other_name_is_unknown(string name) => Acr.Find(name).Should().BeNull();

    [Theory]
    [InlineData("", AssuranceLevel.SingleFactor)]
    [InlineData("urn:cleanlogin:aal1", AssuranceLevel.SingleFactor)]
    [InlineData("urn:cleanlogin:aal2", AssuranceLevel.MultiFactor)]
    [InlineData("phr urn:cleanlogin:aal2", AssuranceLevel.MultiFactor)]
    [InlineData("urn:cleanlogin:aal2 phr", AssuranceLevel.MultiFactor)]
    [InlineData("gold phrh", AssuranceLevel.PhishingResistantHardware)]
    public void The_weakest_known_name_is_enough(string asked, AssuranceLevel level) =>
        Acr.RequiredBy(asked.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Should().Be(level);

    [Fact]
    public void Unknown_names_alone_can_be_met_by_nobody() => Acr.RequiredBy(["gold", "silver"]).Should().BeNull();
}
