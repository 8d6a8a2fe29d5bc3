using CleanLogin.Application.Operations.CheckConfiguration;
using CleanLogin.Application.Ports;
using Moq;

namespace CleanLogin.Application.Tests.Operations;

public sealed class CheckConfigurationTests
{
    [Fact]
    public async Task Everything_that_was_found_is_told_in_order()
    {
        Finding[] findings = [Finding.Good("one"), Finding.Note("two"), Finding.Good("three")];

        var report = await CheckAsync(findings[..2], findings[2..]);

        report.Findings.Should().Equal(findings);
        report.IsGood.Should().BeTrue();
    }

    [Fact]
    public async Task One_fault_is_enough() => (await CheckAsync([Finding.Good("one")], [Finding.Fault("two")])).IsGood.Should().BeFalse();

    private static async Task<ConfigurationReport> CheckAsync(params Finding[][] found) =>
        await new CheckConfigurationHandler(found.Select(Check)).Handle(new CheckConfiguration(), TestContext.Current.CancellationToken);

    private static IConfigurationCheck Check(Finding[] findings)
    {
        var check = new Mock<IConfigurationCheck>();
        check.Setup(it => it.RunAsync(It.IsAny<CancellationToken>())).ReturnsAsync(findings);
        return check.Object;
    }
}
