using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Authenticators;
using Microsoft.AspNetCore.Identity;

namespace CleanLogin.Infrastructure.BuiltInMfa.Passkeys;

/// <summary>A passkey as ASP.NET Core Identity stores it, with what a person wants to know beside it.</summary>
internal sealed class PasskeyRecord : IdentityUserPasskey<string>
{
    /// <summary>When it last proved anything here.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>Its name here. A credential id may be longer than a name, and goes to nobody but its owner's browser.</summary>
    public AuthenticatorId Name => PasskeyNames.Of(CredentialId);

    /// <summary>A passkey that was just made.</summary>
    public static PasskeyRecord Of(UserPasskeyInfo passkey, UserId owner, DateTimeOffset now) => new()
    {
        CredentialId = passkey.CredentialId,
        UserId = owner.Value,
        Data = new IdentityPasskeyData
        {
            Name = PasskeyProviders.NameOf(passkey.AttestationObject),
            PublicKey = passkey.PublicKey,
            CreatedAt = now,
            SignCount = passkey.SignCount,
            Transports = passkey.Transports,
            IsUserVerified = passkey.IsUserVerified,
            IsBackupEligible = passkey.IsBackupEligible,
            IsBackedUp = passkey.IsBackedUp,
            AttestationObject = passkey.AttestationObject,
            ClientDataJson = passkey.ClientDataJson,
        },
    };
}
