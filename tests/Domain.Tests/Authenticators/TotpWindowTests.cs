using CleanLogin.Domain.Authenticators;

namespace CleanLogin.Domain.Tests.Authenticators;

public sealed class TotpWindowTests
{
    // Times and steps of RFC 6238, appendix B.
    [Theory]
    [InlineData(59, 0x1)]
    [InlineData(1111111109, 0x23523EC)]
    [InlineData(1111111111, 0x23523ED)]
    [InlineData(1234567890, 0x273EF07)]
    [InlineData(2000000000, 0x3F940AA)]
    [InlineData(20000000000, 0x27BC86AA)]
    public void The_present_step_comes_first_and_one_before_it_counts(long seconds, long step) =>
        TotpWindow.StepsAt(DateTimeOffset.FromUnixTimeSeconds(seconds), lastAcceptedStep: -1).Should().Equal(step, step - 1);

    [Fact]
    public void A_step_ends_after_thirty_seconds()
    {
        TotpWindow.StepsAt(At(29.999), -9)[0].Should().Be(0);
        TotpWindow.StepsAt(At(30), -9)[0].Should().Be(1);
    }

    [Fact]
    public void The_time_zone_of_the_clock_does_not_matter() =>
        TotpWindow.StepsAt(At(600).ToOffset(TimeSpan.FromHours(14)), -1).Should().Equal(20, 19);

    [Fact]
    public void An_accepted_step_does_not_count_again() => TotpWindow.StepsAt(At(600), 20).Should().BeEmpty();

    [Fact]
    public void A_step_older_than_an_accepted_one_does_not_count() => TotpWindow.StepsAt(At(600), 19).Should().Equal(20);

    [Fact]
    public void A_clock_that_went_back_accepts_nothing_again() => TotpWindow.StepsAt(At(600), 21).Should().BeEmpty();

    private static DateTimeOffset At(double seconds) => DateTimeOffset.UnixEpoch.AddSeconds(seconds);
}
