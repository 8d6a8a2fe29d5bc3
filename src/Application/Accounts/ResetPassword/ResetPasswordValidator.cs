using CleanLogin.Application.Pipeline;
using CleanLogin.Domain.Accounts;
using FluentValidation;

namespace CleanLogin.Application.Accounts.ResetPassword;

internal sealed class ResetPasswordValidator : AbstractValidator<ResetPassword>
{
    public ResetPasswordValidator() => RuleFor(command => command.Password).MustHoldSecret(
        whenEmpty: "Choose a new password.",
        whenMalformed: $"A password has at most {PasswordPolicy.MaxLength} characters, and no broken ones. Check what you pasted.");
}
