using CleanLogin.Application.Ports;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Application.Authenticators;

internal static class RemovalRule
{
    /// <summary>What proves no factor may always go; it keeps nobody out.</summary>
    public static bool AllowsRemovalOf(
        this MfaPolicy policy, EnrolledAuthenticator authenticator, IReadOnlyList<EnrolledAuthenticator> all) =>
        !authenticator.IsFactor || policy.AllowsRemoval(all.Count(other => other.IsFactor && other.Id != authenticator.Id));
}
