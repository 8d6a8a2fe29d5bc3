using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.SecurityEvents;

namespace CleanLogin.Application.Authenticators;

// What a person has added, read from whoever keeps it, and recorded once.
internal sealed class AddedAuthenticators(ISecurityEvents events, TimeProvider time)
{
    // The provider's clock is not ours.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    /// <summary>Records those that were added since a login, and gives those that had not been recorded before.</summary>
    public async Task<IReadOnlyList<EnrolledAuthenticator>> RecordAsync(
        UserId user, DateTimeOffset login, IReadOnlyList<EnrolledAuthenticator> authenticators, CancellationToken ct)
    {
        var recorded = new List<EnrolledAuthenticator>();

        // Nothing could be added before the login that allowed it.
        foreach (var added in authenticators.Where(one => one.EnrolledAt >= login - ClockSkew))
        {
            // Asking again adds nothing.
            var happened = new AuthenticatorEnrolled(time.GetUtcNow(), user, added.Id);
            if (!await events.IsRecordedAsync(happened, ct))
            {
                await events.RecordAsync(happened, ct);
                recorded.Add(added);
            }
        }

        return recorded;
    }
}
