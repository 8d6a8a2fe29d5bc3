using System.Runtime.CompilerServices;

namespace CleanLogin.Architecture.Tests;

/// <summary>A vendor's name stands in its adapter and where the adapter is chosen, nowhere else.</summary>
public sealed class VendorNamesTests
{
    private static readonly string Source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "src"));

    [Theory]
    [InlineData("Authsignal", "Infrastructure/Authsignal/", "Infrastructure/Mfa/")]
    [InlineData("OpenIddict", "Infrastructure/OpenIddict/", "Infrastructure/DependencyInjection.cs", "Infrastructure/AuthorizationServerEndpoints.cs")]
    public void A_vendor_is_named_in_its_adapter_alone(string vendor, params string[] places)
    {
        var named = Files().Where(file => Names(File.ReadAllText(file), vendor)).Select(Relative).ToArray();

        named.Should().Contain(file => file.StartsWith(places[0], StringComparison.Ordinal), "the search sees the adapter itself");
        named.Where(file => !places.Any(place => file.StartsWith(place, StringComparison.Ordinal))).Should().BeEmpty();
    }

    [Fact]
    public void The_search_catches_an_offender() => Names("using OpenIddict.Server;", "OpenIddict").Should().BeTrue();

    // The folder of migrations holds the engine's entity names, which the tool writes there.
    private static IEnumerable<string> Files() => Directory
        .EnumerateFiles(Source, "*.cs*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal))
        .Where(file => !Relative(file).Contains("/obj/", StringComparison.Ordinal)
            && !Relative(file).Contains("/bin/", StringComparison.Ordinal)
            && !Relative(file).Contains("/Migrations/", StringComparison.Ordinal));

    private static bool Names(string text, string vendor) => text.Contains(vendor, StringComparison.OrdinalIgnoreCase);

    private static string Relative(string file) => Path.GetRelativePath(Source, file).Replace('\\', '/');

    private static string Here([CallerFilePath] string path = "") => path;
}
