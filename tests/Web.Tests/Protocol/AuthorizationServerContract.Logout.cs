using CleanLogin.Application.Ports;
using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.Protocol;

// The end of a session: who may end it without a question, and where the browser goes afterwards.
public abstract partial class AuthorizationServerContract
{
    private const string Back = "https://localhost:5002/signout-callback-oidc";

    [Fact]
    public async Task A_client_that_proves_the_session_ends_it_without_a_question()
    {
        using var alice = await LoggedInAsync();
        var hint = (await TokensAsync(alice, Web)).IdentityToken!;

        await alice.OpenAsync(EndSession(Back, hint));

        (await SessionAsync(alice)).Should().BeNull();
        alice.LeavesFor!.AbsoluteUri.Should().StartWith(Back).And.Contain("state=bye");
    }

    [Fact]
    public async Task Without_a_proof_the_person_is_asked_and_then_sent_back()
    {
        using var alice = await LoggedInAsync();
        using var asked = await alice.FetchAsideAsync(EndSession(Back));
        var reference = ReferenceIn(new Uri(LoginServer.Address, asked.Headers.Location!));

        var logout = await LogoutAsync(alice, reference);
        (logout.SignedIn, logout.Confirm).Should().Be((true, true));
        (await SessionAsync(alice)).Should().NotBeNull();
        var done = await CompleteLogoutAsync(alice, reference);

        (await SessionAsync(alice)).Should().BeNull();
        (await GoOnAsync(alice, done.Continue!)).AbsoluteUri.Should().StartWith(Back).And.Contain("state=bye");
    }

    [Fact]
    public async Task The_token_of_another_person_is_no_proof()
    {
        using var alice = await LoggedInAsync();
        var hint = (await TokensAsync(alice, Web)).IdentityToken!;
        using var bob = await LoggedInAsync("bob");

        await bob.OpenAsync(EndSession(Back, hint));

        (await SessionAsync(bob)).Should().NotBeNull();
    }

    [Fact]
    public async Task A_token_that_another_client_was_given_is_no_proof()
    {
        using var alice = await LoggedInAsync();
        var hint = (await TokensAsync(alice, Web)).IdentityToken!;

        await alice.OpenAsync($"/connect/endsession?client_id=spa&id_token_hint={hint}");

        (await SessionAsync(alice)).Should().NotBeNull();
    }

    [Fact]
    public async Task A_place_that_no_client_has_registered_is_never_gone_to()
    {
        using var alice = await LoggedInAsync();
        var hint = (await TokensAsync(alice, Web)).IdentityToken!;

        await alice.OpenAsync(EndSession("https://evil.example/", hint));

        alice.LeavesFor.Should().BeNull();
        alice.Url.Authority.Should().Be(LoginServer.Address.Authority);
        alice.Html.Should().NotContain("evil.example");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_comes_by_themselves_is_asked_where_there_is_a_session(bool signedIn)
    {
        using var alice = signedIn ? await LoggedInAsync() : Server.NewPerson();

        var logout = await LogoutAsync(alice, null);

        logout.SignedIn.Should().Be(signedIn);
        logout.Confirm.Should().BeTrue();
        logout.ClientName.Should().BeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("https://evil.example/")]
    public async Task A_reference_that_the_engine_did_not_give_leads_nowhere(string? reference)
    {
        using var alice = await LoggedInAsync();

        var done = await CompleteLogoutAsync(alice, reference);

        done.Continue.Should().BeNull();
        (await SessionAsync(alice)).Should().BeNull();
    }

    [Fact]
    public async Task A_session_that_was_ended_does_not_come_back_with_its_cookies()
    {
        using var alice = await LoggedInAsync();
        using var copy = CopyOf(alice);

        await CompleteLogoutAsync(alice, null);

        (await SessionAsync(copy)).Should().BeNull();
        (await AuthorizeAsync(copy, Web, ("prompt", "none")))["error"].Should().Be("login_required");
    }

    [Fact]
    public async Task A_logout_ends_the_session_of_one_browser_alone()
    {
        using var here = await LoggedInAsync();
        using var there = await LoggedInAsync();

        await CompleteLogoutAsync(here, null);

        (await SessionAsync(there)).Should().NotBeNull();
    }

    // Some engines send the browser away themselves, some by one more page of theirs.
    private static async Task<Uri> GoOnAsync(Person person, Continuation next)
    {
        var place = new Uri(LoginServer.Address, next.Url);
        return place.Authority == LoginServer.Address.Authority ? (await person.OpenAsync(next.Url)).LeavesFor! : place;
    }

    private static string EndSession(string back, string? hint = null) =>
        $"/connect/endsession?client_id=web&state=bye&post_logout_redirect_uri={Uri.EscapeDataString(back)}"
        + (hint is null ? string.Empty : $"&id_token_hint={hint}");

    private Task<LogoutContext> LogoutAsync(Person person, string? reference) =>
        _port.AskAsync(person, server => server.GetLogoutAsync(reference, Ct));

    private Task<LogoutCompletion> CompleteLogoutAsync(Person person, string? reference) =>
        _port.AskAsync(person, server => server.CompleteLogoutAsync(reference, Ct));
}
