using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CleanLogin.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Web.Tests.Startup;

/// <summary>The page of all settings has each of them, and nothing that is not read.</summary>
public sealed partial class DocumentedSettingsTests : IDisposable
{
    private const string Heading = "## Every key\n";

    private readonly StartingServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task The_documented_keys_are_those_that_are_read()
    {
        await using var app = _server.Build(StartingServer.Complete);
        var read = SettingsKeys.Of(app.Services.GetServices<SettingsSection>()).Concat(app.Services.GetServices<RootKey>().Select(key => key.Name));

        Rows().Select(row => row.Groups["key"].Value).Should().BeEquivalentTo(read);
    }

    [Fact]
    public void Each_has_a_default_a_rule_and_an_example() =>
        Rows().Should().OnlyContain(row => row.Groups["default"].Length > 0 && row.Groups["rule"].Length > 0 && row.Groups["example"].Length > 0);

    private static MatchCollection Rows()
    {
        var text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "docs", "configuration.md"));
        text.Should().Contain(Heading);
        return Row().Matches(text.Split(Heading)[1].Split("\n## ")[0]);
    }

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"^\| `(?<key>[^`]+)` \| (?<default>[^|]*) \| (?<rule>[^|]*) \| `(?<example>[^`|]+)` \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
