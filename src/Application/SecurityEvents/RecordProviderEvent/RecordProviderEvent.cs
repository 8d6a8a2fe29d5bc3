using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Mfa;
using MediatR;

namespace CleanLogin.Application.SecurityEvents.RecordProviderEvent;

/// <summary>The MFA provider reports, in a message that was proven to be its own, what has become of an authenticator.</summary>
/// <param name="Id">The provider's name for this message, which may come more than once.</param>
/// <param name="Change">What has happened.</param>
/// <param name="User">To whose authenticator.</param>
/// <param name="Method">Of which kind.</param>
/// <param name="At">When, by the provider's clock.</param>
public sealed record RecordProviderEvent(string Id, AuthenticatorChange Change, UserId User, ProviderMethod Method, DateTimeOffset At)
    : IRequest<RecordProviderEventOutcome>;
