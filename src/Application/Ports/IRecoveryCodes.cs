using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Authenticators;

namespace CleanLogin.Application.Ports;

/// <summary>The recovery codes of the built-in provider, as digests.</summary>
public interface IRecoveryCodes
{
    /// <summary>The unused codes of a person.</summary>
    Task<RecoveryCodeSet> FindAsync(UserId user, CancellationToken ct);

    /// <summary>Removes one code. False: it is gone already, so it is not redeemed. Of parallel calls one gets true.</summary>
    Task<bool> RemoveAsync(UserId user, byte[] digest, CancellationToken ct);
}
