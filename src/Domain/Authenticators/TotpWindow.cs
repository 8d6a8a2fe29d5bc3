namespace CleanLogin.Domain.Authenticators;

/// <summary>
/// Which time steps of a TOTP authenticator count at a moment: the current and the previous one, and none that is not newer than the
/// last accepted (RFC 6238 §5.2: a code is accepted once). Steps are 30 seconds since 1970.
/// </summary>
public static class TotpWindow
{
    /// <summary>Length of a step.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    /// <summary>The steps that may be accepted now, newest first.</summary>
    public static IReadOnlyList<long> StepsAt(DateTimeOffset now, long lastAcceptedStep)
    {
        var current = now.ToUnixTimeSeconds() / (long)Step.TotalSeconds;
        return [.. new[] { current, current - 1 }.Where(step => step > lastAcceptedStep)];
    }
}
