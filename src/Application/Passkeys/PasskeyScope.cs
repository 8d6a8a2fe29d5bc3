namespace CleanLogin.Application.Passkeys;

/// <summary>What an application's access token has to allow, so that it may ask about the passkeys of its people.</summary>
public static class PasskeyScope
{
    /// <summary>The scope, and the audience.</summary>
    public const string Name = "passkeys";
}
