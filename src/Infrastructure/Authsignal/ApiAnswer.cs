using System.Net;

namespace CleanLogin.Infrastructure.Authsignal;

/// <summary>What came back.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body of a success, if it could be read.</param>
/// <param name="ErrorCode">The code of an error, if it had one.</param>
internal sealed record ApiAnswer<T>(HttpStatusCode Status, T? Body, string? ErrorCode)
{
    /// <summary>Whether the service refused our key, or is not the tenant's region; it answers both alike.</summary>
    public bool IsKeyRefused => Status is HttpStatusCode.Unauthorized && ErrorCode is "unauthorized";

    /// <summary>Whether the service looked at what was sent and found fault with it.</summary>
    public bool IsRejection => (int)Status is >= 400 and < 500 && Status is not HttpStatusCode.TooManyRequests && !IsKeyRefused;
}
