using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Sessions;

/// <summary>The sessions in the database. A session that has run out is none, whether or not its row is gone.</summary>
internal sealed class SessionStore(
    IDbContextFactory<CleanLoginDbContext> contexts, ISecureRandom random, IOptions<SessionOptions> options, TimeProvider time)
{
    private const int TokenSize = 32;
    private const int ReferenceSize = 16;
    private static readonly TimeSpan SeenPrecision = TimeSpan.FromMinutes(1);

    /// <summary>What a session is called outside; it cannot be turned back into the token or the row's key.</summary>
    public static string ReferenceOf(string token) =>
        ReferenceOfRow(Digest(token));

    /// <summary>The same from the row's key.</summary>
    public static string ReferenceOfRow(string id) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes("sid:" + id)).AsSpan(0, ReferenceSize));

    /// <summary>Begins a session and gives the token for the browser.</summary>
    public async Task<(string Token, DateTimeOffset ExpiresAt)> BeginAsync(
        LoginCompletion login, LoginOrigin origin, CancellationToken ct)
    {
        var token = Base64Url.EncodeToString(random.Next(TokenSize));
        var now = time.GetUtcNow();
        var session = new SessionRecord
        {
            Id = Digest(token),
            Subject = login.Ticket.User.Value,
            DisplayName = login.DisplayName,
            Methods = string.Join(' ', login.Ticket.Methods.Items.Select(method => method.Code)),
            UserAgent = origin.UserAgent,
            Address = origin.Address?.ToString(),
            AuthenticatedAt = login.Ticket.AuthenticatedAt,
            LastSeenAt = now,
            ExpiresAt = now + options.Value.AbsoluteLifetime,
        };
        await using var context = await contexts.CreateDbContextAsync(ct);
        context.Add(session);
        await context.SaveChangesAsync(ct);
        return (token, session.ExpiresAt);
    }

    /// <summary>The session of a token, or null.</summary>
    public async Task<SessionRecord?> FindAsync(string token, CancellationToken ct)
    {
        var id = Digest(token);
        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(ct);
        var session = await context.Set<SessionRecord>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
        if (session is null || !IsLive(session, now))
        {
            return null;
        }

        if (now - session.LastSeenAt >= SeenPrecision)
        {
            await context.Set<SessionRecord>().Where(row => row.Id == id)
                .ExecuteUpdateAsync(row => row.SetProperty(seen => seen.LastSeenAt, now), ct);
        }

        return session;
    }

    /// <summary>Whether a session still counts at that moment.</summary>
    public bool IsLive(SessionRecord session, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.ExpiresAt > now && now - session.LastSeenAt < options.Value.IdleTimeout;
    }

    /// <summary>Ends a session for good.</summary>
    public async Task EndAsync(string token, CancellationToken ct)
    {
        var id = Digest(token);
        await using var context = await contexts.CreateDbContextAsync(ct);
        await context.Set<SessionRecord>().Where(row => row.Id == id).ExecuteDeleteAsync(ct);
    }

    // 256 random bits need no slow hash.
    private static string Digest(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
