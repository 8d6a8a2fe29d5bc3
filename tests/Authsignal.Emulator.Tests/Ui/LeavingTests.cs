using System.Net;
using CleanLogin.Authsignal.Emulator.Control;

namespace CleanLogin.Authsignal.Emulator.Tests.Ui;

public sealed class LeavingTests : EmulatorTest
{
    [Theory]
    [InlineData("https://login.example/cb", "https://login.example/cb?token={0}")]
    [InlineData("https://login.example/cb?tx=1&a=%20", "https://login.example/cb?tx=1&a=%20&token={0}")]
    [InlineData("https://login.example/cb?tx=1#top", "https://login.example/cb?tx=1&token={0}#top")]
    [InlineData("https://login.example/cb#top", "https://login.example/cb?token={0}#top")]
    [InlineData("https://login.example/cb?", "https://login.example/cb?token={0}")]
    public async Task The_redirect_url_keeps_its_query_and_fragment(string redirectUrl, string expected)
    {
        var track = await Api.PostAsync("/v1/users/u1/actions/login", new { redirectUrl }, Ct);

        var left = await Ui.PostAsync("/quit", track.Token, Ct);

        left.Status.Should().Be(HttpStatusCode.Redirect);
        left.Location.Should().Be(string.Format(null, expected, left.ReturnedToken));
    }

    [Fact]
    public async Task Quitting_leaves_the_action_as_it_was_and_brings_a_new_token()
    {
        Control.Seed(Enrolled);
        var track = await Api.TrackAsync("u1", Ct);

        var left = await Ui.PostAsync("/quit", track.Token, Ct);

        left.ReturnedToken.Should().NotBe(track.Token);
        (await Api.ValidateAsync(left.ReturnedToken!, Ct))["state"].Should().Be("CHALLENGE_REQUIRED");
    }

    [Fact]
    public async Task Quitting_can_come_back_without_a_token()
    {
        Control.Configure(knobs => knobs with { QuitWithToken = false });
        var track = await Api.TrackAsync("u1", Ct);

        (await Ui.PostAsync("/quit", track.Token, Ct)).Location.Should().Be("https://login.example/callback?tx=1");
    }

    [Fact]
    public async Task Denying_fails_the_challenge_for_good()
    {
        var secret = Control.Seed(Enrolled)[0].TotpSecret!;
        var track = await Api.TrackAsync("u1", Ct);

        var left = await Ui.PostAsync("/deny", track.Token, Ct);
        var late = await Ui.PostAsync("/challenge/totp", track.Token, Ct, code: Totp.Code(secret, Time.GetUtcNow()));

        (await Api.ValidateAsync(left.ReturnedToken!, Ct))["state"].Should().Be("CHALLENGE_FAILED");
        late.Name.Should().Be("finished");
        late.Text("state").Should().Be("CHALLENGE_FAILED");
    }

    [Fact]
    public async Task A_success_cannot_be_denied_afterwards()
    {
        var track = await Api.TrackAsync("u1", Ct, key: "k1");
        Control.Complete(new CompletedAction { UserId = "u1", Action = "login", IdempotencyKey = "k1" });

        await Ui.PostAsync("/deny", track.Token, Ct);

        (await Api.ValidateAsync(track.Token, Ct))["state"].Should().Be("CHALLENGE_SUCCEEDED");
    }

    [Fact]
    public async Task Without_a_redirect_url_the_user_stays()
    {
        var track = await Api.SendAsync("POST", "/v1/users/u1/actions/login", "{}", Ct);

        var screen = await Ui.PostAsync("/quit", track.Token, Ct);

        screen.Status.Should().Be(HttpStatusCode.OK);
        screen.Name.Should().Be("finished");
    }

    [Theory]
    [InlineData("/quit")]
    [InlineData("/challenge/totp")]
    [InlineData("/enrol/totp")]
    public async Task An_expired_link_leads_nowhere(string form)
    {
        var track = await Api.TrackAsync("u1", Ct);
        Time.Advance(TimeSpan.FromMinutes(10));

        var screen = await Ui.PostAsync(form, track.Token, Ct, code: "000000");

        screen.Status.Should().Be(HttpStatusCode.BadRequest);
        screen.Name.Should().Be("unusable-link");
        screen.Location.Should().BeNull();
    }

    private static SeedUser Enrolled => new() { UserId = "u1", Authenticators = [new() { VerificationMethod = "AUTHENTICATOR_APP" }] };
}
