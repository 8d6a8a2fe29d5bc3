namespace CleanLogin.Architecture.Tests.Source;

/// <summary>The list of banned symbols reaches every project and stops the build.</summary>
public sealed class BannedSymbolsTests
{
    private static readonly string[] Entries = Repository.Text("BannedSymbols.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Theory]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("P:System.DateTime.Now")]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    [InlineData("P:System.DateTimeOffset.Now")]
    [InlineData("T:System.Random")]
    [InlineData("M:System.Net.Http.HttpClient.#ctor")]
    [InlineData("M:System.Threading.Thread.Sleep(System.Int32)")]
    public void A_symbol_is_on_the_list(string symbol) =>
        Entries.Should().Contain(entry => entry.StartsWith(symbol + ";", StringComparison.Ordinal));

    [Fact]
    public void Every_entry_says_what_to_do_instead() => Entries.Should().OnlyContain(entry => entry.Split(';').Last().Trim().Length > 10);

    [Fact]
    public void The_list_is_given_to_the_compiler_in_every_project()
    {
        var props = Repository.Text("Directory.Build.props");

        props.Should().Contain("BannedSymbols.txt").And.Contain("Microsoft.CodeAnalysis.BannedApiAnalyzers");
        props.Should().Contain("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        Repository.Text("tests/Directory.Build.props").Should().Contain("GetPathOfFileAbove('Directory.Build.props'");
    }

    [Fact]
    public void A_banned_symbol_is_an_error() =>
        Repository.Text(".editorconfig").Should().Contain("dotnet_diagnostic.RS0030.severity = error");
}
