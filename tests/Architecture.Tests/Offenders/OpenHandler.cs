using MediatR;

namespace CleanLogin.Architecture.Tests.Offenders;

public class OpenHandler : IRequestHandler<TwiceHandled, bool>
{
    public Task<bool> Handle(TwiceHandled request, CancellationToken cancellationToken) => Task.FromResult(true);
}
