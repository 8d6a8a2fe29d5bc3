namespace CleanLogin.Infrastructure.Authsignal;

/// <summary>A call of the server API, as it is told to logs, traces and measurements.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Method">Its HTTP method.</param>
/// <param name="Template">Its path, with names for what differs: paths hold people's ids.</param>
internal sealed record AuthsignalCall(string Name, string Method, string Template)
{
    public static AuthsignalCall Track { get; } = new("track", "POST", "/users/{userId}/actions/{action}");

    public static AuthsignalCall TrackSettings { get; } = new("track_settings", "POST", "/users/{userId}/actions/{action}");

    public static AuthsignalCall TrackPasskey { get; } = new("track_passkey", "POST", "/users/{userId}/actions/{action}");

    public static AuthsignalCall ListAuthenticators { get; } = new("list_authenticators", "GET", "/users/{userId}/authenticators");

    public static AuthsignalCall EnrolEmail { get; } = new("enrol_email", "POST", "/users/{userId}/authenticators");

    public static AuthsignalCall RemoveAuthenticator { get; } =
        new("remove_authenticator", "DELETE", "/users/{userId}/authenticators/{userAuthenticatorId}");

    public static AuthsignalCall Validate { get; } = new("validate", "POST", "/validate");

    public static AuthsignalCall ValidatePasskey { get; } = new("validate_passkey", "POST", "/validate");

    public static AuthsignalCall Probe { get; } = new("probe", "GET", "/users/{userId}");
}
