namespace CleanLogin.Domain.Accounts;

/// <summary>
/// How often a credential may be tried: a few failures are free, then pauses grow from 30 seconds to an hour, and at 100 failures in
/// a row the credential is out of use (NIST SP 800-63B-4 §3.2.2). A success starts anew.
/// </summary>
/// <remarks>
/// The store charges an attempt before it is checked, by one atomic statement built from <see cref="PauseAfter"/>, so that parallel
/// guesses cannot slip past the count.
/// </remarks>
public static class AttemptLimit
{
    /// <summary>Failures in a row that cost no pause.</summary>
    public const int FreeFailures = 4;

    /// <summary>Failures in a row after which the credential is out of use.</summary>
    public const int MaxFailures = 100;

    /// <summary>
    /// Failures in a row in one browser that the owner has used before, after which it is a stranger's like any other. Few: strangers have
    /// a count of their own, so these come from the owner or from whoever sits at the owner's browser.
    /// </summary>
    public const int MaxFailuresOfKnownDevice = 10;

    /// <summary>
    /// After so long without an attempt the pauses start anew; the failures still count towards <see cref="MaxFailures"/>. So long that
    /// nobody guesses faster by waiting for it: at the longest pause there is one attempt an hour anyway.
    /// </summary>
    public static TimeSpan Silence { get; } = TimeSpan.FromDays(1);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>
    /// What is left of a longer row of failures when the owner signs in elsewhere: the row is broken, so the hundred starts anew, and the
    /// pauses stay as long as they were.
    /// </summary>
    public static int FailuresAfterSuccessElsewhere { get; } =
        Enumerable.Range(0, MaxFailures).First(failures => PauseAfter(failures) == LongestPause);

    /// <summary>How long to wait after so many failures in a row before the next attempt counts.</summary>
    public static TimeSpan PauseAfter(int failures)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(failures);
        if (failures <= FreeFailures)
        {
            return TimeSpan.Zero;
        }

        var doublings = Math.Min(failures - FreeFailures - 1, 16);
        var pause = FirstPause * Math.Pow(2, doublings);
        return pause < LongestPause ? pause : LongestPause;
    }
}
