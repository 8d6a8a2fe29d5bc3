using CleanLogin.Application.Login;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace CleanLogin.Application.Tests;

/// <summary>The ports that most use cases have in common, faked: one login of alice that can be loaded and saved.</summary>
internal sealed class Handlers
{
    public Handlers()
    {
        Attempts.Setup(attempts => attempts.ChargeAsync(It.IsAny<AttemptKey>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new AttemptCharge.Allowed());
        Addresses.Setup(addresses => addresses.ChargeAsync(
                It.IsAny<AddressBlock>(), It.IsAny<AddressUse>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new AttemptCharge.Allowed());
        Transactions.Setup(transactions => transactions.SaveAsync(It.IsAny<LoginTransaction>(), It.IsAny<CancellationToken>()))
            .Callback((LoginTransaction saved, CancellationToken _) =>
            {
                Recorded.AddRange(saved.Events);
                saved.MarkSaved();
            })
            .ReturnsAsync(() => Saves);
        Events.Setup(events => events.RecordAsync(It.IsAny<SecurityEvent>(), It.IsAny<CancellationToken>()))
            .Callback((SecurityEvent happened, CancellationToken _) => Recorded.Add(happened))
            .Returns(Task.CompletedTask);
        Knows(Given.AnAccount().Build());
    }

    public static BrowserSecret Owner { get; } = Given.ABrowser();

    public static BrowserSecret Thief { get; } = Given.ABrowser(8);

    public FakeTimeProvider Time { get; } = new(Moments.Start);

    public Mock<ILoginTransactions> Transactions { get; } = new();

    public Mock<IAccounts> Accounts { get; } = new();

    public Mock<IAttempts> Attempts { get; } = new();

    public Mock<IAddressBudgets> Addresses { get; } = new();

    /// <summary>No browser is known, unless a test says so.</summary>
    public Mock<IKnownDevices> Devices { get; } = new();

    public Mock<ISecurityEvents> Events { get; } = new();

    /// <summary>Whether saving succeeds; false stands for somebody who was faster.</summary>
    public bool Saves { get; set; } = true;

    /// <summary>Every event that was recorded, in a transaction or by itself.</summary>
    public List<SecurityEvent> Recorded { get; } = [];

    internal AttemptBudget Budget => new(Attempts.Object, Addresses.Object, Devices.Object, Time);

    public LoginTransaction Has(LoginTransactionBuilder login)
    {
        var transaction = login.Build();
        Transactions.Setup(transactions => transactions.FindAsync(transaction.Id, It.IsAny<CancellationToken>())).ReturnsAsync(transaction);
        return transaction;
    }

    public void Knows(Account account)
    {
        Accounts.Setup(accounts => accounts.FindAsync(account.Id, It.IsAny<CancellationToken>())).ReturnsAsync(account);
        Accounts.Setup(accounts => accounts.FindAsync(account.Username, It.IsAny<CancellationToken>())).ReturnsAsync(account);
    }

    public void Pauses(TimeSpan retryAfter) => Attempts
        .Setup(attempts => attempts.ChargeAsync(It.IsAny<AttemptKey>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync(new AttemptCharge.Refused(retryAfter));

    public void VerifySaved(Times times) =>
        Transactions.Verify(transactions => transactions.SaveAsync(It.IsAny<LoginTransaction>(), It.IsAny<CancellationToken>()), times);
}
