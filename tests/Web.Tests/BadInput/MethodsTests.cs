using System.Net;
using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.BadInput;

/// <summary>A page is not shown, and nothing of it is run, for a method that it has no handler for.</summary>
public sealed class MethodsTests : IDisposable
{
    private readonly LoginServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_foreign_method_is_not_allowed()
    {
        string[] pages =
        [
            "/", "/Account/Login", "/Account/Login/Callback", "/Account/Logout", "/Account/LoggedOut",
            "/Mfa/Enrol", "/Mfa/Challenge", "/Mfa/Recovery",
        ];
        using var client = _server.CreateClient();
        foreach (var method in (string[])["PUT", "DELETE", "PATCH", "TRACE", "NONSENSE"])
        {
            foreach (var page in pages)
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(LoginServer.Address, page));

                using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

                response.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed, $"{method} {page} is not served");
                response.Content.Headers.Allow.Should().Contain("GET");
            }
        }
    }
}
