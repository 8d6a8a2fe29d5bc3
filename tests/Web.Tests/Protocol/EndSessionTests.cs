using System.Net;
using CleanLogin.Testing.Databases;
using CleanLogin.Web.Tests.Hosting;
using Microsoft.AspNetCore.WebUtilities;

namespace CleanLogin.Web.Tests.Protocol;

public abstract class EndSessionTests(ITestDatabases databases) : ProtocolTest(databases)
{
    private const string Back = "https://localhost:5002/signout-callback-oidc";

    [Fact]
    public async Task The_token_of_an_earlier_session_is_no_proof()
    {
        using var alice = Server.NewPerson();
        var secret = await alice.EnrolAsync();
        var hint = (await TokensAsync(alice, Web)).IdentityToken!;
        alice.Cookies.Clear();
        Server.Time.Advance(TimeSpan.FromMinutes(2));
        await alice.OpenAsync("/Account/Login");
        await alice.SignInAsync();
        await alice.SubmitAsync(("Input.Code", alice.CodeOf(secret)));
        alice.HasSession.Should().BeTrue();

        await alice.OpenAsync(EndSession(hint, Back));

        alice.HasSession.Should().BeTrue();
    }

    [Fact]
    public async Task A_place_that_is_not_registered_is_an_error_and_ends_nothing()
    {
        using var alice = await SignedInAsync();
        var hint = (await TokensAsync(alice, Web)).IdentityToken!;

        await alice.OpenAsync(EndSession(hint, "https://evil.example/"));

        alice.Status.Should().Be(HttpStatusCode.BadRequest);
        alice.HasSession.Should().BeTrue();
    }

    [Fact]
    public async Task The_reference_of_a_logout_is_no_error()
    {
        using var alice = await SignedInAsync();
        using var asked = await alice.FetchAsideAsync("/connect/endsession?client_id=web");
        var reference = QueryHelpers.ParseQuery(new Uri(LoginServer.Address, asked.Headers.Location!).Query).Single().Value.ToString();

        await alice.OpenAsync("/Error?id=" + Uri.EscapeDataString(reference));

        alice.Status.Should().Be(HttpStatusCode.NotFound);
    }

    private static string EndSession(string hint, string back) =>
        $"/connect/endsession?id_token_hint={hint}&state=bye&post_logout_redirect_uri={Uri.EscapeDataString(back)}";
}
