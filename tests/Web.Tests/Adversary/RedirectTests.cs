using System.Net;
using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.Adversary;

/// <summary>Nobody is sent to a place of an attacker's choosing.</summary>
public sealed class RedirectTests : IDisposable
{
    private readonly LoginServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https:evil.example")]
    public async Task A_foreign_return_url_leads_home(string returnUrl)
    {
        using var alice = _server.NewPerson();

        await alice.EnrolAsync(returnUrl: returnUrl);

        alice.HasSession.Should().BeTrue();
        alice.Url.Should().Be(LoginServer.Address);
        alice.Html.Should().NotContain("evil.example");
    }

    [Fact]
    public async Task A_foreign_host_header_is_refused_or_never_repeated()
    {
        using var client = _server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(LoginServer.Address, "/Account/Login"));
        request.Headers.Host = "evil.example";

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().NotContain("evil.example");
    }
}
