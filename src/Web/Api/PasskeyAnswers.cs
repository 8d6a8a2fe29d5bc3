namespace CleanLogin.Web.Api;

/// <summary>The passkeys of a person, and where one can be added.</summary>
/// <param name="Api">Where the script of whoever keeps them makes its calls.</param>
/// <param name="Tenant">Whose passkeys.</param>
/// <param name="Passkeys">Oldest first.</param>
internal sealed record PasskeyList(Uri Api, string Tenant, IReadOnlyList<PasskeyEntry> Passkeys);

/// <summary>One passkey.</summary>
internal sealed record PasskeyEntry(string? Label, DateTimeOffset AddedAt, DateTimeOffset? LastUsedAt);

/// <summary>What a browser needs to add one. The token is a capability: for that person's browser alone.</summary>
internal sealed record PasskeyEnrolmentAnswer(Uri Api, string Tenant, string Token)
{
    /// <summary>Without the token.</summary>
    public override string ToString() => nameof(PasskeyEnrolmentAnswer);
}

/// <summary>Whether a passkey is there that was not known before.</summary>
internal sealed record PasskeyCompletion(bool Added);
