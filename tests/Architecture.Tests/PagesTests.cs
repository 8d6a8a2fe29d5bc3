using ArchUnitNET.Domain;
using CleanLogin.Architecture.Tests.Offenders;

namespace CleanLogin.Architecture.Tests;

/// <summary>A page parses, sends and shows. Whoever replaces the pages loses no rule.</summary>
public sealed class PagesTests
{
    private static readonly string[] Ports =
    [
        .. Code.Application.GetTypes()
            .Where(type => type is { IsInterface: true, Namespace: "CleanLogin.Application.Ports" })
            .Select(type => type.FullName!),
    ];

    private static readonly string[] Aggregates = ["CleanLogin.Domain.Login.LoginTransaction", "CleanLogin.Domain.Accounts.Account"];

    [Fact]
    public void Pages_use_no_port_no_aggregate_and_nothing_of_infrastructure()
    {
        Pages().Should().NotBeEmpty();
        Ports.Should().NotBeEmpty();
        Code.Uses(Pages(), IsForbidden).Should().BeEmpty();
    }

    [Fact]
    public void A_page_that_takes_a_port_is_caught() =>
        Code.Uses(Code.In(typeof(PageThatActsByItself).FullName!), IsForbidden).Should()
            .Contain(use => use.EndsWith("uses CleanLogin.Application.Ports.ILoginTransactions", StringComparison.Ordinal))
            .And.Contain(use => use.EndsWith("uses CleanLogin.Domain.Login.LoginTransaction", StringComparison.Ordinal));

    [Fact]
    public void Infrastructure_is_used_where_the_host_is_put_together_and_nowhere_else()
    {
        var users = Code.Uses(Code.In("CleanLogin.Web."), IsInfrastructure).Select(use => use.Split(' ')[0].Split('+', '/')[0]).Distinct();

        users.Should().BeSubsetOf(["CleanLogin.Web.Hosting.Pipeline"]);
        Code.Uses(Code.In("CleanLogin.Web.Hosting.Pipeline"), IsInfrastructure).Should().NotBeEmpty("there the rule sees it");
    }

    private static IReadOnlyList<IType> Pages() => [.. Code.In("CleanLogin.Web.Pages."), .. Code.In("AspNetCoreGeneratedDocument.")];

    private static bool IsForbidden(string used) =>
        IsInfrastructure(used)
        || Ports.Contains(used, StringComparer.Ordinal)
        || Aggregates.Contains(used, StringComparer.Ordinal)
        || Code.IsUnder(used, "OpenIddict", "Microsoft.EntityFrameworkCore", "System.Net.Http");

    private static bool IsInfrastructure(string used) => Code.IsUnder(used, "CleanLogin.Infrastructure");
}
