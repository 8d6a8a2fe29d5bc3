using System.Net;

namespace CleanLogin.Application.Ports;

/// <summary>A browser in which a person is signed in.</summary>
/// <param name="Reference">Names the session.</param>
/// <param name="IsThisOne">Whether it is the browser that asks.</param>
/// <param name="UserAgent">What the browser called itself at the login; null where it said nothing.</param>
/// <param name="Address">Where the login came from, as far as the server could tell.</param>
/// <param name="AuthenticatedAt">When the person signed in.</param>
/// <param name="LastSeenAt">When it was last used; kept to the minute.</param>
public sealed record SignedInBrowser(
    SessionReference Reference,
    bool IsThisOne,
    string? UserAgent,
    IPAddress? Address,
    DateTimeOffset AuthenticatedAt,
    DateTimeOffset LastSeenAt);
