using CleanLogin.Application.Mfa.ConfirmTotpEnrolment;
using CleanLogin.Application.Mfa.RedeemRecoveryCode;
using CleanLogin.Application.Mfa.VerifyTotp;
using FluentValidation.Results;

namespace CleanLogin.Application.Tests.Mfa;

/// <summary>An empty field asks for the code; a malformed code says what a code looks like.</summary>
public sealed class CodeValidatorTests
{
    private const string Enter = "Enter the six digits that your authenticator app shows.";
    private const string SixDigits = "A code is six digits";

    [Theory]
    [InlineData(null, Enter)]
    [InlineData("", Enter)]
    [InlineData("12345", SixDigits)]
    [InlineData("1234567", SixDigits)]
    [InlineData("12345a", SixDigits)]
    [InlineData("   ", SixDigits)]
    public void Of_an_app_six_digits_are_asked_for(string? typed, string text)
    {
        var code = Typed.Totp(typed);

        Text(new VerifyTotpValidator().Validate(new VerifyTotp(default, null, code))).Should().StartWith(text);
        Text(new ConfirmTotpEnrolmentValidator().Validate(new ConfirmTotpEnrolment(default, null, code))).Should().StartWith(text);
    }

    [Theory]
    [InlineData(null, "Enter one of the recovery codes")]
    [InlineData("", "Enter one of the recovery codes")]
    [InlineData("CANA-RYCA", "A recovery code is 24 letters and digits")]
    [InlineData("CANA-RYCA-NARY-CANA-RYCA-NAR?", "A recovery code is 24 letters and digits")]
    public void Of_recovery_codes_the_whole_is_asked_for(string? typed, string text) =>
        Text(new RedeemRecoveryCodeValidator().Validate(new RedeemRecoveryCode(default, null, Typed.Recovery(typed)))).Should().StartWith(text);

    [Fact]
    public void Whole_codes_have_no_fault()
    {
        new VerifyTotpValidator().Validate(new VerifyTotp(default, null, Typed.Totp("123 456"))).IsValid.Should().BeTrue();
        new ConfirmTotpEnrolmentValidator().Validate(new ConfirmTotpEnrolment(default, null, Typed.Totp("123456"))).IsValid.Should().BeTrue();
        new RedeemRecoveryCodeValidator()
            .Validate(new RedeemRecoveryCode(default, null, Typed.Recovery("cana-ryca-nary-cana-ryca-nary"))).IsValid.Should().BeTrue();
    }

    private static string Text(ValidationResult result) => result.Errors.Should().ContainSingle().Subject.ErrorMessage;
}
