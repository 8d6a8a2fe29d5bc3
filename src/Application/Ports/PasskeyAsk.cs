using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Ports;

/// <summary>What a browser is asked for a passkey for. What was made for one is no answer to another.</summary>
public abstract record PasskeyAsk
{
    private PasskeyAsk()
    {
    }

    /// <summary>To sign in, whoever it is.</summary>
    public sealed record SignIn : PasskeyAsk;

    /// <summary>As the second step of one login of one person.</summary>
    public sealed record SecondStep(LoginTransactionId Transaction, UserId User) : PasskeyAsk;

    /// <summary>Handles both cases.</summary>
    public T Match<T>(Func<SignIn, T> signIn, Func<SecondStep, T> secondStep)
    {
        ArgumentNullException.ThrowIfNull(signIn);
        ArgumentNullException.ThrowIfNull(secondStep);
        return this switch
        {
            SignIn s => signIn(s),
            SecondStep s => secondStep(s),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
