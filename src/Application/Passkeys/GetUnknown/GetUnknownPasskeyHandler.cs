using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Passkeys.GetUnknown;

internal sealed class GetUnknownPasskeyHandler(IPasskeyProvider provider, IOwnPasskeys passkeys)
    : IRequestHandler<GetUnknownPasskey, UnknownPasskey>
{
    public async Task<UnknownPasskey> Handle(GetUnknownPasskey request, CancellationToken cancellationToken) => new(
        provider.Offer is PasskeyOffer.OwnPages && request.Answer is { } answer
            ? await passkeys.DescribeUnknownAsync(answer, cancellationToken)
            : null);
}
