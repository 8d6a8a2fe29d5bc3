using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Accounts.RaiseAlarm;

internal sealed class RaiseAlarmHandler(StepUp person, IAccountAlarms alarms) : IRequestHandler<RaiseAlarm, RaiseAlarmOutcome>
{
    public async Task<RaiseAlarmOutcome> Handle(RaiseAlarm request, CancellationToken cancellationToken)
    {
        if (await person.CheckAsync(cancellationToken) is not { Present: { } account })
        {
            return new RaiseAlarmOutcome.SignedOut();
        }

        await alarms.ShutOutAsync(account.Id, cancellationToken);
        return new RaiseAlarmOutcome.Raised();
    }
}
