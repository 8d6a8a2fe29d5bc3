namespace CleanLogin.Authsignal.Emulator.Api;

/// <summary>Holds an answer back by the real clock: a client's timeout does not listen to the emulated one.</summary>
internal static class FaultDelay
{
    public static async Task WaitAsync(TimeSpan delay, CancellationToken ct)
    {
        if (delay == TimeSpan.Zero)
        {
            return;
        }

        try
        {
            await Task.Delay(delay < TimeSpan.Zero ? Timeout.InfiniteTimeSpan : delay, ct);
        }
        catch (OperationCanceledException)
        {
            // The client has given up, which is what the delay was for.
        }
    }
}
