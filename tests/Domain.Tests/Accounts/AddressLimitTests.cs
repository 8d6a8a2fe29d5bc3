using CleanLogin.Domain.Accounts;

namespace CleanLogin.Domain.Tests.Accounts;

public sealed class AddressLimitTests
{
    [Fact]
    public void A_hundred_failures_an_hour_are_one_in_36_seconds()
    {
        var limit = new AddressLimit(100);

        limit.IsLimited.Should().BeTrue();
        limit.Interval.Should().Be(TimeSpan.FromSeconds(36));
        (limit.Tolerance + limit.Interval).Should().Be(AddressLimit.Window);
    }

    [Fact]
    public void Zero_is_no_limit() => new AddressLimit(0).IsLimited.Should().BeFalse();

    [Theory]
    [InlineData(-1)]
    [InlineData(AddressLimit.Most + 1)]
    public void What_is_no_number_of_failures_is_refused(int failures) =>
        FluentActions.Invoking(() => new AddressLimit(failures)).Should().Throw<ArgumentOutOfRangeException>();
}
