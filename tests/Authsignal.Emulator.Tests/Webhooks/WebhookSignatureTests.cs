using CleanLogin.Authsignal.Emulator.Webhooks;

namespace CleanLogin.Authsignal.Emulator.Tests.Webhooks;

public sealed class WebhookSignatureTests
{
    private const string Body =
        """{"version":1,"id":"11111111-1111-4111-8111-111111111111","source":"https://authsignal.com","time":"2026-01-01T00:00:00.000Z","tenantId":"22222222-2222-4222-8222-222222222222","type":"authenticator.created","data":{"userId":"u1","verificationMethod":"EMAIL_OTP"}}""";

    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1767225600);

    [Fact]
    public void It_is_the_one_that_the_official_client_makes() => WebhookSignature.Of(Body, At, ["sk_test_cleanlogin"])
        .Should().Be("t=1767225600,v2=xUDShMQblVISmnuPd2nmSJYAc2nxquVrVMRp0OYhjsM");

    [Fact]
    public void Each_key_makes_one_of_its_own() => WebhookSignature.Of(Body, At, ["sk_other", "sk_test_cleanlogin"])
        .Should().MatchRegex("^t=1767225600,v2=[A-Za-z0-9+/]{43},v2=xUDShMQblVISmnuPd2nmSJYAc2nxquVrVMRp0OYhjsM$");
}
