using Microsoft.AspNetCore.Identity;

namespace CleanLogin.Infrastructure.Accounts;

/// <summary>An account as ASP.NET Core Identity stores it, with what a login needs beside it.</summary>
internal sealed class AccountRecord : IdentityUser
{
    /// <summary>What the person is called.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Whether the account may be used at all.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Logins from before this moment are over.</summary>
    public DateTimeOffset? SignedOutBefore { get; set; }

    /// <summary>Whether a new password has to be chosen before anything else.</summary>
    public bool IsPasswordDue { get; set; }

    /// <summary>When a new password took the place of the one before.</summary>
    public DateTimeOffset? PasswordReplacedAt { get; set; }

    /// <summary>When the person asked not to be invited to add a passkey any more.</summary>
    public DateTimeOffset? PasskeyInvitationDeclinedAt { get; set; }
}
