using Duende.IdentityServer;
using Duende.IdentityServer.Stores.Serialization;
using Duende.IdentityServer.Models;
using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Microsoft.Extensions.Logging;

namespace CleanLogin.Infrastructure.Duende.Answers;

/// <summary>
/// What becomes of a refresh token that was used already (RFC 9700 §4.14.2): two tabs that refresh at once are honest; one that comes back
/// later was stolen, and ends whatever this client holds of that session.
/// </summary>
internal sealed class RefreshTokens(
    IRefreshTokenStore refreshTokenStore,
    IProfileService profile,
    IClock clock,
    PersistentGrantOptions options,
    ILogger<DefaultRefreshTokenService> logger,
    IPersistedGrantStore grants)
    : DefaultRefreshTokenService(refreshTokenStore, profile, clock, options, logger)
{
    private static readonly TimeSpan ReuseLeeway = TimeSpan.FromSeconds(15);

    protected override async Task<bool> AcceptConsumedTokenAsync(RefreshToken refreshToken)
    {
        ArgumentNullException.ThrowIfNull(refreshToken);
        if (refreshToken.ConsumedTime is { } used && Clock.UtcNow.UtcDateTime - used <= ReuseLeeway)
        {
            return true;
        }

        await grants.RemoveAllAsync(new PersistedGrantFilter
        {
            SubjectId = refreshToken.SubjectId, SessionId = refreshToken.SessionId, ClientId = refreshToken.ClientId,
        });
        return false;
    }
}
