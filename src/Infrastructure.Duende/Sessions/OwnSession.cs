using System.Security.Claims;
using CleanLogin.Application.Authorization;
using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.Sessions;
using Duende.IdentityModel;
using Duende.IdentityServer;
using Duende.IdentityServer.Services;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace CleanLogin.Infrastructure.Duende.Sessions;

/// <summary>
/// Shows this server's session to the engine. It is begun and ended through <see cref="IAuthorizationServer"/> alone, so what the engine
/// would write has no place here.
/// </summary>
internal sealed class OwnSession(BrowserSession session, IHttpContextAccessor http) : IUserSession
{
    public async Task<ClaimsPrincipal?> GetUserAsync()
    {
        var present = await session.GetAsync(http.HttpContext?.RequestAborted ?? CancellationToken.None);
        return present is null ? null : Principal(present);
    }

    public async Task<string?> GetSessionIdAsync() => await GetUserAsync() is null ? null : session.Reference;

    public Task<string> CreateSessionIdAsync(ClaimsPrincipal principal, AuthenticationProperties properties) =>
        throw new InvalidOperationException("Sessions are begun by the login, not by a sign-in of the engine's scheme.");

    // Nobody asks it: the check session endpoint is off.
    public Task EnsureSessionIdCookieAsync() => Task.CompletedTask;

    public Task RemoveSessionIdCookieAsync() => Task.CompletedTask;

    // No client has an address to be told of a logout.
    public Task AddClientIdAsync(string clientId) => Task.CompletedTask;

    public Task<IEnumerable<string>> GetClientListAsync() => Task.FromResult<IEnumerable<string>>([]);

    private static ClaimsPrincipal Principal(LoginSession present)
    {
        var user = new IdentityServerUser(present.User.Value)
        {
            DisplayName = present.DisplayName,
            IdentityProvider = IdentityServerConstants.LocalIdentityProvider,
            AuthenticationTime = present.AuthenticatedAt.UtcDateTime,
            AuthenticationMethods = [.. present.Methods.ToAmr()],
        };
        if (Acr.NameOf(present.Methods.Level) is { } level)
        {
            user.AdditionalClaims.Add(new Claim(JwtClaimTypes.AuthenticationContextClassReference, level));
        }

        return user.CreatePrincipal();
    }
}
