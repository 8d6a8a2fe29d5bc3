namespace CleanLogin.Architecture.Tests.Source;

/// <summary>A vendor's name stands in its adapter and where the adapter is chosen, nowhere else.</summary>
public sealed class VendorNamesTests
{
    private static readonly Dictionary<string, string[]> Places = new(StringComparer.Ordinal)
    {
        ["Authsignal"] = ["src/Infrastructure/Authsignal/", "src/Infrastructure/Mfa/"],
        ["OpenIddict"] = ["src/Infrastructure/OpenIddict/", "src/Web/Composition/"],
        ["Duende"] = ["src/Infrastructure.Duende/", "src/Web/Composition/"],
    };

    public static TheoryData<string> Vendors() => [.. Places.Keys];

    [Theory]
    [MemberData(nameof(Vendors))]
    public void A_vendor_is_named_in_its_adapter_alone(string vendor)
    {
        Repository.Code.Should().Contain(file => file.IsUnder(Places[vendor][0]), "the search sees the adapter itself");
        Offenders(vendor, Repository.Code).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public void A_vendor_that_is_named_elsewhere_is_caught(string vendor)
    {
        SourceFile[] files =
        [
            new("src/Web/Pages/Index.cshtml", $"@using CleanLogin.{vendor}"),
            new("src/Application/Ports/IMfaProvider.cs", $"// {vendor.ToUpperInvariant()} does it this way"),
            new(Places[vendor][0] + "Adapter.cs", vendor),
        ];

        Offenders(vendor, files).Should().Equal("src/Web/Pages/Index.cshtml", "src/Application/Ports/IMfaProvider.cs");
    }

    private static IEnumerable<string> Offenders(string vendor, IEnumerable<SourceFile> files) => files
        .Where(file => file.Text.Contains(vendor, StringComparison.OrdinalIgnoreCase) && !Array.Exists(Places[vendor], file.IsUnder))
        .Select(file => file.Path);
}
