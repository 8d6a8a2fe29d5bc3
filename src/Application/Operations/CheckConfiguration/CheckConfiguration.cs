using MediatR;

namespace CleanLogin.Application.Operations.CheckConfiguration;

/// <summary>An operator wants to know whether the settings fit the services that they name.</summary>
public sealed record CheckConfiguration : IRequest<ConfigurationReport>;
