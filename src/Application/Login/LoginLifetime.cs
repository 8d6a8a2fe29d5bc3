namespace CleanLogin.Application.Login;

/// <summary>How long a login may take from the verified password to its end.</summary>
/// <param name="Value">Ten minutes unless configured: as long as codes out of band live (NIST SP 800-63B-4 §3.1.3).</param>
public sealed record LoginLifetime(TimeSpan Value)
{
    /// <summary>Ten minutes.</summary>
    public static LoginLifetime Default { get; } = new(TimeSpan.FromMinutes(10));
}
