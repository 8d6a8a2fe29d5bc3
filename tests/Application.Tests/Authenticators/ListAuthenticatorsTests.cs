using CleanLogin.Application.Authenticators.List;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Mfa;
using CleanLogin.Testing;
using static CleanLogin.Application.Tests.Authenticators.AuthenticatorsWorld;

namespace CleanLogin.Application.Tests.Authenticators;

public sealed class ListAuthenticatorsTests
{
    private readonly AuthenticatorsWorld _world = new();

    [Fact]
    public async Task Nobody_signed_in_sees_nothing() =>
        (await ListAsync()).Should().BeOfType<ListAuthenticatorsOutcome.SignedOut>();

    [Fact]
    public async Task Who_was_disabled_meanwhile_is_not_signed_in()
    {
        _world.SignedIn();
        _world.Knows(Alice with { IsActive = false });

        (await ListAsync()).Should().BeOfType<ListAuthenticatorsOutcome.SignedOut>();
    }

    [Fact]
    public async Task Soon_after_a_login_with_two_factors_changes_are_open()
    {
        _world.SignedIn();
        _world.Has(An(AuthenticationMethod.OneTimePassword, "1"));

        (await ListAsync()).Should().BeOfType<ListAuthenticatorsOutcome.Listed>()
            .Which.ChangesUntil.Should().Be(Moments.Start + RecentMultiFactor.Lifetime);
    }

    [Fact]
    public async Task Later_the_list_is_there_and_changes_are_not()
    {
        _world.SignedIn();
        _world.Has(An(AuthenticationMethod.OneTimePassword, "1"));
        _world.Time.Advance(RecentMultiFactor.Lifetime);

        var listed = (await ListAsync()).Should().BeOfType<ListAuthenticatorsOutcome.Listed>().Subject;

        listed.ChangesUntil.Should().BeNull();
        listed.Authenticators.Should().ContainSingle();
    }

    [Fact]
    public async Task A_login_with_one_factor_opens_no_changes()
    {
        _world.SignedIn(AuthenticationMethods.Of(AuthenticationMethod.Password));
        _world.Has();

        (await ListAsync()).Should().BeOfType<ListAuthenticatorsOutcome.Listed>().Which.ChangesUntil.Should().BeNull();
    }

    [Fact]
    public async Task The_last_factor_may_not_be_removed_and_a_mailbox_is_no_factor()
    {
        _world.SignedIn();
        _world.Has(An(AuthenticationMethod.OneTimePassword, "app"), An(AuthenticationMethod.Email, "mail"), An(null, "unknown"));

        Removable(await ListAsync()).Should().Equal("mail", "unknown");
    }

    [Fact]
    public async Task Where_no_second_factor_is_demanded_the_last_one_may_go()
    {
        _world.SignedIn();
        _world.Has(An(AuthenticationMethod.OneTimePassword, "app"));

        Removable(await ListAsync(EnrolmentRule.Optional)).Should().Equal("app");
    }

    [Fact]
    public async Task No_answer_is_not_an_empty_list()
    {
        _world.SignedIn();
        _world.Lists(new AuthenticatorListing.Unavailable());

        (await ListAsync()).Should().BeOfType<ListAuthenticatorsOutcome.Unavailable>();
    }

    private static IEnumerable<string> Removable(ListAuthenticatorsOutcome outcome) =>
        outcome.Should().BeOfType<ListAuthenticatorsOutcome.Listed>().Subject.Authenticators
            .Where(entry => entry.MayBeRemoved).Select(entry => entry.Authenticator.Id.Value);

    private Task<ListAuthenticatorsOutcome> ListAsync(EnrolmentRule rule = EnrolmentRule.Required) =>
        new ListAuthenticatorsHandler(_world.StepUp, _world.Directory.Object, Policy(rule))
            .Handle(new ListAuthenticators(), TestContext.Current.CancellationToken);
}
