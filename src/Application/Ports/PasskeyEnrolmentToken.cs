namespace CleanLogin.Application.Ports;

/// <summary>Lets whoever holds it add a passkey to one account, for some minutes. A capability: for that person's browser alone.</summary>
public sealed class PasskeyEnrolmentToken(string value)
{
    /// <summary>The value, for the answer to the application that asked.</summary>
    public string Reveal() => value;

    /// <summary>Redacted.</summary>
    public override string ToString() => nameof(PasskeyEnrolmentToken);
}
