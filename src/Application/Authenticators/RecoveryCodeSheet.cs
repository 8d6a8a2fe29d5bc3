using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Authenticators;

namespace CleanLogin.Application.Authenticators;

/// <summary>
/// Recovery codes as a person keeps them: whoever finds the sheet in a drawer years later sees what it is for. A class, so that nothing of it
/// is printed by accident.
/// </summary>
public sealed class RecoveryCodeSheet
{
    internal RecoveryCodeSheet(ServiceName service, Account account, RecoveryCodeHandout handout) =>
        (Service, Account, MadeAt, Codes) = (service.Value, account.Username.Value, handout.At, handout.Codes);

    /// <summary>Where they are used.</summary>
    public string Service { get; }

    /// <summary>For which account.</summary>
    public string Account { get; }

    /// <summary>When they were made: a later sheet voids this one.</summary>
    public DateTimeOffset MadeAt { get; }

    /// <summary>The codes.</summary>
    public IReadOnlyList<RecoveryCode> Codes { get; }
}
