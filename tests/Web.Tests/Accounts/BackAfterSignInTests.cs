using CleanLogin.Testing.Databases;
using CleanLogin.Web.Tests.Protocol;

namespace CleanLogin.Web.Tests.Accounts;

/// <summary>Somebody presses Back after a sign-in: nothing false is said, and no way ends in an error.</summary>
public sealed class BackAfterSignInTests(SqliteFiles files) : ProtocolTest(files)
{
    [Fact]
    public async Task The_end_of_a_sign_in_that_is_opened_again_says_who_is_signed_in()
    {
        using var alice = await SignedInAsync();

        await alice.OpenAsync("/Account/Login/Callback?tx=5d0f5be0-3b86-4c35-a3a0-3a0f0c6d5a11");

        alice.Html.Should().Contain("You are signed in already").And.Contain("Alice Smith");
        alice.Document.QuerySelector("[type='password']").Should().BeNull();
    }

    [Fact]
    public async Task Without_a_session_it_asks_for_a_sign_in_as_before()
    {
        using var stranger = Server.NewPerson();

        await stranger.OpenAsync("/Account/Login/Callback?tx=5d0f5be0-3b86-4c35-a3a0-3a0f0c6d5a11");

        stranger.Html.Should().Contain("You are not signed in");
        stranger.Document.QuerySelector("[type='password']").Should().NotBeNull();
    }

    [Fact]
    public async Task Signing_in_once_more_for_a_request_that_was_answered_ends_at_the_start_page()
    {
        using var alice = Server.NewPerson();
        var returnUrl = await BeginAsync(alice, Web.AuthorizeUrl());
        var page = "/Account/Login?ReturnUrl=" + Uri.EscapeDataString(returnUrl);
        await alice.OpenAsync(page);
        alice.Html.Should().Contain("to continue to").And.NotContain("waits no more");
        var secret = await alice.EnrolAsync(returnUrl: returnUrl);
        alice.LeavesFor!.Query.Should().Contain("code=");
        Server.Time.Advance(TimeSpan.FromSeconds(30));

        await alice.OpenAsync(page);
        alice.Html.Should().Contain("waits no more");
        await alice.SignInAsync();
        await alice.SubmitAsync(("Input.Code", alice.CodeOf(secret)));

        alice.Url.AbsolutePath.Should().Be("/");
        alice.Html.Should().Contain("Alice Smith");
    }

    [Fact]
    public async Task Whoever_has_forgotten_the_password_keeps_the_applications_request()
    {
        using var alice = Server.NewPerson();
        var returnUrl = await BeginAsync(alice, Web.AuthorizeUrl());
        await alice.OpenAsync("/Account/Login?ReturnUrl=" + Uri.EscapeDataString(returnUrl));

        await alice.OpenAsync(alice.Document.QuerySelector("a[href^='/Account/ForgotPassword']")!.GetAttribute("href")!);
        await alice.SubmitAsync(("Input.Name", "alice"));

        alice.Document.QuerySelectorAll("ul.links a").Select(link => link.GetAttribute("href"))
            .Should().OnlyContain(href => href!.Contains("ReturnUrl=" + Uri.EscapeDataString(returnUrl)));
    }
}
