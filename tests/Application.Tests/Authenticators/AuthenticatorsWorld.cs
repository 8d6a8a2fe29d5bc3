using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Mfa;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace CleanLogin.Application.Tests.Authenticators;

/// <summary>Alice at her browser, and whoever keeps her authenticators.</summary>
internal sealed class AuthenticatorsWorld
{
    public AuthenticatorsWorld()
    {
        Events.Setup(events => events.RecordAsync(It.IsAny<SecurityEvent>(), It.IsAny<CancellationToken>()))
            .Callback((SecurityEvent happened, CancellationToken _) => Recorded.Add(happened))
            .Returns(Task.CompletedTask);
        Changes.Setup(changes => changes.TryBeginAsync(It.IsAny<UserId>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(Mock.Of<IAsyncDisposable>());
        Directory.Setup(directory => directory.RemoveAsync(It.IsAny<RecentMultiFactor>(), It.IsAny<AuthenticatorId>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new AuthenticatorRemoval.Removed());
        Knows(Alice);
    }

    public static Account Alice { get; } = Given.AnAccount().Build();

    public static AuthenticationMethods TwoFactors { get; } =
        AuthenticationMethods.Of(AuthenticationMethod.Password, AuthenticationMethod.OneTimePassword);

    public FakeTimeProvider Time { get; } = new(Moments.Start);

    public Mock<IAuthorizationServer> Server { get; } = new();

    public Mock<IAccounts> Accounts { get; } = new();

    public Mock<IAuthenticatorDirectory> Directory { get; } = new();

    public Mock<IAuthenticatorChanges> Changes { get; } = new();

    public Mock<ISecurityEvents> Events { get; } = new();

    public List<SecurityEvent> Recorded { get; } = [];

    public StepUp StepUp => new(Server.Object, Accounts.Object, Time);

    public static MfaPolicy Policy(EnrolmentRule rule = EnrolmentRule.Required) => new(rule, AllowedMethods.All);

    public static EnrolledAuthenticator An(AuthenticationMethod? method, string id, DateTimeOffset? since = null) =>
        new(AuthenticatorId.Parse(id)!, method, Label: null, since ?? Moments.Start.AddDays(-1), LastUsedAt: null);

    public void Knows(Account account) => Accounts
        .Setup(accounts => accounts.FindAsync(account.Id, It.IsAny<CancellationToken>())).ReturnsAsync(account);

    public void SignedIn(AuthenticationMethods? by = null) => Server
        .Setup(server => server.GetSessionAsync(It.IsAny<CancellationToken>()))
        .ReturnsAsync(new LoginSession(Alice.Id, Alice.DisplayName, by ?? TwoFactors, Moments.Start));

    public void Has(params EnrolledAuthenticator[] authenticators) => Lists(new AuthenticatorListing.Listed(authenticators));

    public void Lists(AuthenticatorListing listing) => Directory
        .Setup(directory => directory.ListAsync(Alice.Id, It.IsAny<CancellationToken>())).ReturnsAsync(listing);

    public void VerifyNothingRemoved() => Directory.Verify(
        directory => directory.RemoveAsync(It.IsAny<RecentMultiFactor>(), It.IsAny<AuthenticatorId>(), It.IsAny<CancellationToken>()), Times.Never);
}
