using AngleSharp.Html.Dom;
using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.Session;

/// <summary>Whoever leaves the second step finds the login form as it was.</summary>
public sealed class LeavingTests : IDisposable
{
    private readonly LoginServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_typed_and_ticked_is_still_there(bool ticked)
    {
        using var alice = await LeaveAsync(ticked);

        alice.Document.QuerySelector("[name='Input.Username']")!.GetAttribute("value").Should().Be("alice");
        RememberMe(alice).IsChecked.Should().Be(ticked);
    }

    [Fact]
    public async Task Another_browser_finds_nothing_of_it()
    {
        using var alice = await LeaveAsync(ticked: true);
        using var stranger = _server.NewPerson();

        await stranger.OpenAsync(alice.Url.PathAndQuery);

        stranger.Html.Should().NotContain("alice");
        RememberMe(stranger).IsChecked.Should().BeFalse();
    }

    private static IHtmlInputElement RememberMe(Person person) =>
        (IHtmlInputElement)person.Document.QuerySelector("[name='Input.RememberMe'][type='checkbox']")!;

    private async Task<Person> LeaveAsync(bool ticked)
    {
        var alice = _server.NewPerson();
        await alice.OpenAsync("/Account/Login");
        await alice.SubmitAsync(
            ("Input.Username", "alice"), ("Input.Password", "alice"), ("Input.RememberMe", ticked ? "true" : "false"));
        await alice.OpenAsync(alice.Document.QuerySelector("main a[href*='Callback']")!.GetAttribute("href")!);
        return alice;
    }
}
