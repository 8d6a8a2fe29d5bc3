using CleanLogin.Domain.Authenticators;
using FluentValidation;

namespace CleanLogin.Application.Passkeys.Rename;

internal sealed class RenamePasskeyValidator : AbstractValidator<RenamePasskey>
{
    public RenamePasskeyValidator() => RuleFor(command => command.Name)
        .Must(name => PasskeyName.Parse(name) is not null)
        .WithMessage($"Enter a name of at most {PasskeyName.MaxLength} characters.");
}
