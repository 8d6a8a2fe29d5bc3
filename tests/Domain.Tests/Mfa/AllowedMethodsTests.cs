using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Domain.Tests.Mfa;

public sealed class AllowedMethodsTests
{
    [Fact]
    public void Where_none_is_named_every_second_step_is_allowed() =>
        AuthenticationMethod.All.Where(AllowedMethods.Parse([])!.Contains).Should().BeEquivalentTo(
            AuthenticationMethod.All.Except([AuthenticationMethod.Password]));

    [Fact]
    public void What_is_not_named_is_not_allowed() =>
        AuthenticationMethod.All.Where(AllowedMethods.Parse(["otp", "synced-passkey"])!.Contains)
            .Should().BeEquivalentTo([AuthenticationMethod.OneTimePassword, AuthenticationMethod.SyncedPasskey]);

    [Theory]
    [InlineData("otps")]
    [InlineData("OTP")]
    [InlineData("")]
    [InlineData("password")]
    public void One_name_that_is_none_spoils_them_all(string name) => AllowedMethods.Parse(["otp", name]).Should().BeNull();
}
