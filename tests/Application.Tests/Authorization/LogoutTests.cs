using CleanLogin.Application.Authorization.BeginLogout;
using CleanLogin.Application.Authorization.CompleteLogout;
using CleanLogin.Application.Ports;
using Moq;

namespace CleanLogin.Application.Tests.Authorization;

public sealed class LogoutTests
{
    private readonly Mock<IAuthorizationServer> _server = new(MockBehavior.Strict);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a-logout", "Example shop", true, true)]
    [InlineData("a-logout", "Example shop", true, false)]
    [InlineData(null, null, false, false)]
    public async Task The_page_is_told_whom_it_is_about_and_nothing_ends(string? id, string? client, bool signedIn, bool confirm)
    {
        // Strict: a call that ends the session would fail here.
        var context = new LogoutContext(id, client, signedIn, confirm);
        _server.Setup(server => server.GetLogoutAsync(id, Ct)).ReturnsAsync(context);

        (await new BeginLogoutHandler(_server.Object).Handle(new BeginLogout(id), Ct)).Should().BeSameAs(context);
    }

    [Fact]
    public async Task A_session_is_ended_for_the_client_that_asked_and_the_browser_goes_back_to_it()
    {
        var done = new LogoutCompletion(new Continuation("https://shop.example/signed-out"), "Example shop", []);
        _server.Setup(server => server.CompleteLogoutAsync("a-logout", Ct)).ReturnsAsync(done);

        (await CompleteAsync("a-logout")).Should().BeSameAs(done);
        _server.Verify(server => server.CompleteLogoutAsync("a-logout", Ct), Times.Once);
    }

    [Fact]
    public async Task A_person_who_came_by_themselves_goes_nowhere_else()
    {
        _server.Setup(server => server.CompleteLogoutAsync(null, Ct)).ReturnsAsync(new LogoutCompletion(null, null, []));

        (await CompleteAsync(null)).Continue.Should().BeNull();
        _server.Verify(server => server.CompleteLogoutAsync(null, Ct), Times.Once);
    }

    private Task<LogoutCompletion> CompleteAsync(string? id) =>
        new CompleteLogoutHandler(_server.Object).Handle(new CompleteLogout(id), Ct);
}
