using MediatR;

namespace CleanLogin.Architecture.Tests.Offenders;

public sealed record NeverHandled : IRequest<bool>;
