using CleanLogin.Architecture.Tests.Offenders;

namespace CleanLogin.Architecture.Tests;

/// <summary>
/// Who may use whom, seen in the compiled code. A rule that sees no types would pass, so each says that there are some; a rule that sees
/// no uses would pass too, so each is shown a type that breaks it.
/// </summary>
public sealed class LayersTests
{
    private const string Domain = "CleanLogin.Domain";
    private const string Application = "CleanLogin.Application";
    private const string Infrastructure = "CleanLogin.Infrastructure";
    private const string Web = "CleanLogin.Web";

    public static TheoryData<string, string> Rules() => new()
    {
        { Domain, nameof(DomainThatReadsTheWeb) },
        { Application, nameof(ApplicationThatKnowsTheDatabase) },
        { Infrastructure, nameof(InfrastructureThatKnowsThePages) },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_layer_uses_nothing_that_lies_further_out(string layer, string offender)
    {
        var types = Code.In(layer + ".");

        types.Should().NotBeEmpty();
        Code.Uses(types, Forbidden(layer)).Should().BeEmpty();
        Code.Uses(Code.In("CleanLogin.Architecture.Tests.Offenders." + offender), Forbidden(layer)).Should().NotBeEmpty();
    }

    [Fact]
    public void The_database_stays_in_infrastructure()
    {
        var types = Code.In(Web + ".");

        types.Should().NotBeEmpty();
        Code.Uses(types, IsDatabase).Should().BeEmpty();
        Code.Uses(Code.In(Infrastructure + "."), IsDatabase).Should().NotBeEmpty("there the rule sees it");
    }

    private static Func<string, bool> Forbidden(string layer) => layer switch
    {
        Domain => used => !Code.IsUnder(used, "System", Domain) && !IsCompilers(used),
        Application => used => !Code.IsUnder(
                used,
                "System",
                Domain,
                Application,
                "MediatR",
                "FluentValidation",
                "Scrutor",
                "Microsoft.Extensions.DependencyInjection",
                "Microsoft.Extensions.Logging")
            && !IsCompilers(used)
            || Code.IsUnder(used, "System.Net.Http"),
        Infrastructure => used => Code.IsUnder(used, Web, "CleanLogin.WebClient"),
        _ => throw new ArgumentOutOfRangeException(nameof(layer), layer, "No rule for this layer."),
    };

    private static bool IsDatabase(string used) => Code.IsUnder(used, "Microsoft.EntityFrameworkCore", "Microsoft.Data", "Npgsql");

    // What the compiler puts into an assembly: attributes, inline arrays, switches over text.
    private static bool IsCompilers(string used) =>
        used.StartsWith('<') || Code.IsUnder(used, "Microsoft.CodeAnalysis") || !used.Contains('.', StringComparison.Ordinal);
}
