namespace CleanLogin.Authsignal.Emulator.Wire;

/// <summary>What a token may do to its user's authenticators. Several stand in one string, with spaces between.</summary>
public static class Scopes
{
    public const string ReadAuthenticators = "read:authenticators";
    public const string AddAuthenticators = "add:authenticators";
    public const string UpdateAuthenticators = "update:authenticators";
    public const string RemoveAuthenticators = "remove:authenticators";

    internal static readonly string[] All = [ReadAuthenticators, AddAuthenticators, UpdateAuthenticators, RemoveAuthenticators];
}
