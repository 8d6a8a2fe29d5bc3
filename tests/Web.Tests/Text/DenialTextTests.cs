using CleanLogin.Domain.Login;
using CleanLogin.Web.Text;

namespace CleanLogin.Web.Tests.Text;

public sealed class DenialTextTests
{
    public static TheoryData<DenialReason> Reasons => [.. Enum.GetValues<DenialReason>()];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Every_reason_has_a_text_and_a_status(DenialReason reason)
    {
        DenialText.For(reason).Should().NotBeNullOrWhiteSpace();
        DenialText.StatusFor(reason).Should().BeInRange(200, 503);
    }

    [Fact]
    public void A_wrong_credential_and_an_unusable_account_read_the_same()
    {
        DenialText.For(DenialReason.AccountUnusable).Should().Be(DenialText.For(DenialReason.InvalidCredentials));
        DenialText.StatusFor(DenialReason.AccountUnusable).Should().Be(DenialText.StatusFor(DenialReason.InvalidCredentials));
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public void No_text_tells_whether_an_account_exists(DenialReason reason) =>
        DenialText.For(reason).Should().NotContainAny("exist", "unknown user", "disabled", "locked");

    [Theory]
    [InlineData(0.2, "in 1 second,")]
    [InlineData(30, "in 30 seconds")]
    [InlineData(125, "in 3 minutes")]
    [InlineData(7200, "in 2 hours")]
    public void A_pause_says_how_long_it_lasts(double seconds, string expected) =>
        DenialText.ForPause(TimeSpan.FromSeconds(seconds)).Should().Contain(expected);

    [Fact]
    public void A_pause_without_end_promises_no_time() =>
        DenialText.ForPause(Timeout.InfiniteTimeSpan).Should().Contain("closed").And.NotContainAny("seconds", "minutes", "hours");
}
