using FluentValidation;

namespace CleanLogin.Application.Mfa.VerifyTotp;

internal sealed class VerifyTotpValidator : AbstractValidator<VerifyTotp>
{
    public VerifyTotpValidator() =>
        RuleFor(command => command.Code).MustHoldTotpCode();
}
