using CleanLogin.Application.Accounts;
using CleanLogin.Application.Accounts.GetPasswordReset;
using CleanLogin.Application.Accounts.ResetPassword;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Mfa;
using CleanLogin.Testing.Fakes;
using Moq;

namespace CleanLogin.Application.Tests.Accounts;

public sealed class ResetPasswordTests
{
    private static readonly ResetToken Token = ResetToken.From(new byte[ResetToken.Size]);

    private static readonly Account Alice = new(
        new UserId("id-of-alice"), Username.Parse("alice")!, "Alice", "alice@example.com", true, true, new PasswordDigest("digest"));

    private readonly Mock<IAccounts> _accounts = new();
    private readonly Mock<IPasswordResets> _resets = new();
    private readonly Mock<IKnownDevices> _devices = new();
    private readonly PasswordPolicy _policy = new(EnrolmentRule.Required, Mock.Of<ICommonPasswords>(), []);

    public ResetPasswordTests()
    {
        _resets.Setup(resets => resets.FindAsync(Token, It.IsAny<CancellationToken>())).ReturnsAsync(Alice.Id);
        Completes(true);
        Exists(Alice);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_new_password_is_saved()
    {
        (await SendAsync("correct horse")).Should().BeOfType<ResetPasswordOutcome.Done>();

        VerifyCompleted(Times.Once());
    }

    [Fact]
    public async Task The_browser_is_known_from_then_on_so_that_guessing_strangers_cannot_keep_the_owner_out()
    {
        await SendAsync("correct horse");

        _devices.Verify(devices => devices.Remember(Alice.Id), Times.Once);
    }

    [Fact]
    public async Task A_browser_that_has_changed_nothing_is_not_known()
    {
        Completes(false);
        await SendAsync("correct horse");
        await SendAsync("short");

        _devices.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_weak_password_uses_nothing_up()
    {
        (await SendAsync("short")).Should().Be(new ResetPasswordOutcome.Weak(PasswordFault.TooShort, 8));

        VerifyCompleted(Times.Never());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_a_new_one_is_due_the_present_one_will_not_do(bool due)
    {
        Exists(Alice with { IsPasswordDue = due, Digest = new FakePasswordHasher().Hash(PlainPassword.Parse("correct horse")!) });

        (await SendAsync("correct horse")).Should().Be(
            due ? new ResetPasswordOutcome.Weak(PasswordFault.Unchanged, 8) : new ResetPasswordOutcome.Done());
        (await SendAsync("battery staple")).Should().BeOfType<ResetPasswordOutcome.Done>();
    }

    [Fact]
    public async Task What_another_call_has_used_up_meanwhile_is_gone()
    {
        Completes(false);

        (await SendAsync("correct horse")).Should().BeOfType<ResetPasswordOutcome.Gone>();
    }

    [Fact]
    public async Task Without_a_way_nothing_is_changed()
    {
        (await SendAsync("correct horse", ResetToken.From(Enumerable.Repeat((byte)1, ResetToken.Size).ToArray()))).Should().BeOfType<ResetPasswordOutcome.Gone>();
        (await HandleAsync(new ResetPassword(null, Typed.Password("correct horse")))).Should().BeOfType<ResetPasswordOutcome.Gone>();

        VerifyCompleted(Times.Never());
    }

    [Fact]
    public async Task An_account_that_was_disabled_meanwhile_gets_no_password_by_mail()
    {
        Exists(Alice with { IsActive = false });

        (await SendAsync("correct horse")).Should().BeOfType<ResetPasswordOutcome.Gone>();
        (await LookAsync(Token)).Should().BeOfType<GetPasswordResetOutcome.Gone>();
        VerifyCompleted(Times.Never());
    }

    [Fact]
    public async Task The_page_says_for_whom_and_how_long_and_uses_nothing_up()
    {
        (await LookAsync(Token)).Should().Be(new GetPasswordResetOutcome.Open("alice", 8));
        (await LookAsync(null)).Should().BeOfType<GetPasswordResetOutcome.Gone>();

        VerifyCompleted(Times.Never());
    }

    private void Exists(Account account) =>
        _accounts.Setup(accounts => accounts.FindAsync(account.Id, It.IsAny<CancellationToken>())).ReturnsAsync(account);

    private void Completes(bool done) => _resets
        .Setup(resets => resets.CompleteAsync(Token, It.IsAny<Account>(), It.IsAny<PasswordDigest>(), It.IsAny<CancellationToken>())).ReturnsAsync(done);

    private void VerifyCompleted(Times times) => _resets.Verify(
        resets => resets.CompleteAsync(It.IsAny<ResetToken>(), It.IsAny<Account>(), It.IsAny<PasswordDigest>(), It.IsAny<CancellationToken>()), times);

    private Task<GetPasswordResetOutcome> LookAsync(ResetToken? token) =>
        new GetPasswordResetHandler(new OpenPasswordReset(_resets.Object, _accounts.Object), _policy).Handle(new GetPasswordReset(token), Ct);

    private Task<ResetPasswordOutcome> SendAsync(string password, ResetToken? token = null) =>
        HandleAsync(new ResetPassword(token ?? Token, Typed.Password(password)));

    private Task<ResetPasswordOutcome> HandleAsync(ResetPassword command) =>
        new ResetPasswordHandler(
            new OpenPasswordReset(_resets.Object, _accounts.Object),
            _resets.Object,
            _policy,
            new FakePasswordHasher(),
            new ImmediateHashing(),
            _devices.Object)
            .Handle(command, Ct);
}
