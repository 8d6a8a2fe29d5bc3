using CleanLogin.Application.Pipeline;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Authenticators;

namespace CleanLogin.Application.Tests;

/// <summary>Fields as somebody filled them in.</summary>
internal static class Typed
{
    public static SecretField<PlainPassword> Password(string? text) => new(text, PlainPassword.Parse);

    public static SecretField<TotpCode> Totp(string? text) => new(text, TotpCode.Parse);

    public static SecretField<RecoveryCode> Recovery(string? text) => new(text, RecoveryCode.Parse);

    public static SecretField<T> Holding<T>(T value)
        where T : class => new("typed", _ => value);
}
