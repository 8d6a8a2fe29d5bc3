using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.Protocol;
using CleanLogin.Infrastructure.Sessions;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>The authorization endpoint, after the engine has checked the request.</summary>
internal sealed class AuthorizeEndpoint(
    Interactions interactions,
    AuthorizationContexts contexts,
    IInteractionPolicy policy,
    BrowserSession session,
    Principals principals,
    OpenIddictAuthorizationServer server)
{
    private static readonly string[] Scheme = [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme];

    public async Task<IResult> HandleAsync(HttpContext http, CancellationToken ct)
    {
        // Not to be told to the client: it is unknown, or the address of the answer is not its own (RFC 6749 §4.1.2.1).
        if (http.GetOpenIddictServerResponse() is { Error: { } error } response)
        {
            return Results.Redirect(server.ErrorPage(new ProtocolError(error, response.ErrorDescription)));
        }

        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("The engine has no request.");
        var interaction = interactions.FindCurrent();
        if (interaction is { Denial: { } denial })
        {
            interactions.End(interaction);
            return Refuse(denial);
        }

        var context = interaction?.Context ?? await contexts.ReadAsync(request, ct);
        var present = await session.GetAsync(ct);
        if (present is not null && await IsForSomebodyElseAsync(http, request, present))
        {
            if (present.AuthenticatedAt >= context.BeganAt)
            {
                // Another person has just signed in for this request: asking once more would go in a circle.
                return Refuse(AuthorizationDenial.LoginRequired);
            }

            present = null;
        }

        var requirement = await policy.EvaluateAsync(context, present, ct);
        return await requirement.Match(
            _ => ProceedAsync(request, present!, interaction, ct),
            _ => Task.FromResult(Authenticate(interaction ?? interactions.Begin(context))),
            refused => Task.FromResult(Refuse(refused.Denial)));
    }

    // The client names the person it means (OpenID Connect Core §3.1.2.1, id_token_hint): nobody else may answer for them.
    private static async Task<bool> IsForSomebodyElseAsync(HttpContext http, OpenIddictRequest request, LoginSession present) =>
        !string.IsNullOrEmpty(request.IdTokenHint)
        && (await http.AuthenticateAsync(Scheme[0])).Principal?.GetClaim(Claims.Subject) is { } meant
        && !string.Equals(meant, present.User.Value, StringComparison.Ordinal);

    private async Task<IResult> ProceedAsync(
        OpenIddictRequest request, LoginSession present, Interaction? interaction, CancellationToken ct)
    {
        if (interaction is not null)
        {
            interactions.End(interaction);
        }

        return await principals.ForSessionAsync(present, session.Reference, request, ct) is { } principal
            ? Results.SignIn(principal, authenticationScheme: Scheme[0])
            : Refuse(AuthorizationDenial.AccessDenied);
    }

    private static IResult Authenticate(Interaction interaction) =>
        Results.Redirect(ProtocolPaths.LoginPage(interaction));

    private static IResult Refuse(AuthorizationDenial denial)
    {
        var (code, description) = denial switch
        {
            AuthorizationDenial.AccessDenied => (Errors.AccessDenied, "The sign-in was cancelled, or the account may not be used."),
            AuthorizationDenial.LoginRequired => (Errors.LoginRequired, "The person has to sign in."),
            AuthorizationDenial.UnmetAuthenticationRequirements =>
                ("unmet_authentication_requirements", "The level asked for by acr_values cannot be reached."),
        };
        return Results.Forbid(
            new AuthenticationProperties(new Dictionary<string, string?>
            {
                [OpenIddictServerAspNetCoreConstants.Properties.Error] = code,
                [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
            }),
            Scheme);
    }
}
