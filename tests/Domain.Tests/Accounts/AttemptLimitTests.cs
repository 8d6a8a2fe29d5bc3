using CleanLogin.Domain.Accounts;

namespace CleanLogin.Domain.Tests.Accounts;

public sealed class AttemptLimitTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 30)]
    [InlineData(6, 60)]
    [InlineData(7, 120)]
    [InlineData(8, 240)]
    [InlineData(9, 480)]
    [InlineData(10, 960)]
    [InlineData(11, 1920)]
    [InlineData(12, 3600)]
    [InlineData(13, 3600)]
    [InlineData(100, 3600)]
    [InlineData(int.MaxValue, 3600)]
    public void Pauses_grow_from_half_a_minute_to_an_hour(int failures, int seconds) =>
        AttemptLimit.PauseAfter(failures).Should().Be(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Another_failure_never_shortens_the_pause() =>
        Enumerable.Range(0, 200).Select(AttemptLimit.PauseAfter).Should().BeInAscendingOrder();

    [Fact]
    public void A_credential_ends_after_as_many_failures_as_the_standard_allows() => AttemptLimit.MaxFailures.Should().BeLessThanOrEqualTo(100);

    [Fact]
    public void Whoever_waits_for_the_pauses_to_start_anew_guesses_no_faster_than_once_in_the_longest_pause()
    {
        var longest = AttemptLimit.PauseAfter(AttemptLimit.MaxFailures);
        var spent = AttemptLimit.Silence;
        for (var guesses = 1; guesses < AttemptLimit.MaxFailures; guesses++)
        {
            spent += AttemptLimit.PauseAfter(guesses);
            spent.Should().BeGreaterThanOrEqualTo(longest * guesses, "so long {0} guesses take at a time", guesses);
        }
    }

    [Fact]
    public void What_is_left_of_a_row_that_the_owner_has_broken_still_makes_the_longest_pause()
    {
        var left = AttemptLimit.FailuresAfterSuccessElsewhere;

        AttemptLimit.PauseAfter(left).Should().Be(AttemptLimit.PauseAfter(AttemptLimit.MaxFailures));
        AttemptLimit.PauseAfter(left - 1).Should().BeLessThan(AttemptLimit.PauseAfter(left));
    }

    [Fact]
    public void There_are_no_negative_failures() =>
        FluentActions.Invoking(() => AttemptLimit.PauseAfter(-1)).Should().Throw<ArgumentOutOfRangeException>();
}
