using Duende.IdentityServer;

namespace CleanLogin.Infrastructure.Duende;

/// <summary>One clock for everything.</summary>
internal sealed class EngineClock(TimeProvider time) : IClock
{
    public DateTimeOffset UtcNow => time.GetUtcNow();
}
