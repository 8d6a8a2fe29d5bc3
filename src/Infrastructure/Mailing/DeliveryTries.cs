namespace CleanLogin.Infrastructure.Mailing;

/// <summary>When a mail that could not be delivered is tried again: after a minute, then twice as long each time, at the most an hour.</summary>
internal static class DeliveryTries
{
    /// <summary>How long one try may take. Less than the shortest pause, so that no two tries of one mail run at once.</summary>
    public static readonly TimeSpan LongestTry = TimeSpan.FromSeconds(45);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    public static TimeSpan PauseAfter(int attempts)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(attempts - 1, 16));
        return pause < LongestPause ? pause : LongestPause;
    }
}
