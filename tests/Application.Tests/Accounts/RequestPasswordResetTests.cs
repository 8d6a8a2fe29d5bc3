using System.Net;
using CleanLogin.Application.Accounts.RequestPasswordReset;
using CleanLogin.Application.Login;
using CleanLogin.Application.Mails;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Testing;
using CleanLogin.Testing.Fakes;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace CleanLogin.Application.Tests.Accounts;

public sealed class RequestPasswordResetTests
{
    private static readonly EmailAddress Address = EmailAddress.Parse("alice@example.com")!;

    private static readonly Account Alice = new(
        new UserId("id-of-alice"), Username.Parse("alice")!, "Alice", Address.Value, true, true, new PasswordDigest("digest"));

    private static readonly LoginOrigin Origin = new(IPAddress.Parse("203.0.113.7"), "a browser", null);

    private readonly Mock<IAccounts> _accounts = new();
    private readonly Mock<IPasswordResets> _resets = new();
    private readonly Mock<IOutbox> _outbox = new();
    private readonly Mock<IAddressBudgets> _addresses = new();

    public RequestPasswordResetTests()
    {
        _outbox.SetupGet(outbox => outbox.IsOpen).Returns(true);
        _addresses.Setup(addresses => addresses.ChargeAsync(
                It.IsAny<AddressBlock>(), It.IsAny<AddressUse>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new AttemptCharge.Allowed());
        Exists(Alice);
    }

    [Theory]
    [InlineData("alice")]
    [InlineData("alice@example.com")]
    public async Task The_owner_gets_a_way_by_name_or_address(string typed)
    {
        (await SendAsync(typed)).Should().BeOfType<RequestPasswordResetOutcome.Asked>();

        VerifyBegun(start => start.User == Alice.Id && start.To == Address);
    }

    [Fact]
    public async Task For_a_name_that_no_account_has_the_same_is_done_for_nobody()
    {
        (await SendAsync("carol")).Should().BeOfType<RequestPasswordResetOutcome.Asked>();

        VerifyBegun(start => start.User == null && start.To == null);
    }

    public static TheoryData<string, Account> Unwritable() => new()
    {
        { "disabled", Alice with { IsActive = false } },
        { "address not confirmed", Alice with { EmailVerified = false } },
        { "without a password", Alice with { Digest = null } },
        { "without an address", Alice with { Email = null } },
    };

    [Theory]
    [MemberData(nameof(Unwritable))]
    public async Task An_account_that_may_not_be_written_to_is_treated_as_none(string why, Account account)
    {
        Exists(account);

        (await SendAsync("alice")).Should().BeOfType<RequestPasswordResetOutcome.Asked>(why);

        VerifyBegun(start => start.User == null && start.To == null);
    }

    [Fact]
    public async Task Without_mail_nothing_is_begun()
    {
        _outbox.SetupGet(outbox => outbox.IsOpen).Returns(false);

        (await SendAsync("alice")).Should().BeOfType<RequestPasswordResetOutcome.NoMail>();

        _resets.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task Where_too_many_were_asked_for_from_there_nobody_is_looked_up()
    {
        _addresses.Setup(addresses => addresses.ChargeAsync(
                AddressBlock.Of(Origin.Address)!, AddressUse.Mail, Moments.Start, It.IsAny<CancellationToken>()))
            .ReturnsAsync(new AttemptCharge.Refused(TimeSpan.FromMinutes(2)));

        (await SendAsync("alice")).Should().Be(new RequestPasswordResetOutcome.Throttled(TimeSpan.FromMinutes(2)));

        _accounts.VerifyNoOtherCalls();
        _resets.VerifyNoOtherCalls();
    }

    private void Exists(Account account)
    {
        _accounts.Setup(accounts => accounts.FindAsync(account.Username, It.IsAny<CancellationToken>())).ReturnsAsync(account);
        _accounts.Setup(accounts => accounts.FindAsync(Address, It.IsAny<CancellationToken>())).ReturnsAsync(account);
    }

    private void VerifyBegun(Func<PasswordResetStart, bool> expected) => _resets.Verify(
        resets => resets.BeginAsync(It.Is<PasswordResetStart>(start => expected(start)), It.IsAny<Mail.PasswordReset>(), It.IsAny<CancellationToken>()),
        Times.Once);

    private Task<RequestPasswordResetOutcome> SendAsync(string typed) =>
        new RequestPasswordResetHandler(
                _accounts.Object,
                _resets.Object,
                _outbox.Object,
                new MailBudget(_addresses.Object, new FakeTimeProvider(Moments.Start)),
                new CountingRandom(),
                new ServerAddress(new Uri("https://login.example")))
            .Handle(new RequestPasswordReset(typed, Origin), TestContext.Current.CancellationToken);
}
