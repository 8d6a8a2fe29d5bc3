using CleanLogin.Application.Accounts.ChangePassword;
using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Login;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Testing;
using CleanLogin.Testing.Fakes;
using Moq;

namespace CleanLogin.Application.Tests.Accounts;

public sealed class ChangePasswordTests
{
    private readonly Handlers _handlers = new();
    private readonly Mock<IAuthorizationServer> _server = new();
    private readonly Mock<IPasswordChanges> _changes = new();
    private readonly Account _alice;

    public ChangePasswordTests()
    {
        var hasher = new FakePasswordHasher();
        _alice = new Account(
            new UserId("id-of-alice"), Username.Parse("alice")!, "Alice", null, false, true, hasher.Hash(PlainPassword.Parse("present")!));
        _handlers.Knows(_alice);
        SignedIn(true);
        Completes(true);
    }

    [Fact]
    public async Task Who_knows_the_present_one_changes_it()
    {
        (await ChangeAsync("present", "correct horse")).Should().BeOfType<ChangePasswordOutcome.Done>();

        _changes.Verify(changes => changes.CompleteAsync(_alice, It.IsAny<PasswordDigest>(), true, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task Who_does_not_know_it_changes_nothing()
    {
        (await ChangeAsync("wrong", "correct horse")).Should().Be(new ChangePasswordOutcome.Denied(DenialReason.InvalidCredentials, null));

        _changes.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task During_a_pause_it_is_not_even_looked_at()
    {
        _handlers.Pauses(TimeSpan.FromSeconds(30));

        (await ChangeAsync("present", "correct horse")).Should().Be(new ChangePasswordOutcome.Denied(DenialReason.Throttled, TimeSpan.FromSeconds(30)));

        _changes.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_weak_new_one_is_refused_before_the_present_one_is_looked_at()
    {
        (await ChangeAsync("present", "short")).Should().Be(new ChangePasswordOutcome.Weak(PasswordFault.TooShort, 8));

        _handlers.Attempts.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task The_present_one_is_no_new_one_and_trying_it_costs_no_attempt()
    {
        (await ChangeAsync("present password", "present password")).Should().Be(new ChangePasswordOutcome.Weak(PasswordFault.Unchanged, 8));

        _handlers.Attempts.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task Who_is_not_signed_in_changes_nothing()
    {
        SignedIn(false);

        (await ChangeAsync("present", "correct horse")).Should().BeOfType<ChangePasswordOutcome.SignedOut>();

        _handlers.Attempts.VerifyNoOtherCalls();
        _changes.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task What_somebody_else_has_changed_meanwhile_is_not_overwritten()
    {
        Completes(false);

        (await ChangeAsync("present", "correct horse")).Should().Be(new ChangePasswordOutcome.Denied(DenialReason.InvalidCredentials, null));
    }

    private void SignedIn(bool signedIn) => _server.Setup(server => server.GetSessionAsync(It.IsAny<CancellationToken>())).ReturnsAsync(
        signedIn ? new LoginSession(_alice.Id, "Alice", AuthenticationMethods.Of([AuthenticationMethod.Password]), Moments.Start) : null);

    private void Completes(bool done) => _changes
        .Setup(changes => changes.CompleteAsync(
            It.IsAny<Account>(), It.IsAny<PasswordDigest>(), It.IsAny<bool>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync(done);

    private Task<ChangePasswordOutcome> ChangeAsync(string present, string fresh)
    {
        var (hasher, hashing) = (new FakePasswordHasher(), new ImmediateHashing());
        var handler = new ChangePasswordHandler(
            new StepUp(_server.Object, _handlers.Accounts.Object, _handlers.Time),
            new PasswordCheck(_handlers.Accounts.Object, _handlers.Budget, hasher, hashing, _handlers.Events.Object, _handlers.Time),
            new PasswordPolicy(EnrolmentRule.Required, Mock.Of<ICommonPasswords>(), []),
            _changes.Object,
            hasher,
            hashing);
        return handler.Handle(
            new ChangePassword(Typed.Password(present), Typed.Password(fresh), EndOtherSessions: true, new LoginOrigin(null, null, null)),
            TestContext.Current.CancellationToken);
    }
}
