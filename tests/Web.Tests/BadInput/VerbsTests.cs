using System.Net;
using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.BadInput;

/// <summary>Every page, asked in ways that no browser does.</summary>
public sealed class VerbsTests(VerbsTests.Server server) : IClassFixture<VerbsTests.Server>
{
    private const string NoLogin = "?tx=00000000000000000000000000000000";

    private static readonly string[] Pages =
    [
        "/",
        "/Account/Login",
        "/Account/ForgotPassword",
        "/dev/mail",
        "/Manage",
        "/Manage/Sessions",
        "/Manage/Password",
        "/Account/Login/Callback" + NoLogin,
        "/Account/Logout",
        "/Account/LoggedOut",
        "/Error",
        "/Mfa/Challenge" + NoLogin,
        "/Mfa/Enrol" + NoLogin,
        "/Mfa/Recovery" + NoLogin,
        "/Mfa/RecoveryCodes" + NoLogin,
    ];

    private static readonly string[] Verbs = ["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Asked() =>
        [.. Pages.SelectMany(page => Verbs.Select(verb => new TheoryDataRow<string, string>(verb, page)))];

    public static TheoryData<string> All() => [.. Pages];

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task A_verb_that_no_page_takes_is_told_so(string verb, string page)
    {
        using var client = server.CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(verb), new Uri(LoginServer.Address, page));

        using var response = await client.SendAsync(request, Ct);

        await response.ShouldBeCleanAsync(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.Should().Contain("GET");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Whoever_asks_for_options_gets_no_page_and_no_other_site_is_let_in(string page)
    {
        using var client = server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Options, new Uri(LoginServer.Address, page));
        request.Headers.Add("Origin", "https://evil.example");
        request.Headers.Add("Access-Control-Request-Method", "POST");

        using var response = await client.SendAsync(request, Ct);

        ((int)response.StatusCode).Should().BeLessThan(500);
        (await response.Content.ReadAsStringAsync(Ct)).Should().BeEmpty();
        response.Headers.Should().NotContain(header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Whoever_only_looks_at_an_address_breaks_nothing(string page)
    {
        using var client = server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(LoginServer.Address, page));

        using var response = await client.SendAsync(request, Ct);

        await response.ShouldBeCleanAsync();
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_post_without_a_form_changes_nothing(string page)
    {
        using var client = server.CreateClient();

        using var response = await client.PostAsync(new Uri(LoginServer.Address, page), content: null, Ct);

        await response.ShouldBeCleanAsync();
    }

    public sealed class Server : IDisposable
    {
        private readonly LoginServer _server = new();

        internal HttpClient CreateClient() => _server.CreateDefaultClient(LoginServer.Address);

        public void Dispose() => _server.Dispose();
    }
}
