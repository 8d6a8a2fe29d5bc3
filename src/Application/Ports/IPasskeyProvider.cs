using CleanLogin.Domain.Mfa;

namespace CleanLogin.Application.Ports;

/// <summary>Passkeys, as the configured provider keeps them: signing in by one alone, and adding one.</summary>
public interface IPasskeyProvider
{
    /// <summary>How a browser is asked for a passkey. The same for every visitor.</summary>
    PasskeyOffer Offer { get; }

    /// <summary>
    /// What the provider says about the token that the browser got for using a passkey: who it was, and which use of it. Never throws
    /// because of what somebody sent, or because the provider is down. Not promised: that a token is told apart from one that was
    /// verified before; the use that the verdict names is the same then.
    /// </summary>
    Task<ChallengeVerdict> VerifyAsync(ChallengeToken token, CancellationToken ct);

    /// <summary>
    /// Lets an application's page add a passkey with the provider's script, by the evidence that it is them. Not promised: that one is added; what is there, the directory of
    /// authenticators says.
    /// </summary>
    Task<PasskeyEnrolmentStart> BeginEnrolmentAsync(PasskeyEnrolment enrolment, CancellationToken ct);
}
