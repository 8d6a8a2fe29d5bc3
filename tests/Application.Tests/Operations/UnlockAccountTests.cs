using CleanLogin.Application.Operations.UnlockAccount;
using CleanLogin.Application.Ports;
using CleanLogin.Application.Tests.Mfa;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using Moq;

namespace CleanLogin.Application.Tests.Operations;

public sealed class UnlockAccountTests
{
    private readonly Handlers _handlers = new();
    private readonly TotpWorld _totp = new();

    [Fact]
    public async Task Everything_that_alice_proves_herself_by_can_be_tried_again()
    {
        var alice = Given.AnAccount().Build();
        _totp.Has(TotpWorld.AnApp(1), TotpWorld.AnApp(2));
        var forgiven = new List<string>();
        _handlers.Attempts.Setup(attempts => attempts.ClearAsync(It.IsAny<AttemptKey>(), It.IsAny<CancellationToken>()))
            .Callback((AttemptKey key, CancellationToken _) => forgiven.Add(key.Value))
            .Returns(Task.CompletedTask);

        (await UnlockAsync(" alice ")).Should().Be(new UnlockAccountOutcome.Unlocked(IsActive: true));

        forgiven.Should().BeEquivalentTo(
            AttemptKey.ForPassword(alice.Username).Value,
            AttemptKey.ForRecoveryCodes(alice.Id).Value,
            AttemptKey.ForAuthenticator(TotpWorld.AnApp(1).Id).Value,
            AttemptKey.ForAuthenticator(TotpWorld.AnApp(2).Id).Value);
        _handlers.Recorded.Should().Equal(new AccountUnlocked(Moments.Start, alice.Id));
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_done()
    {
        _handlers.Events.Setup(events => events.RecordAsync(It.IsAny<SecurityEvent>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new InvalidOperationException("The database is away."));

        await FluentActions.Awaiting(() => UnlockAsync("alice")).Should().ThrowAsync<InvalidOperationException>();

        _handlers.Attempts.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_disabled_account_stays_disabled()
    {
        _handlers.Knows(Given.AnAccount().Disabled().Build());

        (await UnlockAsync("alice")).Should().Be(new UnlockAccountOutcome.Unlocked(IsActive: false));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("")]
    [InlineData("ali\0ce")]
    public async Task A_name_of_nobody_changes_nothing(string name)
    {
        (await UnlockAsync(name)).Should().Be(new UnlockAccountOutcome.NoSuchAccount());

        _handlers.Recorded.Should().BeEmpty();
        _handlers.Attempts.VerifyNoOtherCalls();
    }

    private Task<UnlockAccountOutcome> UnlockAsync(string name) =>
        new UnlockAccountHandler(
            _handlers.Accounts.Object, _totp.Authenticators.Object, _handlers.Attempts.Object, _handlers.Events.Object, _handlers.Time)
            .Handle(new UnlockAccount(name), TestContext.Current.CancellationToken);
}
