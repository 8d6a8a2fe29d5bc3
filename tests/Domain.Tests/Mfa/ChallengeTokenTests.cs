using CleanLogin.Domain.Mfa;

namespace CleanLogin.Domain.Tests.Mfa;

public sealed class ChallengeTokenTests
{
    [Fact]
    public void A_token_is_kept_as_it_came() => ChallengeToken.Parse("a.b-c_d")!.Reveal().Should().Be("a.b-c_d");

    [Fact]
    public void A_missing_empty_or_huge_token_is_none()
    {
        ChallengeToken.Parse(null).Should().BeNull();
        ChallengeToken.Parse("").Should().BeNull();
        ChallengeToken.Parse(new string('a', ChallengeToken.MaxLength)).Should().NotBeNull();
        ChallengeToken.Parse(new string('a', ChallengeToken.MaxLength + 1)).Should().BeNull();
    }
}
