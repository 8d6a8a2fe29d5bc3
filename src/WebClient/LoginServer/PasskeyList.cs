namespace CleanLogin.WebClient.LoginServer;

/// <summary>The passkeys of a person, and whose they are.</summary>
internal sealed record PasskeyList(Uri Api, string Tenant, IReadOnlyList<PasskeyEntry> Passkeys);

/// <summary>One passkey.</summary>
internal sealed record PasskeyEntry(string? Label, DateTimeOffset AddedAt, DateTimeOffset? LastUsedAt);

/// <summary>Whether a passkey is there that was not known before.</summary>
internal sealed record PasskeyCompletion(bool Added);

/// <summary>What a browser needs to add a passkey. The token is a capability: for that person's browser alone.</summary>
internal sealed record PasskeyEnrolment(Uri Api, string Tenant, string Token)
{
    public override string ToString() => nameof(PasskeyEnrolment);
}
