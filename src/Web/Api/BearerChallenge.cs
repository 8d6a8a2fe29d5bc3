using System.Globalization;
using CleanLogin.Application.Authorization;
using CleanLogin.Domain.Assurance;

namespace CleanLogin.Web.Api;

/// <summary>Says to an application why its access token is not enough, and what would be (RFC 6750 §3, RFC 9470 §3).</summary>
internal abstract class BearerChallenge(int status, string challenge) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        httpContext.Response.StatusCode = status;
        httpContext.Response.Headers.WWWAuthenticate = "Bearer " + challenge;
        return Task.CompletedTask;
    }

    internal sealed class InvalidToken() : BearerChallenge(StatusCodes.Status401Unauthorized, "error=\"invalid_token\"");

    internal sealed class InsufficientScope(string scope)
        : BearerChallenge(StatusCodes.Status403Forbidden, $"error=\"insufficient_scope\", scope=\"{scope}\"");

    internal sealed class InsufficientAuthentication(AssuranceLevel level, TimeSpan maxAge) : BearerChallenge(
        StatusCodes.Status401Unauthorized,
        string.Create(
            CultureInfo.InvariantCulture,
            $"error=\"insufficient_user_authentication\", acr_values=\"{Acr.NameOf(level)}\", max_age=\"{maxAge.TotalSeconds:0}\""));
}
