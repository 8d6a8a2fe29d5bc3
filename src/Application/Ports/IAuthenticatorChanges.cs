using CleanLogin.Domain.Accounts;

namespace CleanLogin.Application.Ports;

/// <summary>
/// Lets one removal of a person's authenticators happen at a time, whichever host it runs on: two at once could each see the other's
/// authenticator and together remove the last.
/// </summary>
public interface IAuthenticatorChanges
{
    /// <summary>
    /// Takes the turn, until it is disposed of. Null: somebody else has it. A turn that is never given back ends by itself, later than
    /// any call to a provider may last.
    /// </summary>
    Task<IAsyncDisposable?> TryBeginAsync(UserId user, CancellationToken ct);
}
