using System.Net;
using CleanLogin.Web.Tests.Hosting;
using CleanLogin.Web.Tests.Protocol;

namespace CleanLogin.Web.Tests.BadInput;

/// <summary>Garbage in the addresses and cookies that this server itself gives out.</summary>
public sealed class OddAddressesTests : IDisposable
{
    private const string NoLogin = "00000000000000000000000000000000";

    private static readonly string[] Garbage =
    [
        "", "x", "%00", "%0d%0aSet-Cookie:%20a=b", "%ED%A0%80", "%FF%FE", "%", "..%2f..%2f", "<script>alert(1)</script>", "a&tx=b&token=c&id=d",
        new string('A', 8192), Uri.EscapeDataString(new string('\u00e9', 500)),
    ];

    private static readonly string[] Addresses =
    [
        "/Account/Login?ReturnUrl={0}",
        "/Account/Login?ReturnUrl=%2Fconnect%2Fauthorize%3Finteraction%3D{0}",
        "/Account/Login/Callback?tx={0}",
        "/Account/Login/Callback?tx={0}&token={0}",
        $"/Account/Login/Callback?tx={NoLogin}&token={{0}}",
        "/Mfa/Challenge?tx={0}",
        "/Mfa/Enrol?tx={0}",
        "/Mfa/Recovery?tx={0}",
        "/Mfa/RecoveryCodes?tx={0}",
        "/Account/Logout?LogoutId={0}",
        "/Error?id={0}",
        "/connect/authorize?interaction={0}",
        "/connect/authorize?client_id=web&request_uri={0}",
        "/connect/endsession?id_token_hint={0}",
    ];

    private readonly LoginServer _server = new();

    public static TheoryData<string> All() => [.. Addresses];

    public void Dispose() => _server.Dispose();

    [Theory]
    [MemberData(nameof(All))]
    public async Task Garbage_in_an_address_gets_a_clear_page(string address)
    {
        foreach (var garbage in Garbage)
        {
            using var stranger = _server.NewPerson();
            await stranger.OpenAsync(address.Replace("{0}", garbage, StringComparison.Ordinal));

            await stranger.Response.ShouldBeCleanAsync($"of '{garbage[..Math.Min(garbage.Length, 30)]}'");
            stranger.HasSession.Should().BeFalse();
            stranger.Html.Should().NotContain("<script>alert");
            stranger.Cookies.Cookies.Keys.Should().NotContain("a");
        }
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("%00%ff")]
    [InlineData("{\"a\":1}")]
    [InlineData("CfDJ8garbage")]
    [InlineData("huge")]
    public async Task Garbage_in_every_cookie_that_is_given_out_neither_signs_in_nor_breaks_anything(string garbage)
    {
        using var alice = _server.NewPerson();
        await alice.EnrolAsync();
        await alice.OpenAsync("/Account/Login");
        await alice.SignInAsync();
        using var http = _server.CreateDefaultClient(LoginServer.Address);
        var app = new RelyingParty(http, "web", "secret", "https://localhost:5002/signin-oidc");
        _server.Time.Advance(TimeSpan.FromMinutes(1));
        await alice.OpenAsync(app.AuthorizeUrl(("prompt", "login")));
        var names = alice.Cookies.Cookies.Keys.ToArray();
        names.Should().Contain("__Host-cleanlogin").And.Contain("__Host-cleanlogin-form")
            .And.Contain(name => name.StartsWith("__Host-cleanlogin-tx-", StringComparison.Ordinal));
        names.Should().HaveCountGreaterThan(3, "the waiting request of the application has one too");
        var value = garbage == "huge" ? new string('A', 4000) : garbage;

        foreach (var name in names)
        {
            alice.Cookies.Set(name, value);
        }

        foreach (var page in (string[])["/", "/Account/Login", "/Account/Logout", alice.Url.PathAndQuery])
        {
            await alice.OpenAsync(page);
            await alice.Response.ShouldBeCleanAsync(page);
        }

        await alice.OpenAsync("/");
        alice.Html.Should().NotContain("Alice");
        await alice.OpenAsync("/Account/Login");
        await alice.SignInAsync();
        await alice.Response.ShouldBeCleanAsync();
        alice.Document.QuerySelector("[name='Input.Code']").Should().NotBeNull("the login works after all");
    }

    [Theory]
    [InlineData("/connect/authorize?client_id=nobody&response_type=code&redirect_uri=https%3A%2F%2Flocalhost%3A5002%2Fsignin-oidc", "invalid_request")]
    [InlineData("/connect/authorize?client_id=web&response_type=code&redirect_uri=https%3A%2F%2Fevil.example%2F", "invalid_request")]
    [InlineData("/connect/authorize?client_id=web&response_type=code", "invalid_request")]
    [InlineData("/connect/authorize", "invalid_request")]
    public async Task A_request_that_cannot_be_answered_says_why_and_stays_here(string address, string code)
    {
        using var stranger = _server.NewPerson();

        await stranger.OpenAsync(address);

        await stranger.Response.ShouldBeCleanAsync(HttpStatusCode.BadRequest);
        stranger.Url.Authority.Should().Be(LoginServer.Address.Authority);
        stranger.Html.Should().Contain(code).And.NotContain("evil.example");
    }

    [Fact]
    public async Task A_return_url_that_was_tampered_with_asks_for_no_application_and_leads_home()
    {
        using var stranger = _server.NewPerson();

        await stranger.OpenAsync("/Account/Login?ReturnUrl=%2Fconnect%2Fauthorize%3Finteraction%3Dforged%26client_id%3Dweb");

        await stranger.Response.ShouldBeCleanAsync(HttpStatusCode.OK);
        stranger.Html.Should().NotContain("to continue to");
    }
}
