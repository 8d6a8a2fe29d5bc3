using FluentValidation;

namespace CleanLogin.Application.Mfa.RedeemRecoveryCode;

internal sealed class RedeemRecoveryCodeValidator : AbstractValidator<RedeemRecoveryCode>
{
    public RedeemRecoveryCodeValidator() =>
        RuleFor(command => command.Code)
            .NotNull()
            .WithMessage("Enter one of your recovery codes: 24 letters and digits, with or without hyphens.");
}
