using System.Security.Cryptography;
using System.Text;
using CleanLogin.Infrastructure.Authsignal.Webhooks;

namespace CleanLogin.Infrastructure.Tests.Authsignal.Webhooks;

public sealed class WebhookSignatureTests
{
    private const string Secret = "sk_test_cleanlogin";
    private const long Seconds = 1767225600;
    private const string Signature = "xUDShMQblVISmnuPd2nmSJYAc2nxquVrVMRp0OYhjsM";

    // Made with the vendor's own client.
    private const string Body =
        """{"version":1,"id":"11111111-1111-4111-8111-111111111111","source":"https://authsignal.com","time":"2026-01-01T00:00:00.000Z","tenantId":"22222222-2222-4222-8222-222222222222","type":"authenticator.created","data":{"userId":"u1","verificationMethod":"EMAIL_OTP"}}""";

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(Seconds);

    [Fact]
    public void What_the_vendors_client_signs_is_accepted() => Verify($"t={Seconds},v2={Signature}").Should().BeTrue();

    [Theory]
    [InlineData($"t=1767225600,v2=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA,v2={Signature}")]
    [InlineData($"t=1767225600,v2={Signature},v2=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData($"v3=whatever,v2={Signature},t=1767225600")]
    [InlineData($"t=1767225600, v2={Signature}")]
    public void One_right_signature_among_others_is_enough(string header) => Verify(header).Should().BeTrue();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(",")]
    [InlineData("=")]
    [InlineData("t=1767225600")]
    [InlineData($"v2={Signature}")]
    [InlineData("t=1767225600,v2=")]
    [InlineData("t=1767225600,v2")]
    [InlineData($"t=1767225600,v2={Signature}=")]
    [InlineData($"t=1767225600,v1={Signature}")]
    [InlineData($"t=1767225600,V2={Signature}")]
    [InlineData($"t=1767225601,v2={Signature}")]
    [InlineData($"t=1767225600,t=1767225600,v2={Signature}")]
    [InlineData($"t,t=1767225600,v2={Signature}")]
    [InlineData($"t=+1767225600,v2={Signature}")]
    [InlineData($"t=-9223372036854775808,v2={Signature}")]
    [InlineData($"t=9223372036854775807,v2={Signature}")]
    [InlineData($"t=99999999999999999999,v2={Signature}")]
    [InlineData($"t=1767225600,v2=ü,v2=AAAA")]
    [InlineData($"t=1767225600,v2=a,v2=b,v2=c,v2=d,v2={Signature}")]
    public void Anything_else_proves_nothing(string? header) => Verify(header).Should().BeFalse();

    [Fact]
    public void A_header_without_end_is_not_read() =>
        Verify($"t={Seconds},v2={Signature}," + new string('x', 2000)).Should().BeFalse();

    [Theory]
    [InlineData(-301, false)]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void It_counts_for_five_minutes_both_ways(int seconds, bool counts) =>
        Verify($"t={Seconds},v2={Signature}", now: Now.AddSeconds(seconds)).Should().Be(counts);

    [Fact]
    public void A_body_that_was_changed_by_a_blank_is_another_one() =>
        Verify($"t={Seconds},v2={Signature}", body: Body + " ").Should().BeFalse();

    [Fact]
    public void Another_key_signs_something_else() =>
        Verify($"t={Seconds},v2={Signature}", secret: "sk_test_other").Should().BeFalse();

    [Fact]
    public void Bytes_that_are_no_text_are_signed_as_they_are()
    {
        byte[] body = [0xff, 0x00, 0xc3];
        byte[] message = [.. Encoding.ASCII.GetBytes($"{Seconds}."), .. body];
        var signed = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), message);

        WebhookSignature.Read($"t={Seconds},v2={Convert.ToBase64String(signed).TrimEnd('=')}", Now)!.IsOf(body, Secret).Should().BeTrue();
    }

    private static bool Verify(string? header, string body = Body, string secret = Secret, DateTimeOffset? now = null) =>
        WebhookSignature.Read(header, now ?? Now)?.IsOf(Encoding.UTF8.GetBytes(body), secret) ?? false;
}
