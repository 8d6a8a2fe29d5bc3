using CleanLogin.Domain.Login;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;

namespace CleanLogin.Domain.Tests.Login;

/// <summary>A login whose second step another provider asks for, or whose provider is down, is no way to a new authenticator.</summary>
public sealed class ChallengeElsewhereTests
{
    public static TheoryData<bool, bool> Challenges => new() { { true, true }, { true, false }, { false, true }, { false, false } };

    [Theory]
    [MemberData(nameof(Challenges))]
    public void Nothing_is_enrolled_and_no_way_back_is_open(bool outage, bool enrol)
    {
        var login = Given.ALoginTransaction();
        var transaction = (outage ? login.ChallengedInOutage(enrol) : login.ChallengedElsewhere(enrol)).Build();

        transaction.RecordRecovery(Given.ABrowser(), Moments.Start).Should().Be(new Transition.Refused(DenialReason.NotChallenged));

        transaction.AllowsRecovery.Should().BeFalse();
        transaction.AllowsEnrolment.Should().BeFalse();
        transaction.AllowsReplacement.Should().BeFalse();
    }

    [Fact]
    public void On_the_own_pages_both_are_there()
    {
        Given.ALoginTransaction().Challenged(enrol: true).Build().AllowsEnrolment.Should().BeTrue();
        Given.ALoginTransaction().Challenged().Build().AllowsRecovery.Should().BeTrue();
    }
}
