using CleanLogin.Application.Pipeline;
using FluentValidation;

namespace CleanLogin.Application.Mfa.RedeemRecoveryCode;

internal sealed class RedeemRecoveryCodeValidator : AbstractValidator<RedeemRecoveryCode>
{
    public RedeemRecoveryCodeValidator() =>
        RuleFor(command => command.Code).MustHoldSecret(
            whenEmpty: "Enter one of the recovery codes that you saved.",
            whenMalformed: "A recovery code is 24 letters and digits, with or without hyphens. Check that none is missing and none too many.");
}
