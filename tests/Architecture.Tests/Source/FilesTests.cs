using System.Text.RegularExpressions;

namespace CleanLogin.Architecture.Tests.Source;

public sealed partial class FilesTests
{
    private const int LongestFile = 200;

    // Longer files, each with its reason.
    private static readonly Dictionary<string, string> Long = new(StringComparer.Ordinal)
    {
        ["src/Domain/Login/LoginTransaction.cs"] = "One state machine: its calls and rules are read together.",
        ["src/Web/wwwroot/site.css"] = "The one style sheet of the pages.",
        ["src/WebClient/Assets/site.css"] = "The one style sheet of the sample.",
    };

    [Fact]
    public void A_file_is_short_or_has_a_reason()
    {
        Repository.Product.Should().NotBeEmpty();
        TooLong(Repository.Product).Should().BeEmpty();
        TooLong([new SourceFile("src/Domain/Long.cs", new string('\n', LongestFile + 1))]).Should().Equal("src/Domain/Long.cs");
    }

    [Fact]
    public void A_reason_for_a_file_that_is_short_again_is_removed() =>
        Repository.Product.Where(file => file.Lines > LongestFile).Select(file => file.Path).Should().BeEquivalentTo(Long.Keys);

    [Fact]
    public void A_namespace_is_its_folder()
    {
        var files = Repository.Code.Where(file => file.EndsWith(".cs")).ToArray();

        files.Should().Contain(file => Namespace().IsMatch(file.Text));
        InAnotherFolder(files).Should().BeEmpty();
        InAnotherFolder([new SourceFile("src/Domain/Login/Misplaced.cs", "namespace CleanLogin.Domain.Mfa;\n")])
            .Should().Equal("src/Domain/Login/Misplaced.cs");
    }

    [Fact]
    public void A_secret_of_a_real_service_does_not_stand_in_the_settings()
    {
        var settings = Repository.Product.Where(file => file.EndsWith(".json")).ToArray();

        settings.Should().NotBeEmpty();
        WithSecrets(settings).Should().BeEmpty();
        WithSecrets([new SourceFile("src/Web/appsettings.json", "{ \"Authsignal\": { \"Secret\": \"abc\" } }")])
            .Should().Equal("src/Web/appsettings.json");
    }

    private static IEnumerable<string> TooLong(IEnumerable<SourceFile> files) =>
        files.Where(file => file.Lines > LongestFile && !Long.ContainsKey(file.Path)).Select(file => file.Path);

    private static IEnumerable<string> InAnotherFolder(IEnumerable<SourceFile> files) => files
        .Where(file => Namespace().Match(file.Text) is { Success: true, Groups: var groups } && groups["name"].Value != Expected(file.Path))
        .Select(file => file.Path);

    private static string Expected(string path) =>
        "CleanLogin." + string.Join('.', path.Split('/')[1..^1]);

    // Development alone has secrets, which are no secrets.
    private static IEnumerable<string> WithSecrets(IEnumerable<SourceFile> files) => files
        .Where(file => !file.EndsWith(".Development.json") && Secret().IsMatch(file.Text))
        .Select(file => file.Path);

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Namespace();

    [GeneratedRegex("\"\\w*(Secret|Password|ApiKey)\"\\s*:\\s*\"[^\"]+\"", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Secret();
}
