using System.Net;
using System.Text.Json;
using CleanLogin.Authsignal.Emulator.Control;
using CleanLogin.Authsignal.Emulator.Webhooks;

namespace CleanLogin.Authsignal.Emulator.Tests.Webhooks;

public sealed class WebhookTests : EmulatorTest
{
    private readonly Receiver _receiver = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Control.SendWebhooksTo(_receiver);
        Control.Configure(knobs => knobs with { WebhookUrl = new Uri("https://login.example/webhooks") });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _receiver.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_authenticator_that_comes_and_goes_is_told_of_with_a_signature()
    {
        var id = await EnrolAsync();
        await Api.DeleteAsync($"/v1/users/u1/authenticators/{id}", Ct);
        await Control.WebhooksSentAsync(Ct);

        var events = _receiver.Received.Select(received => JsonDocument.Parse(received.Body).RootElement).ToList();
        events.Select(sent => sent.GetProperty("type").GetString()).Should().Equal("authenticator.created", "authenticator.deleted");
        events[0].GetProperty("version").GetInt32().Should().Be(1);
        events[0].GetProperty("tenantId").GetString().Should().Be(Host.Settings.TenantId);
        events[0].GetProperty("time").GetString().Should().Be("2026-01-02T03:04:05.678Z");
        events[0].GetProperty("data").GetProperty("userId").GetString().Should().Be("u1");
        events[0].GetProperty("data").GetProperty("userAuthenticatorId").GetString().Should().Be(id);
        events[0].GetProperty("data").GetProperty("email").GetString().Should().Be("u1@example.org");
        events[1].GetProperty("data").GetProperty("deletedAt").GetString().Should().Be("2026-01-02T03:04:05.678Z");
        _receiver.Received.Should().OnlyContain(received =>
            received.Signature == WebhookSignature.Of(received.Body, Time.GetUtcNow(), new[] { Host.Settings.Secret }));
    }

    [Fact]
    public async Task An_address_that_changes_is_told_of()
    {
        await EnrolAsync();

        await Api.PatchAsync("/v1/users/u1", new { email = "new@example.org", emailVerified = true }, Ct);
        await Control.WebhooksSentAsync(Ct);

        var last = JsonDocument.Parse(_receiver.Received[^1].Body).RootElement;
        last.GetProperty("type").GetString().Should().Be("authenticator.updated");
        last.GetProperty("data").GetProperty("email").GetString().Should().Be("new@example.org");
    }

    [Fact]
    public async Task An_event_that_is_not_accepted_is_sent_three_times_more()
    {
        _receiver.Answer = HttpStatusCode.ServiceUnavailable;
        await EnrolAsync();
        for (var retry = 0; retry < 5; retry++)
        {
            await Control.WebhooksSentAsync(Ct);
            Time.Advance(TimeSpan.FromSeconds(30));
        }

        await Control.WebhooksSentAsync(Ct);

        Control.Webhooks.Select(delivery => delivery.Attempt).Should().Equal(1, 2, 3, 4);
        Control.Webhooks.Select(delivery => delivery.Body).Distinct().Should().ContainSingle();
        Control.Webhooks.Should().OnlyContain(delivery => delivery.Status == 503 && !delivery.IsAccepted);
    }

    [Fact]
    public async Task Both_keys_sign_while_one_replaces_the_other()
    {
        Control.Configure(knobs => knobs with { WebhookSecrets = ["sk_old", "sk_new"] });

        await EnrolAsync();
        await Control.WebhooksSentAsync(Ct);

        var (body, signature) = _receiver.Received.Should().ContainSingle().Subject;
        signature.Should().Be(WebhookSignature.Of(body, Time.GetUtcNow(), ["sk_old", "sk_new"]));
    }

    [Theory]
    [InlineData("""{"type":"authenticator.deleted","data":{"userId":"u9","count":3}}""", """{"userId":"u9","count":3}""", true)]
    [InlineData("""{"body":"{\"records\":[]}"}""", """{"records":[]}""", true)]
    [InlineData("""{"signature":""}""", "authenticator.created", false)]
    public async Task Any_event_can_be_sent_by_hand(string message, string part, bool isSigned)
    {
        var answer = await Api.SendAsync("POST", "/control/webhooks", message, Ct);

        answer.Json.GetProperty("status").GetInt32().Should().Be(204);
        var (body, signature) = _receiver.Received.Should().ContainSingle().Subject;
        body.Should().Contain(part);
        (signature is not null).Should().Be(isSigned);
    }

    [Fact]
    public async Task A_signature_can_be_older_than_the_clock()
    {
        var late = await Control.SendWebhookAsync(new WebhookToSend { SignedAhead = TimeSpan.FromMinutes(-6) }, Ct);

        late!.Signature.Should().StartWith($"t={Time.GetUtcNow().AddMinutes(-6).ToUnixTimeSeconds()},v2=");
    }

    [Fact]
    public async Task Without_a_receiver_nothing_is_sent()
    {
        Control.Configure(knobs => knobs with { WebhookUrl = null });

        await EnrolAsync();
        await Control.WebhooksSentAsync(Ct);

        Control.Webhooks.Should().BeEmpty();
        (await Api.SendAsync("POST", "/control/webhooks", "{}", Ct)).Status.Should().Be(HttpStatusCode.Conflict);
    }

    private async Task<string> EnrolAsync()
    {
        var answer = await Api.PostAsync("/v1/users/u1/authenticators", new { verificationMethod = "EMAIL_OTP", email = "u1@example.org" }, Ct);
        return answer.Json.GetProperty("authenticator").GetProperty("userAuthenticatorId").GetString()!;
    }
}
