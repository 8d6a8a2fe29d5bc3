using ArchUnitNET.Domain;
using CleanLogin.Architecture.Tests.Offenders;
using CleanLogin.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

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

    private static readonly string[] FormVerbs = ["Post", "Put", "Patch", "Delete"];

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

        users.Should().BeSubsetOf(
        [
            "CleanLogin.Web.Composition.ProtocolEngine",
            "CleanLogin.Web.Hosting.LoginServerHost",
            "CleanLogin.Web.Hosting.Pipeline",
            "CleanLogin.Web.Hosting.SecurityHeaders",
            "CleanLogin.Web.Hosting.TelemetryHosting",
        ]);
        Code.Uses(Code.In("CleanLogin.Web.Hosting.Pipeline"), IsInfrastructure).Should().NotBeEmpty("there the rule sees it");
    }

    // The filter that refuses a stale form gives it back filled in, and only a page can do that. One that cannot would be found by a visitor.
    [Fact]
    public void A_page_that_takes_a_form_can_show_it_again()
    {
        var types = Code.Web.GetTypes();

        types.Where(TakesForms).Should().NotBeEmpty();
        FormsThatCannotComeBack(types).Should().BeEmpty();
        FormsThatCannotComeBack([typeof(FormThatCannotComeBack)]).Should().Equal(typeof(FormThatCannotComeBack));
    }

    private static IEnumerable<Type> FormsThatCannotComeBack(IEnumerable<Type> types) =>
        types.Where(type => TakesForms(type) && !type.IsAssignableTo(typeof(IStaleForm)));

    // As Razor Pages finds handlers: public methods named after the verb, on the model or on the page itself.
    private static bool TakesForms(Type type) =>
        (type.IsSubclassOf(typeof(PageModel)) || type.IsSubclassOf(typeof(PageBase)))
        && type.GetMethods().Any(method => FormVerbs.Any(verb => method.Name.StartsWith("On" + verb, StringComparison.Ordinal)));

    private static IReadOnlyList<IType> Pages() => [.. Code.In("CleanLogin.Web.Pages."), .. Code.In("AspNetCoreGeneratedDocument.")];

    private static bool IsForbidden(string used) =>
        IsInfrastructure(used)
        || Ports.Contains(used, StringComparer.Ordinal)
        || Aggregates.Contains(used, StringComparer.Ordinal)
        || Code.IsUnder(used, "OpenIddict", "Microsoft.EntityFrameworkCore", "System.Net.Http");

    private static bool IsInfrastructure(string used) => Code.IsUnder(used, "CleanLogin.Infrastructure");
}
