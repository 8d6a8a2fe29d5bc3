using CleanLogin.Application.Ports;

namespace CleanLogin.Application.Operations.CheckConfiguration;

/// <summary>What was found, in the order in which it was looked at.</summary>
public sealed record ConfigurationReport(IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether people can log in with these settings, as far as can be told.</summary>
    public bool IsGood => Findings.All(finding => finding.Kind is not FindingKind.Fault);
}
