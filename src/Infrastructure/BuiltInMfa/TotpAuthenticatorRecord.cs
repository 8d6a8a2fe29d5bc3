using CleanLogin.Domain.Authenticators;

namespace CleanLogin.Infrastructure.BuiltInMfa;

internal sealed class TotpAuthenticatorRecord
{
    public required Guid Id { get; init; }

    public required string UserId { get; init; }

    /// <summary>Encrypted.</summary>
    public required byte[] Secret { get; init; }

    public required long LastAcceptedStep { get; init; }

    public required DateTimeOffset EnrolledAt { get; init; }

    /// <summary>The row's key. A name that is not this server's is a bug of the caller.</summary>
    public static Guid KeyOf(AuthenticatorId id) => Guid.ParseExact(id.Value, "N");
}
