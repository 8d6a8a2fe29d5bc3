using CleanLogin.Application.Login.GetPage;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Testing;
using Moq;

namespace CleanLogin.Application.Tests.Login;

public sealed class GetLoginPageTests
{
    private readonly Mock<IAuthorizationServer> _server = new();
    private readonly Mock<IPasskeyProvider> _passkeys = new();
    private readonly Mock<IOwnPasskeys> _own = new();

    public GetLoginPageTests() => _passkeys.SetupGet(passkeys => passkeys.Offer).Returns(new PasskeyOffer.None());

    [Theory]
    [InlineData("/account", "/account")]
    [InlineData("//evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData(null, "/")]
    public async Task Only_a_place_of_this_server_is_kept(string? asked, string kept) =>
        (await GetAsync(asked)).Should().Be(new LoginPage(Domain.Login.ReturnUrl.Parse(kept)!, null, null, null, new PasskeyOffer.None()));

    [Fact]
    public async Task An_application_that_asks_is_named_and_its_hint_filled_in()
    {
        Asks("/connect/authorize?interaction=1", loginHint: " alice ");

        var page = await GetAsync("/connect/authorize?interaction=1");

        page.ClientName.Should().Be("Example shop");
        page.LoginHint.Should().Be("alice");
        page.ReturnUrl.Value.Should().Be("/connect/authorize?interaction=1");
    }

    [Fact]
    public async Task A_request_that_nobody_waits_for_any_more_is_said_to_be_over_and_not_gone_to()
    {
        var page = await GetAsync("/connect/authorize?interaction=1");

        page.IsRequestOver.Should().BeTrue();
        page.ReturnUrl.Should().Be(Domain.Login.ReturnUrl.Home);
        (await GetAsync("/Manage")).IsRequestOver.Should().BeFalse();
    }

    [Fact]
    public async Task A_hint_that_is_no_name_is_left_out()
    {
        Asks("/connect/authorize", loginHint: "ali\nce");

        (await GetAsync("/connect/authorize")).LoginHint.Should().BeNull();
    }

    [Fact]
    public async Task Who_is_signed_in_is_said()
    {
        _server.Setup(server => server.GetSessionAsync(It.IsAny<CancellationToken>()))
            .ReturnsAsync(new LoginSession(new UserId("id"), "Alice Smith", AuthenticationMethods.None, Moments.Start));

        (await GetAsync("/")).SignedInAs.Should().Be("Alice Smith");
    }

    [Fact]
    public async Task What_asks_for_a_passkey_is_passed_on()
    {
        var offer = new PasskeyOffer.Hosted(new Uri("https://api.example/v1"), "tenant", "action");
        _passkeys.SetupGet(passkeys => passkeys.Offer).Returns(offer);

        var page = await GetAsync("/");

        page.Passkeys.Should().Be(offer);
        page.Ceremony.Should().BeNull();
        _own.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task Where_this_server_keeps_passkeys_the_browser_is_asked_for_whichever_it_has()
    {
        var ceremony = new PasskeyCeremony("{}", "ticket");
        _passkeys.SetupGet(passkeys => passkeys.Offer).Returns(new PasskeyOffer.OwnPages("own:passkey"));
        _own.Setup(own => own.AskAsync(new PasskeyAsk.SignIn(), It.IsAny<CancellationToken>())).ReturnsAsync(ceremony);

        (await GetAsync("/")).Ceremony.Should().Be(ceremony);
    }

    private void Asks(string returnUrl, string loginHint) => _server
        .Setup(server => server.FindAuthorizationAsync(returnUrl, It.IsAny<CancellationToken>()))
        .ReturnsAsync(new AuthorizationContext
        {
            ReturnUrl = returnUrl,
            ClientId = "shop",
            ClientName = "Example shop",
            BeganAt = Moments.Start,
            LoginHint = loginHint,
        });

    private Task<LoginPage> GetAsync(string? returnUrl) =>
        new GetLoginPageHandler(_server.Object, _passkeys.Object, _own.Object).Handle(new GetLoginPage(returnUrl), TestContext.Current.CancellationToken);
}
