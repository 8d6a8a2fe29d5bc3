using System.Net;
using System.Text.Json;
using CleanLogin.Authsignal.Emulator.Knobs;

namespace CleanLogin.Authsignal.Emulator.Tests.Control;

public sealed class ControlApiTests : EmulatorTest
{
    [Fact]
    public async Task Knobs_can_be_turned_one_by_one_and_back()
    {
        var patched = await Api.SendAsync(
            "PATCH", "/control/knobs", """{"tokenLifetime":"00:01:00","outcomes":[{"outcome":"BLOCK","action":"login"}]}""", Ct);
        await Api.SendAsync("PATCH", "/control/knobs", """{"quitWithToken":false}""", Ct);

        patched["tokenLifetime"].Should().Be("00:01:00");
        Control.Knobs.QuitWithToken.Should().BeFalse();
        (await Api.TrackAsync("u1", Ct))["state"].Should().Be("BLOCK");

        await Api.SendAsync("PATCH", "/control/knobs", """{"outcomes":null,"tokenLifetime":null}""", Ct);
        Control.Knobs.TokenLifetime.Should().Be(TimeSpan.FromMinutes(10));
        (await Api.TrackAsync("u1", Ct))["state"].Should().Be("ALLOW");
    }

    [Theory]
    [InlineData("""{"tokenLifetme":"00:01:00"}""")]
    [InlineData("""{"tokenLifetime":"soon"}""")]
    [InlineData("""{"faults":[{"statsu":500}]}""")]
    [InlineData("nonsense")]
    public async Task A_misspelt_knob_is_refused_and_changes_nothing(string patch)
    {
        (await Api.SendAsync("PATCH", "/control/knobs", patch, Ct)).Status.Should().Be(HttpStatusCode.BadRequest);

        Control.Knobs.Should().BeEquivalentTo(new EmulatorKnobs());
    }

    [Fact]
    public async Task A_seeded_user_can_be_challenged_and_completed_without_the_ui()
    {
        var seeded = await Api.SendAsync(
            "POST", "/control/users", """{"userId":"u1","authenticators":[{"verificationMethod":"AUTHENTICATOR_APP"}]}""", Ct);
        var track = await Api.TrackAsync("u1", Ct, key: "k1");
        var completed = await Api.SendAsync(
            "POST", "/control/actions/complete", """{"userId":"u1","action":"login","idempotencyKey":"k1"}""", Ct);
        var unknown = await Api.SendAsync(
            "POST", "/control/actions/complete", """{"userId":"u1","action":"login","idempotencyKey":"k2"}""", Ct);

        seeded.Json[0].GetProperty("totpSecret").GetString().Should().NotBeNullOrEmpty();
        track["state"].Should().Be("CHALLENGE_REQUIRED");
        (await Api.ValidateAsync(completed.Token, Ct)).Flag("isValid").Should().BeTrue();
        unknown.Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Sent_codes_can_be_read()
    {
        (await Api.GetAsync("/control/emails/last", Ct)).Status.Should().Be(HttpStatusCode.NotFound);
        var track = await Api.TrackAsync("u1", Ct, key: "k1");
        await Ui.PostAsync("/enrol/email", track.Token, Ct, email: "u1@example.org");

        var last = await Api.GetAsync("/control/emails/last?userId=u1", Ct);

        last["to"].Should().Be("u1@example.org");
        last["idempotencyKey"].Should().Be("k1");
        (await Api.GetAsync("/control/emails", Ct)).Json.GetArrayLength().Should().Be(1);
        (await Api.GetAsync("/control/emails/last?userId=u2", Ct)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Requests_are_recorded_as_they_came_even_if_refused()
    {
        await Api.PatchAsync("/v1/users/a%2Fb?x=1", new { username = "uma" }, Ct);
        Api.Secret = "wrong";
        await Api.GetAsync("/v1/users/u1", Ct);

        var recorded = (await Api.GetAsync("/control/requests", Ct)).Json;

        recorded.GetArrayLength().Should().Be(2);
        recorded[0].GetProperty("method").GetString().Should().Be("PATCH");
        recorded[0].GetProperty("target").GetString().Should().Be("/v1/users/a%2Fb?x=1");
        recorded[0].GetProperty("headers").GetProperty("Authorization").GetString().Should().Be("Basic c2tfZW11bGF0b3I6");
        JsonDocument.Parse(recorded[0].GetProperty("body").GetString()!).RootElement.GetProperty("username").GetString().Should().Be("uma");
    }

    [Fact]
    public async Task A_reset_forgets_everything()
    {
        Control.Configure(knobs => knobs with { DefaultOutcome = "BLOCK" });
        var track = await Api.TrackAsync("u1", Ct);

        (await Api.SendAsync("POST", "/control/reset", body: null, Ct)).Status.Should().Be(HttpStatusCode.NoContent);

        Control.Requests.Should().BeEmpty();
        (await Api.ValidateAsync(track.Token, Ct)).Status.Should().Be(HttpStatusCode.BadRequest);
        (await Api.TrackAsync("u1", Ct))["state"].Should().Be("ALLOW");
    }

    [Fact]
    public async Task The_clock_can_be_moved()
    {
        var track = await Api.TrackAsync("u1", Ct);

        await Api.SendAsync("PATCH", "/control/knobs", """{"clockOffset":"00:10:00"}""", Ct);

        (await Api.ValidateAsync(track.Token, Ct)).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Host", "evil.example")]
    public async Task A_page_in_a_browser_cannot_reach_it(string header, string value)
    {
        using var http = new HttpClient(new SocketsHttpHandler(), disposeHandler: true);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Host.BaseAddress, "control/reset"));
        request.Headers.TryAddWithoutValidation(header, value);

        using var response = await http.SendAsync(request, Ct);

        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }
}
