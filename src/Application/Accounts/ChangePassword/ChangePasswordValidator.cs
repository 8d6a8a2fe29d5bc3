using CleanLogin.Application.Pipeline;
using CleanLogin.Domain.Accounts;
using FluentValidation;

namespace CleanLogin.Application.Accounts.ChangePassword;

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator()
    {
        RuleFor(command => command.Present).MustHoldSecret(
            whenEmpty: "Enter your present password.",
            whenMalformed: $"That is longer than any password here: {PlainPassword.MaxLength} characters are the most. Check what you pasted.");
        RuleFor(command => command.Fresh).MustHoldSecret(
            whenEmpty: "Choose a new password.",
            whenMalformed: $"A password has at most {PasswordPolicy.MaxLength} characters, and no broken ones. Check what you pasted.");
    }
}
