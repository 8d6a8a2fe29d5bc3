using FluentValidation;

namespace CleanLogin.Application.Mfa.ConfirmTotpEnrolment;

internal sealed class ConfirmTotpEnrolmentValidator : AbstractValidator<ConfirmTotpEnrolment>
{
    public ConfirmTotpEnrolmentValidator() =>
        RuleFor(command => command.Code).MustHoldTotpCode();
}
