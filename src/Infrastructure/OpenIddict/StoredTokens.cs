using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>
/// Which tokens get a row: those that this server exchanges, and so has to know whether they were used. Access and ID tokens are read by
/// others, who ask for no row, docs/adr/0019.
/// </summary>
internal static class StoredTokens
{
    /// <summary>An access token is told by the authorization that it names, since it has no row that would name it.</summary>
    public static OpenIddictServerHandlerDescriptor AuthorizationOfAccessTokens { get; } = OpenIddictServerHandlerDescriptor
        .CreateBuilder<OpenIddictServerEvents.ValidateTokenContext>()
        .UseInlineHandler(context =>
        {
            if (context.Principal is { } token && token.HasTokenType(TokenTypeIdentifiers.AccessToken))
            {
                context.AuthorizationId ??= token.GetAuthorizationId();
            }

            return ValueTask.CompletedTask;
        })
        .SetOrder(OpenIddictServerHandlers.Protection.ValidateAuthorizationEntry.Descriptor.Order - 1)
        .Build();

    /// <summary>None for access and ID tokens.</summary>
    public static OpenIddictServerHandlerDescriptor Rule { get; } = OpenIddictServerHandlerDescriptor
        .CreateBuilder<OpenIddictServerEvents.GenerateTokenContext>()
        .UseInlineHandler(context =>
        {
            if (context.TokenType is TokenTypeIdentifiers.AccessToken or TokenTypeIdentifiers.IdentityToken)
            {
                context.CreateTokenEntry = false;
            }

            // Names of rows are for this server alone: an access token is looked up by its authorization's, an ID token by none.
            if (context.TokenType is TokenTypeIdentifiers.IdentityToken)
            {
                context.Principal.SetAuthorizationId(null);
            }

            return ValueTask.CompletedTask;
        })
        .SetOrder(OpenIddictServerHandlers.Protection.CreateTokenEntry.Descriptor.Order - 1)
        .Build();
}
