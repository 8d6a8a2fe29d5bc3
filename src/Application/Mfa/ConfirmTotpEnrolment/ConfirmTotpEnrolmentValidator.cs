using FluentValidation;

namespace CleanLogin.Application.Mfa.ConfirmTotpEnrolment;

internal sealed class ConfirmTotpEnrolmentValidator : AbstractValidator<ConfirmTotpEnrolment>
{
    public ConfirmTotpEnrolmentValidator() =>
        RuleFor(command => command.Code).NotNull().WithMessage("Enter the six digits that your authenticator app shows.");
}
