using CleanLogin.Application.Login.Begin;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Tests.Login;

public sealed class BeginLoginValidatorTests
{
    [Theory]
    [InlineData("alice", "secret")]
    [InlineData("alice", "secret", nameof(BeginLogin.Username), null)]
    [InlineData("alice", "secret", nameof(BeginLogin.Username), "")]
    [InlineData("alice", "secret", nameof(BeginLogin.Username), "  ")]
    [InlineData("alice", "secret", nameof(BeginLogin.Username), "ali\0ce")]
    [InlineData("alice", "secret", nameof(BeginLogin.Password), "")]
    public void Each_field_is_named_with_one_fault(string name, string password, string? wrong = null, string? value = null)
    {
        var command = new BeginLogin(
            wrong == nameof(BeginLogin.Username) ? value : name,
            PlainPassword.Parse(wrong == nameof(BeginLogin.Password) ? value : password),
            ReturnUrl.Home,
            RememberMe: false,
            new LoginOrigin(null, null, null));

        var faults = new BeginLoginValidator().Validate(command).Errors.Select(error => error.PropertyName);

        faults.Should().Equal(wrong is null ? [] : [wrong]);
    }

    [Fact]
    public void A_name_that_is_too_long_is_told_without_being_repeated()
    {
        var name = new string('x', Username.MaxLength + 1);
        var command = new BeginLogin(
            name, PlainPassword.Parse("secret"), ReturnUrl.Home, RememberMe: false, new LoginOrigin(null, null, null));

        new BeginLoginValidator().Validate(command).Errors.Should().ContainSingle().Which.ErrorMessage.Should().NotContain("xxx");
    }
}
