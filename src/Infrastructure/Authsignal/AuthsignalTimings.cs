namespace CleanLogin.Infrastructure.Authsignal;

/// <summary>How long a person is kept waiting for the service.</summary>
/// <param name="WholeCall">All tries of a call and the pauses between them.</param>
/// <param name="OneTry">One try, to the last byte of its answer.</param>
/// <param name="Pause">Before the first retry; the next one doubles it. Jittered.</param>
/// <param name="LongestRetryAfter">A longer wish of the service (RFC 9110 §10.2.3) is not waited for: the answer stands.</param>
internal sealed record AuthsignalTimings(TimeSpan WholeCall, TimeSpan OneTry, TimeSpan Pause, TimeSpan LongestRetryAfter)
{
    /// <summary>Up to three tries, and ten seconds in all: seven for the call and three to find out whether the service is down.</summary>
    public static AuthsignalTimings Default { get; } =
        new(TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(3));

    /// <summary>How long the service is left alone after it has failed again and again.</summary>
    public TimeSpan Break { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The question whether the service is down; it is asked once.</summary>
    public TimeSpan Probe => OneTry;
}
