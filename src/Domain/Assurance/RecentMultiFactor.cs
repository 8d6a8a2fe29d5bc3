using CleanLogin.Domain.Accounts;

namespace CleanLogin.Domain.Assurance;

/// <summary>
/// Evidence that the person at the browser has proven two factors a short while ago: what a change of somebody's authenticators asks for
/// (ASVS 7.5.1). A session alone is not enough, however strong it was when it began.
/// </summary>
public sealed class RecentMultiFactor
{
    /// <summary>How long a login counts as recent.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private RecentMultiFactor(UserId user, DateTimeOffset until)
    {
        User = user;
        Until = until;
    }

    /// <summary>Who.</summary>
    public UserId User { get; }

    /// <summary>From this moment on it is not recent any more.</summary>
    public DateTimeOffset Until { get; }

    /// <summary>The evidence that a login gives at this time, or null.</summary>
    public static RecentMultiFactor? From(UserId user, AssuranceLevel level, DateTimeOffset authenticatedAt, DateTimeOffset now)
    {
        var until = authenticatedAt + Lifetime;
        return level >= AssuranceLevel.MultiFactor && now < until ? new RecentMultiFactor(user, until) : null;
    }
}
