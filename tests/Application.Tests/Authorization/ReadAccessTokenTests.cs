using CleanLogin.Application.Authorization.ReadAccessToken;
using CleanLogin.Application.Ports;
using Moq;

namespace CleanLogin.Application.Tests.Authorization;

public sealed class ReadAccessTokenTests
{
    [Fact]
    public async Task The_engine_says_what_a_token_is_worth_for_that_scope()
    {
        var server = new Mock<IAuthorizationServer>();
        server.Setup(engine => engine.ReadAccessTokenAsync("passkeys", It.IsAny<CancellationToken>()))
            .ReturnsAsync(new AccessTokenReading.ScopeMissing());

        var reading = await new ReadAccessTokenHandler(server.Object)
            .Handle(new ReadAccessToken("passkeys"), TestContext.Current.CancellationToken);

        reading.Should().BeOfType<AccessTokenReading.ScopeMissing>();
    }
}
