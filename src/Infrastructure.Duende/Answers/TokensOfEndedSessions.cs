using CleanLogin.Application.Ports;
using Duende.IdentityModel;
using Duende.IdentityServer.Validation;
using Microsoft.AspNetCore.Http;

namespace CleanLogin.Infrastructure.Duende.Answers;

/// <summary>Refuses codes and refresh tokens that stem from a session which its owner has ended.</summary>
internal sealed class TokensOfEndedSessions(ISessions sessions, IHttpContextAccessor http) : ICustomTokenRequestValidator
{
    public async Task ValidateAsync(CustomTokenRequestValidationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Result is { IsError: false, ValidatedRequest: { } request }
            && SessionReference.Parse(request.AuthorizationCode?.SessionId ?? request.RefreshToken?.SessionId) is { } session
            && await sessions.IsEndedAsync(session, http.HttpContext?.RequestAborted ?? CancellationToken.None))
        {
            context.Result.IsError = true;
            context.Result.Error = OidcConstants.TokenErrors.InvalidGrant;
        }
    }
}
