using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Mfa;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using CleanLogin.Testing.Fakes;

namespace CleanLogin.Infrastructure.Tests.Mfa;

/// <summary>What whoever keeps the passkeys has to keep to: the fake and the hosted service.</summary>
public abstract class PasskeyProviderContract : IAsyncLifetime
{
    private static readonly UserId Alice = new("id-of-alice");

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected abstract IPasskeyProvider Provider { get; }

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    [Fact]
    public async Task Who_uses_a_passkey_is_named_with_what_it_was_asked_for_and_that_use()
    {
        var passed = (await Provider.VerifyAsync(Use(Alice), Ct)).Should().BeOfType<ChallengeVerdict.Passed>().Subject;

        passed.User.Should().Be(Alice);
        passed.Action.Should().Be(Provider.Offer.SignInAction);
        passed.Reference.Should().NotBeNullOrWhiteSpace();
        passed.Method.SignsInAlone.Should().BeTrue();
    }

    [Fact]
    public async Task A_token_names_the_same_use_however_often_it_is_asked_about()
    {
        var token = Use(Alice);

        (await Provider.VerifyAsync(token, Ct)).Should().Be(await Provider.VerifyAsync(token, Ct));
    }

    [Fact]
    public async Task Every_use_has_a_name_of_its_own()
    {
        var first = await Provider.VerifyAsync(Use(Alice), Ct);

        (await Provider.VerifyAsync(Use(Alice), Ct)).Should().NotBe(first);
    }

    [Fact]
    public async Task A_token_that_nobody_knows_proves_nothing() =>
        (await Provider.VerifyAsync(ChallengeToken.Parse("garbage")!, Ct)).Should().BeOfType<ChallengeVerdict.UnknownToken>();

    [Fact]
    public async Task An_outage_is_an_answer()
    {
        var token = Use(Alice);
        TakeDown();

        (await Provider.VerifyAsync(token, Ct)).Should().BeOfType<ChallengeVerdict.Unavailable>();
    }

    [Fact]
    public async Task Who_has_just_proven_two_factors_may_add_one()
    {
        var start = await Provider.BeginEnrolmentAsync(Enrolment(Given.AnAccount().Build()), Ct);

        var token = start.Should().BeOfType<PasskeyEnrolmentStart.Ready>().Subject.Token;
        token.Reveal().Should().NotBeEmpty();
        start.ToString().Should().NotContain(token.Reveal());
    }

    [Fact]
    public async Task The_evidence_of_one_person_adds_nothing_to_the_account_of_another()
    {
        var enrolment = Enrolment(Given.AnAccount().Build()) with { Account = Given.AnAccount().Named("bob").Build() };

        (await Provider.BeginEnrolmentAsync(enrolment, Ct)).Should().BeOfType<PasskeyEnrolmentStart.Refused>();
    }

    [Fact]
    public async Task During_an_outage_none_is_added()
    {
        TakeDown();

        (await Provider.BeginEnrolmentAsync(Enrolment(Given.AnAccount().Build()), Ct)).Should().BeOfType<PasskeyEnrolmentStart.Unavailable>();
    }

    private protected static PasskeyEnrolment Enrolment(Account account) => new(
        RecentMultiFactor.From(account.Id, AssuranceLevel.MultiFactor, Moments.Start, Moments.Start)!,
        account,
        new LoginOrigin(null, "Browser/1.0", DeviceId: null));

    private protected abstract ChallengeToken Use(UserId user);

    private protected abstract void TakeDown();
}

public sealed class FakePasskeyProviderTests : PasskeyProviderContract
{
    private readonly FakePasskeyProvider _provider = new();

    private protected override IPasskeyProvider Provider => _provider;

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private protected override ChallengeToken Use(UserId user) => _provider.Use(user);

    private protected override void TakeDown() => _provider.IsDown = true;
}
