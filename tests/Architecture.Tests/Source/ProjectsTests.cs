using System.Xml.Linq;

namespace CleanLogin.Architecture.Tests.Source;

public sealed class ProjectsTests
{
    private static readonly Dictionary<string, string[]> References = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Application"] = ["Domain"],
        ["Infrastructure"] = ["Application"],
        ["Infrastructure.Duende"] = ["Infrastructure"],
        ["Web"] = ["Infrastructure.Duende", "Application", "Infrastructure"],
        ["WebClient"] = [],
    };

    [Fact]
    public void Every_project_references_what_lies_further_in() =>
        Repository.Product.Where(file => file.EndsWith(".csproj"))
            .ToDictionary(Name, file => Included(file.Text, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))))
            .Should().BeEquivalentTo(References);

    [Fact]
    public void The_second_engine_is_referenced_where_it_is_asked_for_alone()
    {
        var unasked = XDocument.Parse(Repository.Text("src/Web/Web.csproj")).Descendants("ItemGroup").Where(group => group.Attribute("Condition") is null);

        unasked.Descendants("ProjectReference").Should().NotBeEmpty()
            .And.NotContain(reference => reference.Attribute("Include")!.Value.Contains("Infrastructure.Duende", StringComparison.Ordinal));
        Repository.Text("CleanLogin.sln").Should().NotContain("Infrastructure.Duende");
    }

    [Fact]
    public void Domain_has_no_package() =>
        Included(Repository.Text("src/Domain/Domain.csproj"), "PackageReference").Should().BeEmpty();

    [Fact]
    public void Versions_stand_in_one_place()
    {
        var projects = Repository.Product.Where(file => file.EndsWith(".csproj")).Select(file => file.Text).ToArray();

        projects.SelectMany(text => Included(text, "PackageReference")).Should().NotBeEmpty();
        projects.Where(HasVersion).Should().BeEmpty();
        HasVersion("""<Project><ItemGroup><PackageReference Include="X" Version="1.0.0" /></ItemGroup></Project>""").Should().BeTrue();
    }

    [Fact]
    public void Every_package_has_a_comment_that_says_why()
    {
        var versions = Repository.Text("Directory.Packages.props");

        Included(versions, "PackageVersion").Should().NotBeEmpty();
        Unexplained(versions).Should().BeEmpty();
    }

    [Fact]
    public void A_package_without_a_comment_is_caught() => Unexplained(
        """
        <Project><ItemGroup>
          <PackageVersion Include="First" Version="1.0.0" />
          <!-- why -->
          <PackageVersion Include="Vendor.One" Version="1.0.0" />
          <PackageVersion Include="Vendor.Two" Version="1.0.0" />
          <PackageVersion Include="Stowaway" Version="1.0.0" />
        </ItemGroup></Project>
        """).Should().Equal("First", "Stowaway");

    // One comment may speak for packages of one family that follow each other.
    private static IEnumerable<string> Unexplained(string versions) => XDocument.Parse(versions)
        .Descendants("PackageVersion")
        .Where(package => package.PreviousNode switch
        {
            XComment => false,
            XElement other => Family(other) != Family(package),
            _ => true,
        })
        .Select(package => package.Attribute("Include")!.Value);

    private static string Family(XElement package)
    {
        var parts = package.Attribute("Include")!.Value.Split('.');
        return parts[0] is "Microsoft" or "System" ? string.Join('.', parts.Take(2)) : parts[0];
    }

    private static bool HasVersion(string project) =>
        XDocument.Parse(project).Descendants("PackageReference").Any(package => package.Attribute("Version") is not null);

    private static string Name(SourceFile project) => Path.GetFileNameWithoutExtension(project.Path);

    private static IEnumerable<string> Included(string project, string element) =>
        XDocument.Parse(project).Descendants(element).Select(item => item.Attribute("Include")!.Value);
}
