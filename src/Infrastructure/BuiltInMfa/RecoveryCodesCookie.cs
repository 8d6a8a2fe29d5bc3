using System.Security.Cryptography;
using System.Text.Json;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Mfa;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace CleanLogin.Infrastructure.BuiltInMfa;

/// <summary>
/// Keeps them in the browser that has just shown them, encrypted and authenticated: a stolen database holds none, and a stolen cookie jar none
/// that can be read.
/// </summary>
internal sealed class RecoveryCodesCookie(IHttpContextAccessor accessor, IDataProtectionProvider protection, TimeProvider time)
    : IRecoveryCodeHandouts
{
    private const string Name = "__Host-cleanlogin-codes";

    // By occasion: what was made for one opens for no other.
    private IDataProtector For(HandoutOccasion occasion) => protection.CreateProtector("CleanLogin.RecoveryCodes", occasion.Value);

    private HttpContext? Http => accessor.HttpContext;

    public void Keep(RecoveryCodeHandout handout)
    {
        ArgumentNullException.ThrowIfNull(handout);
        var content = new Content(
            handout.User.Value, [.. handout.Codes.Select(code => code.RevealOnce())], handout.At, handout.Until, handout.Token?.Reveal());
        Http?.Response.Cookies.Append(
            Name, For(handout.Occasion).Protect(JsonSerializer.Serialize(content)), Cookie(handout.Until));
    }

    public RecoveryCodeHandout? Find(HandoutOccasion occasion) => Read(occasion) is { } content && content.Until > time.GetUtcNow()
        ? new RecoveryCodeHandout(
            occasion,
            new UserId(content.User),
            [.. content.Codes.Select(RecoveryCode.Parse).OfType<RecoveryCode>()],
            content.At,
            content.Until,
            ChallengeToken.Parse(content.Token))
        : null;

    public void Forget(HandoutOccasion occasion)
    {
        if (Read(occasion) is not null)
        {
            Http?.Response.Cookies.Delete(Name, Cookie(null));
        }
    }

    private Content? Read(HandoutOccasion occasion)
    {
        if (Http?.Request.Cookies[Name] is not { Length: > 0 } cookie)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Content>(For(occasion).Unprotect(cookie));
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            // Of another occasion, not made by us, or under keys that are gone.
            return null;
        }
    }

    // Strict: they are shown on pages that this server itself leads to, and no other site has any business there.
    private static CookieOptions Cookie(DateTimeOffset? until) => new()
    {
        Path = "/",
        Secure = true,
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        IsEssential = true,
        Expires = until,
    };

    private sealed record Content(string User, string[] Codes, DateTimeOffset At, DateTimeOffset Until, string? Token);
}
