using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace CleanLogin.Infrastructure.Throttling;

/// <summary>
/// Keeps in the browser itself who has signed in there, encrypted and authenticated: nothing is stored for it, and nobody can claim it. A
/// stolen copy is worth <see cref="AttemptLimit.MaxFailuresOfKnownDevice"/> guesses, which all its copies share.
/// </summary>
internal sealed class KnownDevicesCookie(
    IHttpContextAccessor accessor, IDataProtectionProvider protection, ISecureRandom random, TimeProvider time) : IKnownDevices
{
    private const string Name = "__Host-cleanlogin-device";

    // A shared browser; whoever has not used it for longest makes room.
    private const int MostPeople = 8;
    private const int DigestSize = 12;

    private readonly IDataProtector _protector = protection.CreateProtector("CleanLogin.KnownDevices");

    // Null where no browser is at hand: then nobody is known, and nothing is remembered.
    private HttpContext? Http => accessor.HttpContext;

    public KnownDevice? Recognise(UserId user) =>
        Read() is { } device && device.People.TryGetValue(DigestOf(user), out var seen) && IsFresh(seen) ? new KnownDevice(device.Id) : null;

    public void Remember(UserId user)
    {
        if (Http is not { } http)
        {
            return;
        }

        var device = Read() ?? new Content(new Guid(random.Next(16)), []);
        var people = device.People
            .Where(person => person.Key != DigestOf(user) && IsFresh(person.Value))
            .OrderByDescending(person => person.Value)
            .Take(MostPeople - 1)
            .Append(KeyValuePair.Create(DigestOf(user), Now));
        var kept = device with { People = new Dictionary<string, long>(people) };
        http.Response.Cookies.Append(Name, _protector.Protect(JsonSerializer.Serialize(kept)), Cookie());
    }

    private long Now => time.GetUtcNow().ToUnixTimeSeconds();

    private bool IsFresh(long seen) => seen > Now - (long)IKnownDevices.Memory.TotalSeconds;

    private Content? Read()
    {
        if (Http?.Request.Cookies[Name] is not { Length: > 0 } cookie)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Content>(_protector.Unprotect(cookie));
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            // Not made by us, or under keys that are gone: a browser like any other.
            return null;
        }
    }

    private static string DigestOf(UserId user) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(user.Value)).AsSpan(0, DigestSize));

    // Lax: the way back from a hosted challenge is a navigation from another site, and must not make others forgotten.
    private CookieOptions Cookie() => new()
    {
        Path = "/",
        Secure = true,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
        Expires = time.GetUtcNow() + IKnownDevices.Memory,
    };

    private sealed record Content(Guid Id, Dictionary<string, long> People);
}
