using System.Net;

namespace CleanLogin.Authsignal.Emulator.Tests.Ui;

public sealed class PageTests : EmulatorTest
{
    [Theory]
    [InlineData(null)]
    [InlineData("AUTHENTICATOR_APP")]
    [InlineData("EMAIL_OTP")]
    public async Task Pages_have_no_script_and_load_only_their_own_style(string? method)
    {
        var track = await Api.TrackAsync("u1", Ct);

        var screen = await Ui.OpenAsync(track.Token, Ct, method);

        screen.Html.Should().NotContain("<script").And.NotContain("style=").And.Contain("href=\"/emulator.css\"");
        screen.Headers["Content-Security-Policy"].Should().StartWith("default-src 'none'; style-src 'self';");
        screen.Headers["Cache-Control"].Should().Be("no-store");
        screen.Headers["Referrer-Policy"].Should().Be("no-referrer");
        screen.Headers["X-Content-Type-Options"].Should().Be("nosniff");
    }

    [Fact]
    public async Task A_redirect_after_a_form_may_go_on_over_any_web_origin()
    {
        var track = await Api.TrackAsync("u1", Ct);

        (await Ui.OpenAsync(track.Token, Ct)).Headers["Content-Security-Policy"].Should().Contain("form-action 'self' https: http:;");
    }

    [Fact]
    public async Task What_a_user_is_called_is_text_and_not_markup()
    {
        var track = await Api.PostAsync("/v1/users/u1/actions/login", new { email = "\"><script>alert(1)</script>@x" }, Ct);

        (await Ui.OpenAsync(track.Token, Ct, "EMAIL_OTP")).Html.Should().NotContain("<script");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?token=garbage")]
    public async Task Without_a_usable_token_there_is_a_page_that_says_so(string target)
    {
        var screen = await Ui.OpenAsync(new Uri(Host.BaseAddress, target), Ct);

        screen.Status.Should().Be(HttpStatusCode.BadRequest);
        screen.Name.Should().Be("unusable-link");
    }

    [Fact]
    public async Task The_style_is_served_from_the_assembly()
    {
        (await Ui.OpenAsync(new Uri(Host.BaseAddress, "emulator.css"), Ct)).Html.Should().Contain("light-dark(");
    }
}
