using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Operations.CheckConfiguration;

internal sealed class CheckConfigurationHandler(IEnumerable<IConfigurationCheck> checks)
    : IRequestHandler<CheckConfiguration, ConfigurationReport>
{
    public async Task<ConfigurationReport> Handle(CheckConfiguration request, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var check in checks)
        {
            findings.AddRange(await check.RunAsync(cancellationToken));
        }

        return new ConfigurationReport(findings);
    }
}
