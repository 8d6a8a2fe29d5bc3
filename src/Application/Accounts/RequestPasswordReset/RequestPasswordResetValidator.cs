using CleanLogin.Domain.Accounts;
using FluentValidation;

namespace CleanLogin.Application.Accounts.RequestPasswordReset;

internal sealed class RequestPasswordResetValidator : AbstractValidator<RequestPasswordReset>
{
    public RequestPasswordResetValidator() => RuleFor(command => command.Name)
        .Cascade(CascadeMode.Stop)
        .Must(name => !string.IsNullOrWhiteSpace(name)).WithMessage("Enter your user name or your e-mail address.")
        .Must(name => Username.Parse(name) is not null).WithMessage("That is no user name and no e-mail address. Check what you typed.");
}
