using System.Text.Json;
using CleanLogin.Authsignal.Emulator.Hosting;
using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Authsignal.Emulator.State;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Tokens;

/// <summary>Issues and reads the short-lived tokens that stand for an action: after tracking, and after leaving the pre-built UI.</summary>
internal sealed class ActionTokens(EmulatorSettings settings, KnobStore knobs, TimeProvider time)
{
    public string Issue(TrackedAction action)
    {
        var now = time.GetUtcNow();
        var claims = new TokenClaims
        {
            Subject = action.Key.UserId,
            Audience = settings.TenantId,
            IssuedAt = now.ToUnixTimeSeconds(),
            ExpiresAt = now.Add(knobs.Current.TokenLifetime).ToUnixTimeSeconds(),
            Id = Guid.NewGuid().ToString(),
            Scope = action.Scope,
            Other = new TokenAction
            {
                TenantId = settings.TenantId,
                PublishableKey = settings.TenantId,
                UserId = action.Key.UserId,
                ActionCode = action.Key.Action,
                IdempotencyKey = action.Key.IdempotencyKey,
            },
        };
        return CompactJws.Sign(JsonSerializer.SerializeToUtf8Bytes(claims, WireJson.Options), settings.Secret);
    }

    public TokenReading Read(string token)
    {
        if (CompactJws.Verify(token, settings.Secret) is not { } payload || Parse(payload) is not { } claims)
        {
            return new TokenReading.Garbage();
        }

        var key = new ActionKey(claims.Other.UserId, claims.Other.ActionCode, claims.Other.IdempotencyKey);
        return time.GetUtcNow().ToUnixTimeSeconds() >= claims.ExpiresAt ? new TokenReading.Expired(key) : new TokenReading.Valid(key);
    }

    private static TokenClaims? Parse(byte[] payload)
    {
        try
        {
            return JsonSerializer.Deserialize<TokenClaims>(payload, WireJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
