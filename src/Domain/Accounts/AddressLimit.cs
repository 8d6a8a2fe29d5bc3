namespace CleanLogin.Domain.Accounts;

/// <summary>
/// How often strangers may do one thing from one <see cref="AddressBlock"/>, whatever names they type: so often at once, and after that as
/// often in an hour, evenly spread. It stops whoever does it to many names, which no count of a name notices.
/// </summary>
public sealed class AddressLimit
{
    /// <summary>Most that can be configured.</summary>
    public const int Most = 1_000_000;

    /// <summary>Wrong passwords in an hour unless configured.</summary>
    public const int DefaultWrongPasswords = 100;

    /// <summary>Mails in an hour unless configured.</summary>
    public const int DefaultMails = 30;

    /// <param name="perHour">From 0, which is no limit, to <see cref="Most"/>.</param>
    public AddressLimit(int perHour)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(perHour);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(perHour, Most);
        IsLimited = perHour > 0;
        Interval = IsLimited ? Window / perHour : TimeSpan.Zero;
    }

    /// <summary>The time over which a block that has used everything up gets all of it back.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromHours(1);

    /// <summary>Whether there is a limit.</summary>
    public bool IsLimited { get; }

    /// <summary>After so long one more is forgotten.</summary>
    public TimeSpan Interval { get; }

    /// <summary>How far ahead of the present a block's debt may reach before one more attempt: then the attempt fits into the window.</summary>
    public TimeSpan Tolerance => Window - Interval;
}
