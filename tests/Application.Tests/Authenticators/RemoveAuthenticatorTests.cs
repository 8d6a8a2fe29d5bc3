using CleanLogin.Application.Authenticators.Remove;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Mfa;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Testing;
using Moq;
using static CleanLogin.Application.Tests.Authenticators.AuthenticatorsWorld;

namespace CleanLogin.Application.Tests.Authenticators;

public sealed class RemoveAuthenticatorTests
{
    private static readonly EnrolledAuthenticator App = An(AuthenticationMethod.OneTimePassword, "app");
    private static readonly EnrolledAuthenticator Passkey = An(AuthenticationMethod.SyncedPasskey, "passkey");

    private readonly AuthenticatorsWorld _world = new();

    [Fact]
    public async Task One_of_several_is_removed_and_recorded()
    {
        _world.SignedIn();
        _world.Has(App, Passkey);

        (await RemoveAsync(App.Id)).Should().BeOfType<RemoveAuthenticatorOutcome.Removed>();

        _world.Directory.Verify(directory => directory.RemoveAsync(
            It.Is<RecentMultiFactor>(by => by.User == Alice.Id), App.Id, It.IsAny<CancellationToken>()), Times.Once);
        _world.Recorded.Should().Equal(
            new AuthenticatorRemovalBegan(Moments.Start, Alice.Id), new AuthenticatorRemoved(Moments.Start, Alice.Id, App.Id));
    }

    [Fact]
    public async Task An_old_login_removes_nothing()
    {
        _world.SignedIn();
        _world.Has(App, Passkey);
        _world.Time.Advance(RecentMultiFactor.Lifetime);

        (await RemoveAsync(App.Id)).Should().BeOfType<RemoveAuthenticatorOutcome.LoginNeeded>();
        _world.VerifyNothingRemoved();
    }

    [Fact]
    public async Task A_login_with_one_factor_removes_nothing()
    {
        _world.SignedIn(AuthenticationMethods.Of(AuthenticationMethod.Password, AuthenticationMethod.Email));
        _world.Has(App, Passkey);

        (await RemoveAsync(App.Id)).Should().BeOfType<RemoveAuthenticatorOutcome.LoginNeeded>();
        _world.VerifyNothingRemoved();
    }

    [Fact]
    public async Task The_last_factor_stays()
    {
        _world.SignedIn();
        _world.Has(App, An(AuthenticationMethod.Email, "mail"));

        (await RemoveAsync(App.Id)).Should().BeOfType<RemoveAuthenticatorOutcome.LastOne>();
        _world.VerifyNothingRemoved();
    }

    [Fact]
    public async Task The_last_factor_goes_where_none_is_demanded()
    {
        _world.SignedIn();
        _world.Has(App);

        (await RemoveAsync(App.Id, EnrolmentRule.Optional)).Should().BeOfType<RemoveAuthenticatorOutcome.Removed>();
    }

    [Theory]
    [InlineData("somebody-elses")]
    [InlineData("..")]
    [InlineData(null)]
    public async Task What_is_not_on_the_list_is_never_named_to_the_provider(string? id)
    {
        _world.SignedIn();
        _world.Has(App, Passkey);

        (await RemoveAsync(AuthenticatorId.Parse(id))).Should().BeOfType<RemoveAuthenticatorOutcome.Unknown>();
        _world.VerifyNothingRemoved();
    }

    [Fact]
    public async Task While_another_removal_is_under_way_nothing_is_removed()
    {
        _world.SignedIn();
        _world.Has(App, Passkey);
        _world.Changes.Setup(changes => changes.TryBeginAsync(It.IsAny<UserId>(), It.IsAny<CancellationToken>())).ReturnsAsync((IAsyncDisposable?)null);

        (await RemoveAsync(App.Id)).Should().BeOfType<RemoveAuthenticatorOutcome.Busy>();
        _world.VerifyNothingRemoved();
    }

    [Fact]
    public async Task Without_a_list_nothing_is_removed()
    {
        _world.SignedIn();
        _world.Lists(new AuthenticatorListing.Unavailable());

        (await RemoveAsync(App.Id)).Should().BeOfType<RemoveAuthenticatorOutcome.Unavailable>();
        _world.VerifyNothingRemoved();
    }

    [Fact]
    public async Task What_was_listed_and_is_not_there_any_more_counts_as_removed()
    {
        _world.SignedIn();
        _world.Has(App, Passkey);
        Answers(new AuthenticatorRemoval.Unknown());

        (await RemoveAsync(App.Id)).Should().BeOfType<RemoveAuthenticatorOutcome.Removed>();
        _world.Recorded.OfType<AuthenticatorRemoved>().Should().ContainSingle();
    }

    [Fact]
    public async Task A_provider_that_gives_no_answer_is_no_success()
    {
        _world.SignedIn();
        _world.Has(App, Passkey);
        Answers(new AuthenticatorRemoval.Unavailable());

        (await RemoveAsync(App.Id)).Should().BeOfType<RemoveAuthenticatorOutcome.Unavailable>();
        _world.Recorded.OfType<AuthenticatorRemoved>().Should().BeEmpty();
    }

    private void Answers(AuthenticatorRemoval removal) => _world.Directory
        .Setup(directory => directory.RemoveAsync(It.IsAny<RecentMultiFactor>(), It.IsAny<AuthenticatorId>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync(removal);

    private Task<RemoveAuthenticatorOutcome> RemoveAsync(AuthenticatorId? id, EnrolmentRule rule = EnrolmentRule.Required) =>
        new RemoveAuthenticatorHandler(
                _world.StepUp, _world.Directory.Object, _world.Changes.Object, _world.Events.Object, Policy(rule), _world.Time)
            .Handle(new RemoveAuthenticator(id), TestContext.Current.CancellationToken);
}
