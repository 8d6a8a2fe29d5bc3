using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.Session;

/// <summary>A session's token is as good as the person: it changes with each login and is worth nothing afterwards (ASVS 7.2.4, 7.4.1).</summary>
public sealed class SessionTokenTests : IDisposable
{
    private const string SessionCookie = "__Host-cleanlogin";

    private readonly LoginServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_token_that_somebody_chose_is_not_taken_over_by_a_login()
    {
        const string Chosen = "chosen-by-somebody-else";
        using var alice = _server.NewPerson();
        alice.Cookies.Set(SessionCookie, Chosen);

        await alice.EnrolAsync();

        (await IsKnownAsync(alice.Cookies.Cookies[SessionCookie])).Should().BeTrue("the check sees a session that is there");
        (await IsKnownAsync(Chosen)).Should().BeFalse();
    }

    private async Task<bool> IsKnownAsync(string token)
    {
        using var somebody = _server.NewPerson();
        somebody.Cookies.Set(SessionCookie, token);
        await somebody.OpenAsync("/");
        return somebody.Html.Contains("Alice Smith", StringComparison.Ordinal);
    }
}
