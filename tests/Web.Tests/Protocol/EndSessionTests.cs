using System.Net;
using CleanLogin.Web.Tests.Hosting;
using Microsoft.AspNetCore.WebUtilities;

namespace CleanLogin.Web.Tests.Protocol;

public sealed class EndSessionTests : ProtocolTest
{
    private const string Back = "https://localhost:5002/signout-callback-oidc";

    [Fact]
    public async Task A_client_that_proves_the_session_ends_it_without_a_question()
    {
        using var alice = await SignedInAsync();
        var hint = (await TokensAsync(alice, Web)).IdentityToken!;

        await alice.OpenAsync(EndSession(hint, Back));

        alice.HasSession.Should().BeFalse();
        alice.Response.Headers.Location!.AbsoluteUri.Should().StartWith(Back).And.Contain("state=bye");
    }

    [Fact]
    public async Task Without_a_proof_the_person_is_asked_and_then_sent_back()
    {
        using var alice = await SignedInAsync();

        await alice.OpenAsync("/connect/endsession?client_id=web&state=bye&post_logout_redirect_uri=" + Uri.EscapeDataString(Back));
        alice.HasSession.Should().BeTrue();
        await alice.SubmitAsync();

        alice.HasSession.Should().BeFalse();
        alice.Response.Headers.Location!.AbsoluteUri.Should().StartWith(Back);
    }

    [Fact]
    public async Task The_token_of_another_person_is_no_proof()
    {
        using var alice = await SignedInAsync();
        var hint = (await TokensAsync(alice, Web)).IdentityToken!;
        using var bob = Server.NewPerson();
        await bob.EnrolAsync("bob", "bob");

        await bob.OpenAsync(EndSession(hint, Back));

        bob.HasSession.Should().BeTrue();
    }

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
    public async Task A_place_that_is_not_registered_is_never_gone_to()
    {
        using var alice = await SignedInAsync();
        var hint = (await TokensAsync(alice, Web)).IdentityToken!;

        await alice.OpenAsync(EndSession(hint, "https://evil.example/"));

        alice.Url.Authority.Should().Be(LoginServer.Address.Authority);
        alice.Status.Should().Be(HttpStatusCode.BadRequest);
        alice.HasSession.Should().BeTrue();
    }

    [Fact]
    public async Task A_session_that_was_ended_does_not_come_back_with_its_cookie()
    {
        using var alice = await SignedInAsync();
        var cookie = alice.Cookies.Cookies["__Host-cleanlogin"];
        await alice.OpenAsync(EndSession((await TokensAsync(alice, Web)).IdentityToken!, Back));

        alice.Cookies.Set("__Host-cleanlogin", cookie);

        (await AuthorizeAsync(alice, Web, ("prompt", "none")))["error"].Should().Be("login_required");
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
