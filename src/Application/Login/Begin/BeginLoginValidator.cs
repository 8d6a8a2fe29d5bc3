using CleanLogin.Domain.Accounts;
using FluentValidation;

namespace CleanLogin.Application.Login.Begin;

internal sealed class BeginLoginValidator : AbstractValidator<BeginLogin>
{
    public BeginLoginValidator()
    {
        RuleFor(command => command.Username)
            .Cascade(CascadeMode.Stop)
            .Must(name => !string.IsNullOrWhiteSpace(name)).WithMessage("Enter your user name.")
            .Must(name => Username.Parse(name) is not null)
            .WithMessage($"A user name has at most {Username.MaxLength} characters. Check what you typed.");
        RuleFor(command => command.Password)
            .NotNull().WithMessage($"Enter your password. It has at most {PlainPassword.MaxLength} characters.");
    }
}
