using CleanLogin.Application.Login.Cancel;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Login;
using CleanLogin.Testing;
using Moq;

namespace CleanLogin.Application.Tests.Login;

public sealed class CancelLoginTests
{
    private readonly Mock<IAuthorizationServer> _server = new();

    [Fact]
    public async Task The_application_that_waits_hears_that_access_is_denied()
    {
        var context = new AuthorizationContext
        {
            ReturnUrl = "/connect/authorize", ClientId = "shop", ClientName = "Example shop", BeganAt = Moments.Start,
        };
        _server.Setup(server => server.FindAuthorizationAsync("/connect/authorize", It.IsAny<CancellationToken>())).ReturnsAsync(context);
        _server.Setup(server => server.DenyAsync(context, AuthorizationDenial.AccessDenied, It.IsAny<CancellationToken>()))
            .ReturnsAsync(new Continuation("https://shop.example/cb?error=access_denied"));

        (await CancelAsync()).Url.Should().Be("https://shop.example/cb?error=access_denied");
    }

    [Fact]
    public async Task Where_no_application_waits_the_start_page_comes_next() => (await CancelAsync()).Url.Should().Be("/");

    private Task<Continuation> CancelAsync() => new CancelLoginHandler(_server.Object)
        .Handle(new CancelLogin(ReturnUrl.Parse("/connect/authorize")!), TestContext.Current.CancellationToken);
}
