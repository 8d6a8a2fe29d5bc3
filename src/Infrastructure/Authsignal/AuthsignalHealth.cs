namespace CleanLogin.Infrastructure.Authsignal;

/// <summary>What is known of the service. Shared by all requests.</summary>
internal sealed class AuthsignalHealth(AuthsignalTimings timings, TimeProvider time)
{
    private volatile bool _trackingFails;
    private volatile Seen? _probed;
    private volatile Seen? _down;

    /// <summary>Whether the last track call got no answer that could be trusted.</summary>
    public bool TrackingFails
    {
        get => _trackingFails;
        set => _trackingFails = value;
    }

    /// <summary>Whether it was found a moment ago that nobody gets an answer.</summary>
    public bool IsDown => IsRecent(_down);

    /// <summary>
    /// Whether the service answered when it was last asked; null where that was too long ago. Whoever tries passwords must not cause a call
    /// with each of them.
    /// </summary>
    public bool? Recall() => IsRecent(_probed) ? _probed?.Answers : null;

    /// <summary>Notes whether the service answers.</summary>
    public void Remember(bool answers) => _probed = new Seen(answers, time.GetTimestamp());

    /// <summary>Notes that nobody gets an answer.</summary>
    public void RememberDown() => _down = new Seen(Answers: false, time.GetTimestamp());

    private bool IsRecent(Seen? seen) => seen is not null && time.GetElapsedTime(seen.At) < timings.Break;

    private sealed record Seen(bool Answers, long At);
}
