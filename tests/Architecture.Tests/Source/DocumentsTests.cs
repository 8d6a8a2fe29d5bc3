using System.Text.RegularExpressions;
using CleanLogin.Domain.Login;

namespace CleanLogin.Architecture.Tests.Source;

public sealed partial class DocumentsTests
{
    private static readonly IReadOnlyList<string> Decisions = Repository.Names("docs/adr", "*.md");

    [Fact]
    public void Decisions_are_numbered_once_and_without_a_gap()
    {
        Decisions.Should().NotBeEmpty();
        MisNumbered(Decisions).Should().BeEmpty();
        MisNumbered(["0001-a.md", "0002-b.md", "0002-c.md"]).Should().Equal("0002-c.md");
        MisNumbered(["0001-a.md", "0003-b.md"]).Should().Equal("0003-b.md");
    }

    [Fact]
    public void A_decision_that_the_code_points_to_is_there()
    {
        var pointers = Repository.Product.Append(new SourceFile("Directory.Packages.props", Repository.Text("Directory.Packages.props"))).ToArray();

        pointers.Should().Contain(file => Pointer().IsMatch(file.Text));
        Dangling(pointers).Should().BeEmpty();
        Dangling([new SourceFile("src/Domain/X.cs", "// see docs/adr/9999")]).Should().Equal("src/Domain/X.cs: 9999");
    }

    [Fact]
    public void The_drawing_of_a_login_shows_every_state() =>
        Repository.Text("docs/login-flow.md").Should().ContainAll(Enum.GetNames<LoginState>());

    private static IEnumerable<string> MisNumbered(IEnumerable<string> names) =>
        names.Where((name, index) => !name.StartsWith($"{index + 1:0000}-", StringComparison.Ordinal));

    private static IEnumerable<string> Dangling(IEnumerable<SourceFile> files) => files.SelectMany(file => Pointer().Matches(file.Text)
        .Select(match => match.Groups["number"].Value)
        .Where(number => !Decisions.Any(name => name.StartsWith(number, StringComparison.Ordinal)))
        .Select(number => $"{file.Path}: {number}"));

    [GeneratedRegex(@"docs/adr/(?<number>\d{4})", RegexOptions.ExplicitCapture)]
    private static partial Regex Pointer();
}
