using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Testing;

namespace CleanLogin.Domain.Tests.Assurance;

public sealed class RecentMultiFactorTests
{
    private static readonly UserId Alice = new("id-of-alice");

    [Fact]
    public void Two_factors_a_short_while_ago_are_evidence()
    {
        var evidence = RecentMultiFactor.From(Alice, AssuranceLevel.MultiFactor, Moments.Start, Moments.Start + RecentMultiFactor.Lifetime - TimeSpan.FromTicks(1));

        evidence!.User.Should().Be(Alice);
        evidence.Until.Should().Be(Moments.Start + RecentMultiFactor.Lifetime);
    }

    [Fact]
    public void From_its_end_on_it_is_none() =>
        RecentMultiFactor.From(Alice, AssuranceLevel.MultiFactor, Moments.Start, Moments.Start + RecentMultiFactor.Lifetime).Should().BeNull();

    [Theory]
    [InlineData(AssuranceLevel.None)]
    [InlineData(AssuranceLevel.SingleFactor)]
    [InlineData(AssuranceLevel.MailboxConfirmed)]
    public void Less_than_two_factors_is_none(AssuranceLevel level) =>
        RecentMultiFactor.From(Alice, level, Moments.Start, Moments.Start).Should().BeNull();
}
