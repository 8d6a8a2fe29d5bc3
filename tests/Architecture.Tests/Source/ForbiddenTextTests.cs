using System.Text.RegularExpressions;

namespace CleanLogin.Architecture.Tests.Source;

/// <summary>What must not be written in src. The compiler refuses some of it too; this sees whether that was switched off.</summary>
public sealed class ForbiddenTextTests
{
    // Each with a line that it must catch.
    private static readonly Dictionary<string, Rule> Rules = new(StringComparer.Ordinal)
    {
        ["the clock"] = new(@"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b", "var now = DateTime.UtcNow;"),
        ["a stopwatch that tests cannot wind"] = new(@"\b(Stopwatch\.(StartNew|GetTimestamp)|Environment\.TickCount)", "Stopwatch.StartNew()"),
        ["weak randomness"] = new(@"\bnew Random\b|\bRandom\.Shared\b", "Random.Shared.Next(10)"),
        ["an HttpClient of one's own"] = new(@"\bnew HttpClient\b", "using var client = new HttpClient();"),
        ["sleeping"] = new(@"\bThread\.Sleep\b", "Thread.Sleep(100);"),
        ["blocking on a task"] = new(@"\.GetAwaiter\(\)\.GetResult\(\)|\.Wait\(\)", "SaveAsync(ct).GetAwaiter().GetResult();"),
        ["async void"] = new(@"\basync void\b", "private async void Save()"),
        ["a switched-off warning"] = new(@"#pragma warning|\bSuppressMessage\b|#nullable disable", "#pragma warning disable CA1822"),
        ["an open end"] = new(@"\b(TODO|FIXME|HACK|XXX)\b", "// TODO: later"),
        ["printing"] = new(@"\bConsole\.Write", "Console.WriteLine(password);"),
        ["MD5 or SHA-1"] = new(@"\b(MD5|SHA1)\.", "MD5.HashData(bytes)"),
        ["trusting any certificate"] = new(
            @"DangerousAcceptAnyServerCertificateValidator|ServerCertificateCustomValidationCallback", "DangerousAcceptAnyServerCertificateValidator"),
        ["raw HTML"] = new(@"\bHtml\.Raw\b", "@Html.Raw(Model.Name)"),
        ["an inline script or style"] = new(@"<script>|<style>|\sstyle=""|\son[a-z]+=""", @"<p style=""color:red"">"),
        ["a machine's path"] = new(@"(?<![\w/])/(work|home|root|tmp)/", @"var path = ""/home/me/keys"";"),
    };

    public static TheoryData<string> Names() => [.. Rules.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nobody_writes(string rule)
    {
        Repository.Code.Should().NotBeEmpty();
        Repository.Code.Where(Rules[rule].IsBrokenBy).Select(file => file.Path).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_line_that_breaks_the_rule_is_caught(string rule) =>
        Rules[rule].IsBrokenBy(new SourceFile("src/Domain/Offender.cs", Rules[rule].Offender)).Should().BeTrue();

    private sealed record Rule(string Pattern, string Offender)
    {
        private readonly Regex _pattern = new(Pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

        public bool IsBrokenBy(SourceFile file) => _pattern.IsMatch(file.Text);
    }
}
