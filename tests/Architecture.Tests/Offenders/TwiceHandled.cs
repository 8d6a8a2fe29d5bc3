using MediatR;

namespace CleanLogin.Architecture.Tests.Offenders;

public sealed record TwiceHandled : IRequest<bool>;
