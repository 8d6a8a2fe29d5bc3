namespace CleanLogin.Domain.Accounts;

/// <summary>
/// How many passwords strangers may get wrong from one <see cref="AddressBlock"/>, whatever names they try: so many at once, and after that
/// as many in an hour, evenly spread. It stops whoever tries one password with many names, which no count of a name notices.
/// </summary>
public sealed class AddressLimit
{
    /// <summary>Most failures that can be configured.</summary>
    public const int Most = 1_000_000;

    /// <summary>Failures in an hour unless configured.</summary>
    public const int Default = 100;

    /// <param name="failuresPerHour">From 0, which is no limit, to <see cref="Most"/>.</param>
    public AddressLimit(int failuresPerHour)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(failuresPerHour);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(failuresPerHour, Most);
        IsLimited = failuresPerHour > 0;
        Interval = IsLimited ? Window / failuresPerHour : TimeSpan.Zero;
    }

    /// <summary>The time over which a block that has used everything up gets all of it back.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromHours(1);

    /// <summary>Whether there is a limit.</summary>
    public bool IsLimited { get; }

    /// <summary>After so long one more failure is forgotten.</summary>
    public TimeSpan Interval { get; }

    /// <summary>How far ahead of the present a block's debt may reach before one more attempt: then the attempt fits into the window.</summary>
    public TimeSpan Tolerance => Window - Interval;
}
