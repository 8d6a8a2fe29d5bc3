namespace CleanLogin.Domain.Mfa;

/// <summary>The permit to log in without a second step. Only <see cref="MfaPolicy"/> mints it.</summary>
public sealed class MfaNotRequired
{
    internal MfaNotRequired()
    {
    }
}
