using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;

namespace CleanLogin.Application.Ports;

/// <summary>One authenticator of a person.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Method">What it proves; null where this version does not know its kind, which proves nothing.</param>
/// <param name="Label">What tells it from others of its kind, such as a device or a masked address, if anything.</param>
/// <param name="EnrolledAt">Since when it is there.</param>
/// <param name="LastUsedAt">When it was last used, if that is known.</param>
public sealed record EnrolledAuthenticator(
    AuthenticatorId Id, AuthenticationMethod? Method, string? Label, DateTimeOffset EnrolledAt, DateTimeOffset? LastUsedAt)
{
    /// <summary>Whether it counts as a second factor. A mailbox does not.</summary>
    public bool IsFactor => Method is { Factors.Count: > 0 };

    /// <summary>Whether the person may give it another name here.</summary>
    public bool MayBeRenamed { get; init; }

    /// <summary>Whether it can sign in by itself.</summary>
    public bool IsPasskey => Method is { SignsInAlone: true };
}
