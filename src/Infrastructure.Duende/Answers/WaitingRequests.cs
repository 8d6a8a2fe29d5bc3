using System.Globalization;
using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.Protocol;
using Duende.IdentityModel;
using Duende.IdentityServer.Validation;

namespace CleanLogin.Infrastructure.Duende.Answers;

/// <summary>The engine's request in the port's words, and what this server keeps of it while it waits for a login.</summary>
internal sealed class WaitingRequests(Interactions interactions, TimeProvider time)
{
    /// <summary>The request at hand: as it first came in, where it has waited.</summary>
    public AuthorizationContext Read(ValidatedAuthorizeRequest request) => interactions.FindCurrent()?.Context ?? Translate(request);

    /// <summary>Keeps it until there is a login.</summary>
    public Interaction Wait(ValidatedAuthorizeRequest request) => interactions.FindCurrent() ?? interactions.Begin(Translate(request));

    /// <summary>How it is to be refused, if a person said no; after this it waits no more.</summary>
    public AuthorizationDenial? TakeDenial()
    {
        if (interactions.FindCurrent() is not { Denial: { } denial } interaction)
        {
            return null;
        }

        interactions.End(interaction);
        return denial;
    }

    /// <summary>It is answered: opening its return URL again begins anew.</summary>
    public void End()
    {
        if (interactions.FindCurrent() is { } interaction)
        {
            interactions.End(interaction);
        }
    }

    private AuthorizationContext Translate(ValidatedAuthorizeRequest request) => new CheckedRequest
    {
        ClientId = request.ClientId,
        ClientName = request.Client.ClientName,
        RedirectUri = request.RedirectUri,
        Scopes = request.RequestedScopes,
        AcrValues = request.AuthenticationContextReferenceClasses ?? [],
        Prompts = request.OriginalPromptModes,
        LoginHint = request.LoginHint,
        MaxAge = MaxAgeOf(request),
        UiLocales = request.UiLocales,
    }.ToContext(time.GetUtcNow());

    // As the client wrote it, and the engine has checked it: its own value is gone once the browser adds suppressed_max_age, to a pushed
    // request too.
    private static int? MaxAgeOf(ValidatedAuthorizeRequest request) =>
        int.TryParse(request.Raw[OidcConstants.AuthorizeRequest.MaxAge], CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
}
