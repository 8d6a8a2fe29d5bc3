using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.BadInput;

/// <summary>The headers that keep a page what it is.</summary>
public sealed class HeadersTests : IDisposable
{
    private readonly LoginServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/Account/Login")]
    [InlineData("/Account/Logout")]
    [InlineData("/Mfa/Challenge?tx=00000000000000000000000000000000")]
    public async Task Pages_are_strict(string url)
    {
        using var person = _server.NewPerson();

        await person.OpenAsync(url);

        var policy = Header(person, "Content-Security-Policy");
        policy.Should().Contain("default-src 'none'")
            .And.Contain("form-action 'self'")
            .And.Contain("frame-ancestors 'none'")
            .And.NotContain("unsafe");
        Header(person, "X-Content-Type-Options").Should().Be("nosniff");
        Header(person, "Referrer-Policy").Should().NotBeEmpty();
        person.Response.Headers.CacheControl!.NoStore.Should().BeTrue();
        person.Html.Should().NotContain("<style").And.NotContain(" style=").And.NotContain("<script>");
    }

    [Fact]
    public async Task The_address_of_the_callback_is_told_to_nobody()
    {
        using var client = _server.CreateClient();

        using var response = await client.GetAsync(
            new Uri(LoginServer.Address, "/Account/Login/Callback?tx=00000000000000000000000000000000&token=x"), TestContext.Current.CancellationToken);

        response.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
    }

    private static string Header(Person person, string name) =>
        person.Response.Headers.TryGetValues(name, out var values) ? string.Join(' ', values) : string.Empty;
}
