using CleanLogin.Application.Passkeys.Add;
using CleanLogin.Application.Passkeys.BeginAdding;
using CleanLogin.Application.Passkeys.DeclineInvitation;
using CleanLogin.Application.Passkeys.GetInvitation;
using CleanLogin.Application.Passkeys.GetShelf;
using CleanLogin.Application.Passkeys.GetUnknown;
using CleanLogin.Application.Passkeys.Rename;
using CleanLogin.Application.Ports;
using CleanLogin.Application.Tests.Authenticators;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Mfa;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using Moq;

namespace CleanLogin.Application.Tests.Passkeys;

/// <summary>A person looks after the passkeys that this server keeps.</summary>
public sealed class OwnPasskeysTests
{
    private static readonly Account Alice = AuthenticatorsWorld.Alice;
    private static readonly AuthenticatorId Id = AuthenticatorId.Of(new Guid(7, 0, 0, new byte[8]));
    private static readonly ChallengeToken Answer = ChallengeToken.Parse("answer of the browser")!;
    private static readonly PasskeyCeremony Ceremony = new("{}", "ticket");
    private static readonly PasskeySignal Signal = new("{\"accepted\":1}", "{\"details\":1}");

    private readonly AuthenticatorsWorld _world = new();
    private readonly Mock<IPasskeyProvider> _provider = new();
    private readonly Mock<IOwnPasskeys> _passkeys = new();

    public OwnPasskeysTests()
    {
        _provider.SetupGet(provider => provider.Offer).Returns(new PasskeyOffer.OwnPages("own:passkey"));
        _passkeys.Setup(passkeys => passkeys.BeginAddingAsync(Evidence(), Alice, It.IsAny<CancellationToken>())).ReturnsAsync(Ceremony);
        _passkeys.Setup(passkeys => passkeys.AddAsync(Evidence(), Answer, It.IsAny<CancellationToken>())).ReturnsAsync(Id);
        _passkeys.Setup(passkeys => passkeys.DescribeAsync(Alice, It.IsAny<CancellationToken>())).ReturnsAsync(Signal);
        _passkeys.Setup(passkeys => passkeys.RenameAsync(Alice.Id, Id, PasskeyName.Parse("My phone")!, It.IsAny<CancellationToken>()))
            .ReturnsAsync(true);
        _world.SignedIn();
    }

    [Fact]
    public async Task Who_has_just_proven_two_factors_may_add_one()
    {
        (await BeginAsync()).Should().Be(new BeginAddingPasskeyOutcome.Ready(Ceremony, "alice"));
        (await AddAsync(Answer)).Should().BeOfType<AddPasskeyOutcome.Added>();
        (await ShelfAsync()).Should().Be(new PasskeyShelf(MayAdd: true, Signal));
    }

    [Fact]
    public async Task After_a_while_it_has_to_be_confirmed_again()
    {
        _world.Time.Advance(RecentMultiFactor.Lifetime);

        await NothingIsAddedAsync();
        (await ShelfAsync()).Should().Be(new PasskeyShelf(MayAdd: false, Signal));
    }

    [Fact]
    public async Task One_factor_is_not_enough_to_add_another()
    {
        _world.SignedIn(AuthenticationMethods.Of(AuthenticationMethod.Password));

        await NothingIsAddedAsync();
    }

    [Fact]
    public async Task A_disabled_account_adds_nothing()
    {
        _world.Knows(Given.AnAccount().Disabled().Build());

        await NothingIsAddedAsync();
        (await ShelfAsync()).Should().Be(new PasskeyShelf(MayAdd: false, Signal: null));
    }

    [Fact]
    public async Task While_a_new_password_is_due_none_is_added_and_nobody_is_invited()
    {
        _world.Knows(Alice with { IsPasswordDue = true });
        _world.Has();

        await NothingIsAddedAsync();
        (await IsInvitedAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task An_answer_that_is_none_adds_nothing()
    {
        (await AddAsync(ChallengeToken.Parse("another")!)).Should().BeOfType<AddPasskeyOutcome.Refused>();
        (await AddAsync(answer: null)).Should().BeOfType<AddPasskeyOutcome.Refused>();
    }

    [Fact]
    public async Task Where_somebody_else_keeps_passkeys_none_is_added_here_and_browsers_are_told_nothing()
    {
        _provider.SetupGet(provider => provider.Offer).Returns(new PasskeyOffer.Hosted(new Uri("https://api.example/v1"), "tenant", "action"));

        (await BeginAsync()).Should().BeOfType<BeginAddingPasskeyOutcome.NotOffered>();
        (await AddAsync(Answer)).Should().BeOfType<AddPasskeyOutcome.Refused>();
        (await ShelfAsync()).Should().Be(new PasskeyShelf(MayAdd: false, Signal: null));
        _passkeys.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_name_may_be_given_long_after_the_login()
    {
        _world.Time.Advance(TimeSpan.FromHours(3));

        (await RenameAsync(Id, " My phone ")).Should().BeOfType<RenamePasskeyOutcome.Renamed>();
    }

    [Fact]
    public async Task What_is_not_there_gets_no_name()
    {
        (await RenameAsync(AuthenticatorId.Of(Guid.Empty), "My phone")).Should().BeOfType<RenamePasskeyOutcome.Unknown>();
        (await RenameAsync(null, "My phone")).Should().BeOfType<RenamePasskeyOutcome.Unknown>();
    }

    [Fact]
    public async Task Nobody_names_anything_without_being_signed_in()
    {
        _world.Server.Reset();

        (await RenameAsync(Id, "My phone")).Should().BeOfType<RenamePasskeyOutcome.SignedOut>();
        _passkeys.VerifyNoOtherCalls();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("a\nb")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void What_is_no_name_is_said_so(string? name) =>
        new RenamePasskeyValidator().Validate(new RenamePasskey(Id, name)).Errors.Should().ContainSingle()
            .Which.ErrorMessage.Should().Be("Enter a name of at most 64 characters.");

    [Fact]
    public async Task A_passkey_that_counts_for_nobody_is_told_of_where_this_server_keeps_them()
    {
        _passkeys.Setup(passkeys => passkeys.DescribeUnknownAsync(Answer, It.IsAny<CancellationToken>())).ReturnsAsync("{}");

        (await GetUnknownAsync(Answer)).Signal.Should().Be("{}");
        (await GetUnknownAsync(answer: null)).Signal.Should().BeNull();

        _provider.SetupGet(provider => provider.Offer).Returns(new PasskeyOffer.Hosted(new Uri("https://api.example/v1"), "tenant", "action"));
        (await GetUnknownAsync(Answer)).Signal.Should().BeNull();
    }

    [Fact]
    public async Task Who_has_signed_in_with_a_password_and_a_code_is_invited_to_add_one()
    {
        _world.Has(AuthenticatorsWorld.An(AuthenticationMethod.OneTimePassword, "app"));

        (await IsInvitedAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task Who_has_declined_is_not_invited_again()
    {
        _world.Has(AuthenticatorsWorld.An(AuthenticationMethod.OneTimePassword, "app"));
        _passkeys.Setup(passkeys => passkeys.IsInvitationDeclinedAsync(Alice.Id, It.IsAny<CancellationToken>())).ReturnsAsync(true);

        (await IsInvitedAsync()).Should().BeFalse();
    }

    [Theory]
    [InlineData("synced-passkey")]
    [InlineData("device-bound-passkey")]
    [InlineData("unverified-passkey")]
    [InlineData("security-key")]
    public async Task Who_has_one_is_not_invited(string method)
    {
        _world.Has(AuthenticatorsWorld.An(AuthenticationMethod.Find(method), "passkey"));

        (await IsInvitedAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task Who_has_just_set_up_an_app_is_left_in_peace()
    {
        _world.Has(AuthenticatorsWorld.An(AuthenticationMethod.OneTimePassword, "app", Moments.Start.AddMinutes(-9)));
        (await IsInvitedAsync()).Should().BeFalse();

        _world.Has(AuthenticatorsWorld.An(AuthenticationMethod.OneTimePassword, "app", Moments.Start.AddMinutes(-10)));
        (await IsInvitedAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task Nobody_is_invited_who_could_not_add_one_at_once()
    {
        _world.Has();
        _world.SignedIn(AuthenticationMethods.Of(AuthenticationMethod.Password));
        (await IsInvitedAsync()).Should().BeFalse();

        _world.SignedIn();
        _provider.SetupGet(provider => provider.Offer).Returns(new PasskeyOffer.None());
        (await IsInvitedAsync()).Should().BeFalse();

        _provider.SetupGet(provider => provider.Offer).Returns(new PasskeyOffer.OwnPages("own:passkey"));
        _world.Lists(new AuthenticatorListing.Unavailable());
        (await IsInvitedAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task Only_who_is_signed_in_declines()
    {
        await DeclineAsync();
        _passkeys.Verify(passkeys => passkeys.DeclineInvitationAsync(Alice.Id, It.IsAny<CancellationToken>()), Times.Once);

        _world.Server.Reset();
        await DeclineAsync();
        _passkeys.VerifyNoOtherCalls();
    }

    private static RecentMultiFactor Evidence() => It.Is<RecentMultiFactor>(by => by.User == Alice.Id);

    private async Task NothingIsAddedAsync()
    {
        (await BeginAsync()).Should().BeOfType<BeginAddingPasskeyOutcome.LoginNeeded>();
        (await AddAsync(Answer)).Should().BeOfType<AddPasskeyOutcome.LoginNeeded>();
        _passkeys.VerifyNoOtherCalls();
    }

    private Task<BeginAddingPasskeyOutcome> BeginAsync() =>
        new BeginAddingPasskeyHandler(_world.StepUp, _provider.Object, _passkeys.Object)
            .Handle(new BeginAddingPasskey(), TestContext.Current.CancellationToken);

    private Task<AddPasskeyOutcome> AddAsync(ChallengeToken? answer) =>
        new AddPasskeyHandler(_world.StepUp, _provider.Object, _passkeys.Object)
            .Handle(new AddPasskey(answer), TestContext.Current.CancellationToken);

    private Task<RenamePasskeyOutcome> RenameAsync(AuthenticatorId? id, string name) =>
        new RenamePasskeyHandler(_world.StepUp, _passkeys.Object)
            .Handle(new RenamePasskey(id, name), TestContext.Current.CancellationToken);

    private Task<UnknownPasskey> GetUnknownAsync(ChallengeToken? answer) =>
        new GetUnknownPasskeyHandler(_provider.Object, _passkeys.Object)
            .Handle(new GetUnknownPasskey(answer), TestContext.Current.CancellationToken);

    private async Task<bool> IsInvitedAsync() =>
        (await new GetPasskeyInvitationHandler(_world.StepUp, _provider.Object, _world.Directory.Object, _passkeys.Object, _world.Time)
            .Handle(new GetPasskeyInvitation(), TestContext.Current.CancellationToken)).IsMade;

    private async Task DeclineAsync() =>
        await new DeclinePasskeyInvitationHandler(_world.StepUp, _passkeys.Object)
            .Handle(new DeclinePasskeyInvitation(), TestContext.Current.CancellationToken);

    private Task<PasskeyShelf> ShelfAsync() =>
        new GetPasskeyShelfHandler(_world.StepUp, _provider.Object, _passkeys.Object)
            .Handle(new GetPasskeyShelf(), TestContext.Current.CancellationToken);
}
