namespace CleanLogin.Infrastructure.Sessions;

/// <summary>How long a session lives: the AAL2 row of NIST SP 800-63B-4 §2.2.3 unless configured.</summary>
internal sealed class SessionOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Sessions";

    /// <summary>From login to the end, whatever happens. 24 hours.</summary>
    public TimeSpan AbsoluteLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>From the last use to the end. One hour.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromHours(1);
}
