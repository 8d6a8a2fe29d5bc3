using CleanLogin.Application.Ports;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>
/// Introspection (RFC 7662) tells of a person's token what userinfo would: nothing, once the account or the login that it stems from does
/// not count any more. A service's token stems from no login and is left as it is.
/// </summary>
internal sealed class Introspection(IAccounts accounts)
    : IOpenIddictServerHandler<OpenIddictServerEvents.ValidateIntrospectionRequestContext>
{
    /// <summary>After the engine's own checks: whoever may not ask learns nothing of the account.</summary>
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = OpenIddictServerHandlerDescriptor
        .CreateBuilder<OpenIddictServerEvents.ValidateIntrospectionRequestContext>()
        .UseScopedHandler<Introspection>()
        .SetOrder(OpenIddictServerHandlers.Introspection.ValidateAuthorizedParty.Descriptor.Order + 1)
        .Build();

    public async ValueTask HandleAsync(OpenIddictServerEvents.ValidateIntrospectionRequestContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.GenericTokenPrincipal is { } token
            && token.HasClaim(Claims.AuthenticationTime)
            && await accounts.FindHonouredAsync(token, context.CancellationToken) is null)
        {
            context.Reject(Errors.InvalidToken);
        }
    }
}
