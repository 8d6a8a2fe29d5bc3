using System.Net;

namespace CleanLogin.Authsignal.Emulator.Tests.Ui;

public sealed class EnrolmentTests : EmulatorTest
{
    [Fact]
    public async Task Somebody_without_authenticator_chooses_how_to_get_one()
    {
        var track = await Api.TrackAsync("u1", Ct);

        var screen = await Ui.OpenAsync(new Uri(track["url"]!), Ct);

        screen.Name.Should().Be("choose");
        screen.Has("method-totp").Should().BeTrue();
        screen.Has("method-email").Should().BeTrue();
        screen.Has("quit").Should().BeTrue();
    }

    [Fact]
    public async Task The_way_back_can_be_taken_away()
    {
        var track = await Api.TrackAsync("u1", Ct);

        (await Ui.OpenAsync(new Uri($"{track["url"]}&force_enrollment=true"), Ct)).Has("quit").Should().BeFalse();
    }

    [Fact]
    public async Task Enrolling_an_authenticator_app_completes_the_action()
    {
        var track = await Api.TrackAsync("u1", Ct, key: "k1");
        var screen = await Ui.OpenAsync(track.Token, Ct, "AUTHENTICATOR_APP");
        var secret = screen.Text("totp-secret");

        var left = await Ui.PostAsync("/enrol/totp", track.Token, Ct, code: Totp.Code(secret, Time.GetUtcNow()));

        screen.Name.Should().Be("enrol-totp");
        screen.Html.Should().Contain($"href=\"otpauth://totp/Authsignal%20Emulator:u1?secret={secret}&amp;");
        left.Status.Should().Be(HttpStatusCode.Redirect);
        left.Location.Should().StartWith("https://login.example/callback?tx=1&token=");
        var validated = await Api.ValidateAsync(left.ReturnedToken!, Ct);
        validated.Flag("isValid").Should().BeTrue();
        validated["verificationMethod"].Should().Be("AUTHENTICATOR_APP");
        validated["idempotencyKey"].Should().Be("k1");
        (await Api.GetAsync("/v1/users/u1", Ct)).Flag("isEnrolled").Should().BeTrue();
    }

    [Fact]
    public async Task Reloading_shows_the_same_secret_and_a_wrong_code_keeps_it()
    {
        var track = await Api.TrackAsync("u1", Ct);
        var first = await Ui.OpenAsync(track.Token, Ct, "AUTHENTICATOR_APP");
        var secret = first.Text("totp-secret");

        var wrong = await Ui.PostAsync("/enrol/totp", track.Token, Ct, code: Totp.WrongCode(secret, Time.GetUtcNow()));
        var reloaded = await Ui.OpenAsync(track.Token, Ct, "AUTHENTICATOR_APP");

        wrong.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        wrong.Has("error").Should().BeTrue();
        wrong.Text("totp-secret").Should().Be(secret);
        reloaded.Text("totp-secret").Should().Be(secret);
        (await Api.ValidateAsync(track.Token, Ct))["state"].Should().Be("ALLOW");
    }

    [Fact]
    public async Task Enrolling_an_e_mail_address_completes_the_action()
    {
        var track = await Api.PostAsync(
            "/v1/users/u1/actions/login", new { email = "u1@example.org", redirectUrl = "https://login.example/" }, Ct);
        var form = await Ui.OpenAsync(track.Token, Ct, "EMAIL_OTP");
        var sent = await Ui.PostAsync("/enrol/email", track.Token, Ct, email: "u1@example.org");

        var left = await Ui.PostAsync("/enrol/email/code", track.Token, Ct, code: Control.LastEmail("u1")!.Code);

        form.Html.Should().Contain("value=\"u1@example.org\"");
        sent.Name.Should().Be("enter-email-code");
        sent.Text("sent-to").Should().Be("u1@example.org");
        (await Api.ValidateAsync(left.ReturnedToken!, Ct))["verificationMethod"].Should().Be("EMAIL_OTP");
        var user = await Api.GetAsync("/v1/users/u1", Ct);
        user["email"].Should().Be("u1@example.org");
        user.Flag("emailVerified").Should().BeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("@example.org")]
    [InlineData("nobody@")]
    public async Task What_is_no_address_gets_no_code(string email)
    {
        var track = await Api.TrackAsync("u1", Ct);

        var screen = await Ui.PostAsync("/enrol/email", track.Token, Ct, email: email);

        screen.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        screen.Name.Should().Be("enrol-email");
        Control.Emails.Should().BeEmpty();
    }

    [Fact]
    public async Task Somebody_who_has_an_authenticator_cannot_enrol_another_one_with_an_older_link()
    {
        var track = await Api.TrackAsync("u1", Ct);
        var secret = (await Ui.OpenAsync(track.Token, Ct, "AUTHENTICATOR_APP")).Text("totp-secret");
        await Api.PostAsync("/v1/users/u1/authenticators", new { verificationMethod = "EMAIL_OTP", email = "u1@example.org" }, Ct);

        var screen = await Ui.PostAsync("/enrol/totp", track.Token, Ct, code: Totp.Code(secret, Time.GetUtcNow()));

        screen.Location.Should().BeNull();
        (await Api.GetAsync("/v1/users/u1/authenticators", Ct)).Json.GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task Recovery_codes_are_shown_before_leaving_if_the_tenant_has_them()
    {
        Control.Configure(knobs => knobs with { IssueRecoveryCodes = true });
        var track = await Api.TrackAsync("u1", Ct);
        var secret = (await Ui.OpenAsync(track.Token, Ct, "AUTHENTICATOR_APP")).Text("totp-secret");

        var codes = await Ui.PostAsync("/enrol/totp", track.Token, Ct, code: Totp.Code(secret, Time.GetUtcNow()));
        var left = await Ui.PostAsync("/leave", track.Token, Ct);

        codes.Name.Should().Be("recovery-codes");
        (await Api.ValidateAsync(left.ReturnedToken!, Ct)).Flag("isValid").Should().BeTrue();
    }
}
