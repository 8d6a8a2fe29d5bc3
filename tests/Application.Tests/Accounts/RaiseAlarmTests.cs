using CleanLogin.Application.Accounts.RaiseAlarm;
using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using Moq;

namespace CleanLogin.Application.Tests.Accounts;

public sealed class RaiseAlarmTests
{
    private readonly Handlers _handlers = new();
    private readonly Mock<IAuthorizationServer> _server = new();
    private readonly Mock<IAccountAlarms> _alarms = new();
    private readonly Account _alice = Given.AnAccount().Build();

    [Fact]
    public async Task A_session_is_enough_however_old()
    {
        _server.Setup(server => server.GetSessionAsync(It.IsAny<CancellationToken>()))
            .ReturnsAsync(new LoginSession(_alice.Id, "Alice", AuthenticationMethods.Of(AuthenticationMethod.Password), Moments.After(-86_400)));

        (await SendAsync()).Should().BeOfType<RaiseAlarmOutcome.Raised>();

        _alarms.Verify(alarms => alarms.ShutOutAsync(_alice.Id, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task Who_is_not_signed_in_raises_none()
    {
        (await SendAsync()).Should().BeOfType<RaiseAlarmOutcome.SignedOut>();

        _alarms.VerifyNoOtherCalls();
    }

    private Task<RaiseAlarmOutcome> SendAsync() =>
        new RaiseAlarmHandler(new StepUp(_server.Object, _handlers.Accounts.Object, _handlers.Time), _alarms.Object)
            .Handle(new RaiseAlarm(), TestContext.Current.CancellationToken);
}
