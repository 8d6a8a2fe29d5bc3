using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Testing;

namespace CleanLogin.Domain.Tests.SecurityEvents;

public sealed class SecurityNoticesTests
{
    [Fact]
    public void Of_every_event_it_is_decided_whether_the_owner_is_told() =>
        SecurityNotices.Table.Keys.Should().BeEquivalentTo(typeof(SecurityEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SecurityEvent))));

    [Fact]
    public void Every_notice_has_an_event_that_gives_cause_for_it() =>
        Enum.GetValues<SecurityNotice>().Should().BeSubsetOf(SecurityNotices.Table.Values.OfType<SecurityNotice>());

    [Fact]
    public void The_owner_is_told_of_new_codes_and_not_of_a_wrong_password()
    {
        var alice = new UserId("id-of-alice");

        SecurityNotices.For(new RecoveryCodesIssued(Moments.Start, alice)).Should().Be(SecurityNotice.RecoveryCodesIssued);
        SecurityNotices.For(new LoginExpired(Moments.Start, alice, null)).Should().BeNull();
    }
}
