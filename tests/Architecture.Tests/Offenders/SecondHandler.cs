using MediatR;

namespace CleanLogin.Architecture.Tests.Offenders;

internal sealed class SecondHandler : IRequestHandler<TwiceHandled, bool>
{
    public Task<bool> Handle(TwiceHandled request, CancellationToken cancellationToken) => Task.FromResult(true);
}
