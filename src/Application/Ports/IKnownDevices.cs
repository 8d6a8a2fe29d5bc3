using CleanLogin.Domain.Accounts;

namespace CleanLogin.Application.Ports;

/// <summary>
/// Browsers in which a person has signed in before. A known device has its own count of attempts, so that strangers who guess cannot
/// keep the owner out. It spares nobody a step: the same password and the same second step are asked for.
/// </summary>
public interface IKnownDevices
{
    /// <summary>The browser at hand, if this person has signed in with it in the last <see cref="Memory"/>; otherwise null.</summary>
    KnownDevice? Recognise(UserId user);

    /// <summary>Remembers the browser at hand, after this person has shown who they are. A browser may be known to several people.</summary>
    void Remember(UserId user);

    /// <summary>How long a browser is remembered after the last time: half a year.</summary>
    static TimeSpan Memory { get; } = TimeSpan.FromDays(180);
}
