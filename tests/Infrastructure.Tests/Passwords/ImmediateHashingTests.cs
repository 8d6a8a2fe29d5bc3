using CleanLogin.Application.Ports;
using CleanLogin.Testing.Fakes;

namespace CleanLogin.Infrastructure.Tests.Passwords;

public sealed class ImmediateHashingTests : HashingSchedulerContract
{
    private protected override IHashingScheduler Scheduler { get; } = new ImmediateHashing();
}
