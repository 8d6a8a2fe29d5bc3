namespace CleanLogin.Testing;

/// <summary>The times that tests speak of. No test reads the clock.</summary>
public static class Moments
{
    /// <summary>When things begin.</summary>
    public static DateTimeOffset Start { get; } = new(2031, 3, 14, 9, 26, 53, TimeSpan.Zero);

    /// <summary>How long a login may take in tests.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(10);

    /// <summary>So many seconds after the start.</summary>
    public static DateTimeOffset After(double seconds) => Start.AddSeconds(seconds);
}
