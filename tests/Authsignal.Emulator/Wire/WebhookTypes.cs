namespace CleanLogin.Authsignal.Emulator.Wire;

/// <summary>Kinds of events. Clients have to expect others.</summary>
public static class WebhookTypes
{
    public const string AuthenticatorCreated = "authenticator.created";
    public const string AuthenticatorUpdated = "authenticator.updated";
    public const string AuthenticatorDeleted = "authenticator.deleted";

    internal static readonly string[] Authenticators = [AuthenticatorCreated, AuthenticatorUpdated, AuthenticatorDeleted];
}
