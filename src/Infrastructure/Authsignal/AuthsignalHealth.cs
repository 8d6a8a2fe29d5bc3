namespace CleanLogin.Infrastructure.Authsignal;

/// <summary>What is known of the service. Shared by all requests.</summary>
internal sealed class AuthsignalHealth(AuthsignalTimings timings, TimeProvider time)
{
    private readonly Lock _gate = new();
    private volatile bool _trackingFails;
    private volatile Seen? _probed;
    private volatile Seen? _down;
    private Task<bool>? _asking;

    /// <summary>Whether the last track call got no answer that could be trusted.</summary>
    public bool TrackingFails
    {
        get => _trackingFails;
        set => _trackingFails = value;
    }

    /// <summary>Whether it was found a moment ago that nobody gets an answer.</summary>
    public bool IsDown => IsRecent(_down);

    /// <summary>
    /// Whether the service answers: as it did a moment ago, or as is found out now, by one question for all who wait. Whoever tries passwords
    /// must not cause a call with each of them.
    /// </summary>
    /// <param name="ask">Finds out. It ends by itself: whoever came first may leave before the others have their answer.</param>
    /// <param name="ct">Ends the waiting of this caller, not the question.</param>
    public Task<bool> AnswersAsync(Func<Task<bool>> ask, CancellationToken ct)
    {
        lock (_gate)
        {
            if (_probed is { } seen && IsRecent(seen))
            {
                return Task.FromResult(seen.Answers);
            }

            if (_asking is null or { IsCompleted: true })
            {
                _asking = Task.Run(() => AskAsync(ask), CancellationToken.None);
            }

            return _asking.WaitAsync(ct);
        }
    }

    /// <summary>Notes that nobody gets an answer.</summary>
    public void RememberDown() => _down = new Seen(Answers: false, time.GetTimestamp());

    private async Task<bool> AskAsync(Func<Task<bool>> ask)
    {
        var answers = await ask();
        _probed = new Seen(answers, time.GetTimestamp());
        return answers;
    }

    private bool IsRecent(Seen? seen) => seen is not null && time.GetElapsedTime(seen.At) < timings.Break;

    private sealed record Seen(bool Answers, long At);
}
