using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.Session;

/// <summary>A session's token is as good as the person: it changes with each login and is worth nothing afterwards (ASVS 7.2.4, 7.4.1).</summary>
public sealed class SessionTokenTests : IDisposable
{
    private const string SessionCookie = "__Host-cleanlogin";

    private readonly LoginServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_login_begins_a_new_session_and_ends_the_one_that_was_there()
    {
        using var alice = _server.NewPerson();
        var secret = await alice.EnrolAsync();
        var old = alice.Cookies.Cookies[SessionCookie];
        (await IsKnownAsync(old)).Should().BeTrue("the check sees a session that is there");
        _server.Time.Advance(TimeSpan.FromSeconds(30));

        await alice.OpenAsync("/Account/Login");
        await alice.SignInAsync();
        await alice.SubmitAsync(("Input.Code", alice.CodeOf(secret)));

        alice.Cookies.Cookies[SessionCookie].Should().NotBe(old);
        (await IsKnownAsync(old)).Should().BeFalse();
    }

    [Fact]
    public async Task A_token_that_somebody_chose_is_not_taken_over_by_a_login()
    {
        const string Chosen = "chosen-by-somebody-else";
        using var alice = _server.NewPerson();
        alice.Cookies.Set(SessionCookie, Chosen);

        await alice.EnrolAsync();

        alice.Cookies.Cookies[SessionCookie].Should().NotBe(Chosen);
        (await IsKnownAsync(Chosen)).Should().BeFalse();
    }

    [Fact]
    public async Task After_a_logout_a_copied_token_is_worth_nothing()
    {
        using var alice = _server.NewPerson();
        await alice.EnrolAsync();
        var copied = alice.Cookies.Cookies[SessionCookie];

        await alice.OpenAsync("/Account/Logout");
        await alice.SubmitAsync();

        alice.HasSession.Should().BeFalse();
        (await IsKnownAsync(copied)).Should().BeFalse();
    }

    private async Task<bool> IsKnownAsync(string token)
    {
        using var somebody = _server.NewPerson();
        somebody.Cookies.Set(SessionCookie, token);
        await somebody.OpenAsync("/");
        return somebody.Html.Contains("Alice Smith", StringComparison.Ordinal);
    }
}
