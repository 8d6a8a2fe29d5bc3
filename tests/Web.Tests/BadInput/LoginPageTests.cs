using System.Net;
using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.BadInput;

/// <summary>Bad input gets a clear message, and nothing is lost.</summary>
public sealed class LoginPageTests : IDisposable
{
    private readonly LoginServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Empty_fields_are_named()
    {
        using var person = _server.NewPerson();
        await person.OpenAsync("/Account/Login");

        await person.SubmitAsync(("Input.Username", ""), ("Input.Password", ""));

        person.Html.Should().Contain("Enter your user name.").And.Contain("Enter your password.");
        person.Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_name_of_ten_kilobytes_is_answered_with_what_to_do()
    {
        using var person = _server.NewPerson();
        await person.OpenAsync("/Account/Login");

        await person.SubmitAsync(("Input.Username", new string('a', 10_240)), ("Input.Password", "alice"));

        person.Html.Should().Contain("at most 256 characters");
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\ud800b")]
    [InlineData("<script>alert(1)</script>")]
    public async Task A_strange_name_is_no_server_error(string name)
    {
        using var person = _server.NewPerson();
        await person.OpenAsync("/Account/Login");

        await person.SubmitAsync(("Input.Username", name), ("Input.Password", "alice"));

        ((int)person.Status).Should().BeLessThan(500);
        person.Html.Should().NotContain("<script>alert");
    }

    [Fact]
    public async Task Without_its_antiforgery_token_a_form_comes_back_filled_in()
    {
        using var person = _server.NewPerson();
        await person.OpenAsync("/Account/Login");

        await person.SubmitAsync(
            ("Input.Username", "alice"), ("Input.Password", "alice"), ("__RequestVerificationToken", "stale"));

        person.Status.Should().Be(HttpStatusCode.BadRequest);
        person.HasSession.Should().BeFalse();
        person.Document.QuerySelector("[name='Input.Username']")!.GetAttribute("value").Should().Be("alice");
        await person.SignInAsync();
        person.Document.QuerySelector("#totp-secret").Should().NotBeNull("the form that came back works");
    }

    [Theory]
    [InlineData("/connect/authorize?client_id=nobody&response_type=code&redirect_uri=https%3A%2F%2Fevil.example%2F")]
    [InlineData("/connect/authorize?client_id=web&response_type=code&redirect_uri=https%3A%2F%2Fevil.example%2F")]
    public async Task An_authorization_request_that_cannot_be_answered_gets_a_page(string url)
    {
        using var person = _server.NewPerson();

        await person.OpenAsync(url);

        person.Status.Should().Be(HttpStatusCode.BadRequest);
        person.Url.Authority.Should().Be(LoginServer.Address.Authority);
        person.Document.QuerySelector("h1").Should().NotBeNull();
        person.Html.Should().NotContain("   at ");
    }

    [Fact]
    public async Task A_page_that_does_not_exist_offers_a_way_on()
    {
        using var person = _server.NewPerson();

        await person.OpenAsync("/no-such-page");

        person.Status.Should().Be(HttpStatusCode.NotFound);
        person.Document.QuerySelector("main a").Should().NotBeNull();
    }
}
