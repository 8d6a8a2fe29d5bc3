using System.Collections.Specialized;
using System.Security.Claims;
using Duende.IdentityModel;
using Duende.IdentityServer.Models;
using Duende.IdentityServer.Stores;
using Duende.IdentityServer.Validation;

namespace CleanLogin.Infrastructure.Duende.Sessions;

/// <summary>
/// Reads a logout request (OpenID Connect RP-Initiated Logout). The session that its ID token names goes along, so that a token of another
/// session proves nothing; and a client that only gives its id gets its person back after they were asked.
/// </summary>
internal sealed class EndSessionValidator(ITokenValidator tokens, IClientStore clients, IRedirectUriValidator uris) : IEndSessionRequestValidator
{
    public async Task<EndSessionValidationResult> ValidateAsync(NameValueCollection parameters, ClaimsPrincipal subject)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var request = new ValidatedEndSessionRequest { Raw = parameters, Subject = subject };
        var clientId = parameters["client_id"];
        var hint = await ReadHintAsync(parameters[OidcConstants.EndSessionRequest.IdTokenHint], clientId);
        request.SessionId = hint?.Claims?.FirstOrDefault(claim => claim.Type == JwtClaimTypes.SessionId)?.Value;
        if (await FindClientAsync(hint, clientId) is { } client)
        {
            request.SetClient(client);
            await SetWayBackAsync(request, client);
        }

        return new EndSessionValidationResult { ValidatedRequest = request, IsError = false };
    }

    // No client has an address to be told of a logout.
    public Task<EndSessionCallbackValidationResult> ValidateCallbackAsync(NameValueCollection parameters) =>
        Task.FromResult(new EndSessionCallbackValidationResult { IsError = true, Error = "There is nobody to notify." });

    // An ID token that has run out still says which session it came from; one that another client was given says nothing (§2).
    private async Task<TokenValidationResult?> ReadHintAsync(string? hint, string? clientId) =>
        !string.IsNullOrEmpty(hint)
        && await tokens.ValidateIdentityTokenAsync(hint, clientId, validateLifetime: false) is { IsError: false } read
            ? read
            : null;

    private async Task<Client?> FindClientAsync(TokenValidationResult? hint, string? clientId) =>
        hint?.Client ?? (string.IsNullOrEmpty(clientId) ? null : await clients.FindEnabledClientByIdAsync(clientId));

    private async Task SetWayBackAsync(ValidatedEndSessionRequest request, Client client)
    {
        if (request.Raw[OidcConstants.EndSessionRequest.PostLogoutRedirectUri] is { Length: > 0 } back
            && await uris.IsPostLogoutRedirectUriValidAsync(back, client))
        {
            request.PostLogOutUri = back;
            request.State = request.Raw[OidcConstants.EndSessionRequest.State];
        }
    }
}
