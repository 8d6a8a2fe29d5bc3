using CleanLogin.Application.Authorization.GetError;
using CleanLogin.Application.Ports;
using Moq;

namespace CleanLogin.Application.Tests.Authorization;

public sealed class GetProtocolErrorTests
{
    private readonly Mock<IAuthorizationServer> _server = new();

    [Fact]
    public async Task The_error_of_that_id_is_told()
    {
        var error = new ProtocolError("invalid_request", "The redirect URI is not registered.");
        _server.Setup(server => server.GetErrorAsync("an-id", It.IsAny<CancellationToken>())).ReturnsAsync(error);

        (await GetAsync("an-id")).Should().BeSameAs(error);
    }

    [Theory]
    [InlineData("another-id")]
    [InlineData(null)]
    public async Task An_id_that_names_none_gives_none(string? id)
    {
        _server.Setup(server => server.GetErrorAsync("an-id", It.IsAny<CancellationToken>()))
            .ReturnsAsync(new ProtocolError("invalid_request", null));

        (await GetAsync(id)).Should().BeNull();
    }

    private Task<ProtocolError?> GetAsync(string? id) =>
        new GetProtocolErrorHandler(_server.Object).Handle(new GetProtocolError(id), TestContext.Current.CancellationToken);
}
