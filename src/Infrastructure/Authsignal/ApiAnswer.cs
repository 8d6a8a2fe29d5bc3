using System.Net;

namespace CleanLogin.Infrastructure.Authsignal;

/// <summary>What came back.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body of a success, if it could be read.</param>
/// <param name="ErrorCode">The code of an error, if it had one. Foreign text: not to be logged as it is.</param>
internal sealed record ApiAnswer<T>(HttpStatusCode Status, T? Body, string? ErrorCode)
{
    /// <summary>Whether the service refused our key, or is not the tenant's region; it answers both alike.</summary>
    public bool IsKeyRefused =>
        Status is HttpStatusCode.Forbidden || (Status is HttpStatusCode.Unauthorized && (ErrorCode is null or "unauthorized"));

    /// <summary>Whether the service, or what is in front of it, says that it cannot answer anybody.</summary>
    public bool IsFailure => Status >= HttpStatusCode.InternalServerError;

    /// <summary>Whether it was done, whatever the body says.</summary>
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>Whether the service does not know what was named. Without a code it was not the service that spoke.</summary>
    public bool IsUnknown => Status is HttpStatusCode.NotFound && ErrorCode is not null;

    /// <summary>
    /// Whether the service looked at what was sent and found fault with it. Without a code it was not the service that spoke, but
    /// something in front of it.
    /// </summary>
    public bool IsRejection =>
        ErrorCode is not null
        && !IsKeyRefused
        && (Status is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.UnprocessableEntity);
}
