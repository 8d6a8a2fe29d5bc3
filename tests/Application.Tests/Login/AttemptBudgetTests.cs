using System.Net;
using CleanLogin.Application.Login;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Testing;
using Moq;

namespace CleanLogin.Application.Tests.Login;

public sealed class AttemptBudgetTests
{
    private static readonly UserId Alice = new("id-of-alice");
    private static readonly AttemptKey Shared = AttemptKey.ForPassword(Username.Parse("alice")!);
    private static readonly AddressBlock Household = AddressBlock.Of(IPAddress.Parse("203.0.113.7"))!;
    private static readonly KnownDevice Laptop = new(Guid.Parse("5f0c1d9e-6a3b-4c2d-8e7f-001122334455"));

    private readonly Handlers _handlers = new();

    [Fact]
    public async Task In_a_browser_that_nobody_knows_the_attempt_goes_to_the_strangers_count()
    {
        (await ChargeAsync(Alice)).Key.Should().Be(Shared);

        VerifyCharged(Shared);
    }

    [Fact]
    public async Task A_known_browser_has_a_count_of_its_own_and_leaves_the_strangers_alone()
    {
        Knows(Laptop);

        (await ChargeAsync(Alice)).Key.Should().Be(Shared.On(Laptop));

        VerifyCharged(Shared.On(Laptop));
    }

    [Fact]
    public async Task A_name_that_no_account_has_is_known_nowhere()
    {
        Knows(Laptop);

        await ChargeAsync(null);

        VerifyCharged(Shared);
        _handlers.Devices.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_pause_of_the_known_browser_is_its_own()
    {
        Knows(Laptop);
        Refuses(Shared.On(Laptop), TimeSpan.FromSeconds(30));

        (await ChargeAsync(Alice)).Charge.Should().Be(new AttemptCharge.Refused(TimeSpan.FromSeconds(30)));

        VerifyCharged(Shared.On(Laptop));
    }

    [Fact]
    public async Task A_known_browser_that_has_failed_too_often_is_a_strangers()
    {
        Knows(Laptop);
        Refuses(Shared.On(Laptop), Timeout.InfiniteTimeSpan);

        (await ChargeAsync(Alice)).Key.Should().Be(Shared);

        VerifyCharged(Shared.On(Laptop), Shared);
    }

    [Fact]
    public async Task A_success_lifts_the_charge_from_the_count_it_went_to()
    {
        Knows(Laptop);

        await _handlers.Budget.LiftAsync(await ChargeAsync(Alice), Ct);

        _handlers.Attempts.Verify(attempts => attempts.ClearAsync(Shared.On(Laptop), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task A_strangers_attempt_goes_to_the_count_of_the_addresses_too_and_its_success_is_given_back()
    {
        var attempt = await _handlers.Budget.ChargeAsync(Shared, Alice, Household, Ct);
        await _handlers.Budget.LiftAsync(attempt, Ct);

        _handlers.Addresses.Verify(addresses => addresses.ChargeAsync(Household, AddressUse.WrongPassword, Moments.Start, It.IsAny<CancellationToken>()), Times.Once);
        _handlers.Addresses.Verify(addresses => addresses.RefundAsync(Household, AddressUse.WrongPassword, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task A_known_browser_signs_in_whatever_others_did_from_the_same_addresses()
    {
        Knows(Laptop);

        await _handlers.Budget.LiftAsync(await _handlers.Budget.ChargeAsync(Shared, Alice, Household, Ct), Ct);

        _handlers.Addresses.VerifyNoOtherCalls();
    }

    [Fact]
    public void A_known_browser_gets_few_attempts_and_each_browser_its_own()
    {
        Shared.MaxFailures.Should().Be(AttemptLimit.MaxFailures);
        Shared.On(Laptop).MaxFailures.Should().Be(AttemptLimit.MaxFailuresOfKnownDevice);
        Shared.On(Laptop).Should().NotBe(Shared.On(new KnownDevice(Guid.Empty)));
        Shared.On(Laptop).Should().NotBe(AttemptKey.ForRecoveryCodes(Alice).On(Laptop));
        Shared.On(Laptop).Value.Length.Should().BeLessThanOrEqualTo(64);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private void Knows(KnownDevice device) => _handlers.Devices.Setup(devices => devices.Recognise(Alice)).Returns(device);

    private void Refuses(AttemptKey key, TimeSpan pause) => _handlers.Attempts
        .Setup(attempts => attempts.ChargeAsync(key, It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync(new AttemptCharge.Refused(pause));

    private Task<ChargedAttempt> ChargeAsync(UserId? owner) => _handlers.Budget.ChargeAsync(Shared, owner, block: null, Ct);

    private void VerifyCharged(params AttemptKey[] keys)
    {
        foreach (var key in keys)
        {
            _handlers.Attempts.Verify(attempts => attempts.ChargeAsync(key, Moments.Start, It.IsAny<CancellationToken>()), Times.Once);
        }

        _handlers.Attempts.VerifyNoOtherCalls();
    }
}
