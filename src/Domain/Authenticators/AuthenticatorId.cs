namespace CleanLogin.Domain.Authenticators;

/// <summary>Names one authenticator of one account.</summary>
public readonly record struct AuthenticatorId(Guid Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString("N");
}
