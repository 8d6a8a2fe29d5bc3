using CleanLogin.Domain.SecurityEvents;

namespace CleanLogin.Domain.Tests.SecurityEvents;

public sealed class ActivitiesTests
{
    [Fact]
    public void Of_every_event_it_is_decided_whether_the_owner_sees_it() =>
        Activities.Table.Keys.Should().BeEquivalentTo(SecurityEventTests.All.Select(happened => happened.Code));

    [Fact]
    public void Everything_that_can_be_shown_has_an_event() =>
        Enum.GetValues<Activity>().Should().BeSubsetOf(Activities.Table.Values.OfType<Activity>());

    [Fact]
    public void Every_change_that_is_told_by_mail_is_shown_too() =>
        SecurityEventTests.All.Where(happened => SecurityNotices.For(happened) is not null).Select(happened => happened.Code)
            .Should().BeSubsetOf(Activities.Shown);
}
