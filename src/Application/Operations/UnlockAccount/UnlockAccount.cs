using MediatR;

namespace CleanLogin.Application.Operations.UnlockAccount;

/// <summary>
/// An operator forgives an account its failures: password, recovery codes and authenticator apps of the built-in provider can be tried
/// again at once. The operator has made sure that it is the owner who asks. An account that is disabled stays so.
/// </summary>
/// <param name="Username">The name as the operator typed it.</param>
public sealed record UnlockAccount(string Username) : IRequest<UnlockAccountOutcome>;
