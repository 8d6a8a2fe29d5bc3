using CleanLogin.Application.Login.Begin;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;
using FluentValidation.Results;

namespace CleanLogin.Application.Tests.Login;

public sealed class BeginLoginValidatorTests
{
    [Fact]
    public void What_can_be_read_has_no_fault() => Validate("alice", "secret").Should().BeEmpty();

    [Theory]
    [InlineData(null, "Enter your user name.")]
    [InlineData("", "Enter your user name.")]
    [InlineData("  ", "Enter your user name.")]
    [InlineData("ali\0ce", "That user name holds characters")]
    [InlineData("ali\ud800ce", "That user name holds characters")]
    public void A_user_name_has_one_fault_and_its_own_text(string? name, string text) =>
        Fault(Validate(name, "secret"), nameof(BeginLogin.Username)).Should().StartWith(text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void An_empty_password_is_asked_for_and_no_limit_is_talked_about(string? password) =>
        Fault(Validate("alice", password), nameof(BeginLogin.Password)).Should().Be("Enter your password.");

    [Fact]
    public void A_password_that_is_too_long_is_told_the_limit() =>
        Fault(Validate("alice", new string('x', PlainPassword.MaxLength + 1)), nameof(BeginLogin.Password))
            .Should().Contain("1024 characters").And.NotContain("xxx");

    [Fact]
    public void A_name_that_is_too_long_is_told_the_limit_without_being_repeated() =>
        Fault(Validate(new string('x', Username.MaxLength + 1), "secret"), nameof(BeginLogin.Username))
            .Should().Contain("at most 256 characters").And.NotContain("xxx");

    [Fact]
    public void White_space_around_a_name_does_not_count_for_its_length() =>
        Validate(new string(' ', Username.MaxLength) + "alice", "secret").Should().BeEmpty();

    private static string Fault(IEnumerable<ValidationFailure> faults, string field)
    {
        var fault = faults.Should().ContainSingle().Subject;
        fault.PropertyName.Should().Be(field);
        return fault.ErrorMessage;
    }

    private static List<ValidationFailure> Validate(string? name, string? password) => new BeginLoginValidator().Validate(
        new BeginLogin(name, Typed.Password(password), ReturnUrl.Home, RememberMe: false, new LoginOrigin(null, null, null))).Errors;
}
