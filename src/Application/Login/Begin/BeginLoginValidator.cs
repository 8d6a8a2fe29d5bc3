using CleanLogin.Application.Pipeline;
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
            .Must(name => name!.Trim().Length <= Username.MaxLength)
            .WithMessage($"A user name has at most {Username.MaxLength} characters. Check what you typed.")
            .Must(name => Username.Parse(name) is not null)
            .WithMessage("That user name holds characters that no name has, such as line breaks. Type it by hand instead of pasting it.");
        RuleFor(command => command.Password).MustHoldSecret(
            whenEmpty: "Enter your password.",
            whenMalformed: $"That is longer than any password here: {PlainPassword.MaxLength} characters are the most. Check what you pasted.");
    }
}
