using FluentValidation;

namespace CleanLogin.Application.Pipeline;

internal static class FieldRules
{
    /// <summary>The field is filled in, and with a secret of that kind: one fault at a time, each with its own text.</summary>
    public static IRuleBuilderOptions<TCommand, SecretField<TSecret>> MustHoldSecret<TCommand, TSecret>(
        this IRuleBuilderInitial<TCommand, SecretField<TSecret>> rule, string whenEmpty, string whenMalformed)
        where TSecret : class =>
        rule.Cascade(CascadeMode.Stop)
            .Must(field => !field.IsEmpty).WithMessage(whenEmpty)
            .Must(field => field.Value is not null).WithMessage(whenMalformed);
}
