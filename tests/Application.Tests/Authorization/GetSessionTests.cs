using CleanLogin.Application.Authorization.GetSession;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Testing;
using Moq;

namespace CleanLogin.Application.Tests.Authorization;

public sealed class GetSessionTests
{
    private readonly Mock<IAuthorizationServer> _server = new();

    [Fact]
    public async Task The_session_of_this_browser_is_told()
    {
        var session = new LoginSession(
            new UserId("alice-id"), "Alice", AuthenticationMethods.Of([AuthenticationMethod.Password]), Moments.Start);
        _server.Setup(server => server.GetSessionAsync(It.IsAny<CancellationToken>())).ReturnsAsync(session);

        (await GetAsync()).Should().BeSameAs(session);
    }

    [Fact]
    public async Task Where_nobody_is_signed_in_there_is_none() => (await GetAsync()).Should().BeNull();

    private Task<LoginSession?> GetAsync() =>
        new GetSessionHandler(_server.Object).Handle(new GetSession(), TestContext.Current.CancellationToken);
}
