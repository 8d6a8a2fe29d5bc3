using CleanLogin.Application.Ports;
using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Mfa.BeginTotpEnrolment;

/// <summary>An enrolment that is under way.</summary>
public abstract record BeginTotpEnrolmentOutcome
{
    private BeginTotpEnrolmentOutcome()
    {
    }

    /// <summary>An authenticator app can be set up with this.</summary>
    /// <param name="View">What the app is told.</param>
    /// <param name="Username">Whose app it will be.</param>
    /// <param name="Replaces">Whether it takes the place of those before: a recovery code was redeemed.</param>
    public sealed record Ready(TotpEnrolmentView View, string Username, bool Replaces) : BeginTotpEnrolmentOutcome;

    /// <summary>One was enrolled in this login already; its recovery codes are at hand.</summary>
    public sealed record Enrolled : BeginTotpEnrolmentOutcome;

    /// <summary>Nothing may be enrolled in this login. It has to begin again.</summary>
    public sealed record Denied(DenialReason Reason) : BeginTotpEnrolmentOutcome;

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<Ready, T> ready, Func<Enrolled, T> enrolled, Func<Denied, T> denied)
    {
        ArgumentNullException.ThrowIfNull(ready);
        ArgumentNullException.ThrowIfNull(enrolled);
        ArgumentNullException.ThrowIfNull(denied);
        return this switch
        {
            Ready r => ready(r),
            Enrolled e => enrolled(e),
            Denied d => denied(d),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
