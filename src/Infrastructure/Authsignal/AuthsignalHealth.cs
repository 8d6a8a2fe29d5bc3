namespace CleanLogin.Infrastructure.Authsignal;

/// <summary>Whether the last login could be tracked. Shared by all requests.</summary>
internal sealed class AuthsignalHealth
{
    private volatile bool _trackingFails;

    /// <summary>Whether the last track call got no answer that could be trusted.</summary>
    public bool TrackingFails
    {
        get => _trackingFails;
        set => _trackingFails = value;
    }
}
