using CleanLogin.WebClient.Tests.Fakes;

namespace CleanLogin.WebClient.Tests.Hosting;

public sealed class StrictHeadersTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/nothing-here")]
    [InlineData("/SignInFailed/Declined")]
    [InlineData("/site.css")]
    public async Task Every_answer_carries_the_strict_headers(string url)
    {
        await using var client = await RunningClient.StartAsync();
        using var browser = client.OpenBrowser();

        var answer = await browser.GetAsync(url);

        answer.Header("Content-Security-Policy").Should().Be(
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' https://login.test");
        answer.Header("X-Content-Type-Options").Should().Be("nosniff");
        answer.Header("X-Frame-Options").Should().Be("DENY");
        answer.Header("Referrer-Policy").Should().Be("no-referrer");
        answer.Header("Cross-Origin-Opener-Policy").Should().Be("same-origin");
        answer.Header("Strict-Transport-Security").Should().NotBeEmpty();
        answer.Header("Server").Should().BeEmpty();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/SignInFailed/Declined")]
    [InlineData("/nothing-here")]
    public async Task Pages_hold_no_script_and_no_style_and_are_not_stored(string url)
    {
        await using var client = await RunningClient.StartAsync();
        using var browser = client.OpenBrowser();

        var answer = await browser.GetAsync(url);

        answer.Header("Cache-Control").Should().Contain("no-store");
        answer.Html.Should().NotContain("<script").And.NotContain("<style").And.NotContain("style=").And.NotContain(" onclick");
    }
}
