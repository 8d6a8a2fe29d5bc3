using CleanLogin.Application.Pipeline;
using CleanLogin.Domain.Authenticators;
using FluentValidation;

namespace CleanLogin.Application.Mfa;

internal static class CodeRules
{
    /// <summary>A code of an authenticator app.</summary>
    public static IRuleBuilderOptions<TCommand, SecretField<TotpCode>> MustHoldTotpCode<TCommand>(
        this IRuleBuilderInitial<TCommand, SecretField<TotpCode>> rule) =>
        rule.MustHoldSecret(
            whenEmpty: "Enter the six digits that your authenticator app shows.",
            whenMalformed: "A code is six digits and nothing else. Enter the one that your authenticator app shows.");
}
