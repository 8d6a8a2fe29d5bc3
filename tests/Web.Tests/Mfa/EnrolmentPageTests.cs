using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.Mfa;

/// <summary>Setting up an app, and leaving in the middle of it.</summary>
public sealed class EnrolmentPageTests : IDisposable
{
    private readonly LoginServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task The_form_after_an_enrolment_that_was_left_names_the_application()
    {
        using var alice = _server.NewPerson();
        await alice.OpenAsync(
            "/connect/authorize?client_id=web&response_type=code&scope=openid&redirect_uri=https%3A%2F%2Flocalhost%3A5002%2Fsignin-oidc"
            + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256&state=x");
        var name = alice.Document.QuerySelector(".lead strong")!.TextContent;
        await alice.SignInAsync();

        await alice.OpenAsync(alice.Document.QuerySelector("main .links a")!.GetAttribute("href")!);

        alice.Url.AbsolutePath.Should().Be("/Account/Login/Callback");
        name.Should().NotBeEmpty();
        alice.Document.QuerySelector(".lead strong")!.TextContent.Should().Be(name);
        alice.Html.Should().Contain("go back to " + name);
    }

    [Fact]
    public async Task A_stranger_at_the_callback_is_told_of_no_application()
    {
        using var alice = _server.NewPerson();
        using var thief = _server.NewPerson();
        await ReachKeyAsync(alice);

        await thief.OpenAsync("/Account/Login/Callback" + alice.Url.Query);

        thief.Document.QuerySelector(".lead").Should().BeNull();
    }

    private static async Task<string> ReachKeyAsync(Person person, string name = "alice")
    {
        await person.OpenAsync("/Account/Login");
        await person.SignInAsync(name, name);
        return person.Document.QuerySelector("#totp-secret")!.TextContent;
    }
}
