using CleanLogin.Testing.Databases;
using CleanLogin.Web.Tests.Protocol;

namespace CleanLogin.Web.Tests.Adversary;

/// <summary>
/// Any site can send a browser to the authorization endpoint as often as it likes. What is kept of such requests must not grow until
/// the server refuses the browser for the size of its cookies.
/// </summary>
public sealed class CookieBombTests(SqliteFiles files) : ProtocolTest(files)
{
    // What browsers take for one cookie (RFC 6265 §6.1), and what the server takes for all headers, less what others need of it.
    private const int MostForOne = 4096 - 200;
    private const int MostForAll = (32 - 4) * 1024;

    [Theory]
    [InlineData('x', 200)]
    [InlineData('\u00e9', 200)]
    [InlineData('x', 33)]
    public async Task No_parameter_swells_the_cookies(char filling, int length)
    {
        using var victim = Server.NewPerson();
        for (var request = 0; request < 10; request++)
        {
            var words = string.Join(' ', Enumerable.Range(0, 10).Select(word => $"{request}{word}" + new string(filling, length)));
            await victim.FetchAsideAsync(Web.AuthorizeUrl(
                ("acr_values", "urn:cleanlogin:aal1 " + words), ("ui_locales", words), ("login_hint", new string('\u00e9', 256))));
        }

        var sizes = victim.Cookies.Cookies.Select(cookie => cookie.Key.Length + cookie.Value.Length).ToArray();
        sizes.Should().NotBeEmpty().And.OnlyContain(size => size < MostForOne);
        sizes.Sum().Should().BeLessThan(MostForAll);
    }

    [Fact]
    public async Task An_unknown_level_stays_unknown_however_it_is_kept() =>
        (await AuthorizeAsync(Server.NewPerson(), Web, ("acr_values", new string('x', 3000))))["error"]
            .Should().Be("unmet_authentication_requirements");

    [Fact]
    public async Task A_known_level_counts_behind_any_number_of_unknown_ones()
    {
        using var alice = await SignedInAsync();

        var answer = await AuthorizeAsync(alice, Web, ("acr_values", string.Join(' ', Enumerable.Range(0, 20)) + " urn:cleanlogin:aal2"));

        answer.Should().ContainKey("code");
    }
}
