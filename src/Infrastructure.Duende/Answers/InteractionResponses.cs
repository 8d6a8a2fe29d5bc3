using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.Sessions;
using Duende.IdentityModel;
using Duende.IdentityServer.Models;
using Duende.IdentityServer.ResponseHandling;
using Duende.IdentityServer.Validation;
using Microsoft.AspNetCore.Http;

namespace CleanLogin.Infrastructure.Duende.Answers;

/// <summary>
/// Has this server's policy decide on every pass, in the place of the engine's own rules: those skip <c>prompt=login</c> when the return
/// URL is opened again, know no levels, and let a disabled account sign in to be refused later.
/// </summary>
internal sealed class InteractionResponses(
    WaitingRequests waiting, BrowserSession session, IInteractionPolicy policy, ITokenValidator tokens, IHttpContextAccessor http)
    : IAuthorizeInteractionResponseGenerator
{
    private static readonly InteractionResponse Proceed = new();

    public async Task<InteractionResponse> ProcessInteractionAsync(ValidatedAuthorizeRequest request, ConsentResponse? consent = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        var ct = http.HttpContext?.RequestAborted ?? CancellationToken.None;
        if (waiting.TakeDenial() is { } denial)
        {
            return Refuse(denial);
        }

        var context = waiting.Read(request);
        var present = await session.GetAsync(ct);
        if (present is not null && await IsForSomebodyElseAsync(request, present))
        {
            if (present.AuthenticatedAt >= context.BeganAt)
            {
                // Another person has just signed in for this request: asking once more would go in a circle.
                return Refuse(AuthorizationDenial.LoginRequired);
            }

            present = null;
        }

        var requirement = await policy.EvaluateAsync(context, present, ct);
        return requirement.Match(
            _ => Answer(),
            _ => new InteractionResponse { IsLogin = true },
            refused => Refuse(refused.Denial));
    }

    // The client names the person it means (OpenID Connect Core §3.1.2.1, id_token_hint): nobody else may answer for them.
    private async Task<bool> IsForSomebodyElseAsync(ValidatedAuthorizeRequest request, LoginSession present) =>
        request.Raw[OidcConstants.AuthorizeRequest.IdTokenHint] is { Length: > 0 } hint
        && await tokens.ValidateIdentityTokenAsync(hint, request.ClientId, validateLifetime: false) is { IsError: false, Claims: { } claims }
        && !claims.Any(claim => claim.Type == JwtClaimTypes.Subject && string.Equals(claim.Value, present.User.Value, StringComparison.Ordinal));

    private InteractionResponse Answer()
    {
        waiting.End();
        return Proceed;
    }

    private static InteractionResponse Refuse(AuthorizationDenial denial)
    {
        var (code, description) = denial switch
        {
            AuthorizationDenial.AccessDenied =>
                (OidcConstants.AuthorizeErrors.AccessDenied, "The sign-in was cancelled, or the account may not be used."),
            AuthorizationDenial.LoginRequired => (OidcConstants.AuthorizeErrors.LoginRequired, "The person has to sign in."),
            AuthorizationDenial.UnmetAuthenticationRequirements =>
                (OidcConstants.AuthorizeErrors.UnmetAuthenticationRequirements, "The level asked for by acr_values cannot be reached."),
        };
        return new InteractionResponse { Error = code, ErrorDescription = description };
    }
}
