using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Core;
using OpenIddict.EntityFrameworkCore.Models;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>
/// The engine's tokens. When a line of refresh tokens ends, its authorization ends with it: the access tokens of that line have no rows of
/// their own, and are told by that (RFC 7009 §2.1).
/// </summary>
internal sealed class EngineTokens(
    IOpenIddictTokenCache<OpenIddictEntityFrameworkCoreToken> cache,
    ILogger<OpenIddictTokenManager<OpenIddictEntityFrameworkCoreToken>> logger,
    IOptionsMonitor<OpenIddictCoreOptions> options,
    IOpenIddictTokenStore<OpenIddictEntityFrameworkCoreToken> store,
    IOpenIddictAuthorizationManager authorizations)
    : OpenIddictTokenManager<OpenIddictEntityFrameworkCoreToken>(cache, logger, options, store)
{
    /// <summary>What the engine does when a token comes back that was exchanged before.</summary>
    public override async ValueTask<long> RevokeByAuthorizationIdAsync(string identifier, CancellationToken cancellationToken = default)
    {
        if (await authorizations.FindByIdAsync(identifier, cancellationToken) is { } authorization)
        {
            await authorizations.TryRevokeAsync(authorization, cancellationToken);
        }

        return await base.RevokeByAuthorizationIdAsync(identifier, cancellationToken);
    }

    /// <summary>What the engine does when an application asks for it.</summary>
    public override async ValueTask<bool> TryRevokeAsync(
        OpenIddictEntityFrameworkCoreToken token, CancellationToken cancellationToken = default)
    {
        var revoked = await base.TryRevokeAsync(token, cancellationToken);
        if (revoked && await HasTypeAsync(token, ImmutableArray.Create(TokenTypeIdentifiers.RefreshToken, TokenTypeHints.RefreshToken), cancellationToken)
            && await GetAuthorizationIdAsync(token, cancellationToken) is { } authorization)
        {
            await RevokeByAuthorizationIdAsync(authorization, cancellationToken);
        }

        return revoked;
    }
}
