using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CleanLogin.Authsignal.Emulator.Tests.Tokens;

public sealed class ActionTokenTests : EmulatorTest
{
    [Fact]
    public async Task A_token_is_signed_with_the_tenant_s_secret_and_names_the_action()
    {
        var track = await Api.TrackAsync("u1", Ct, key: "k1");
        var parts = track.Token.Split('.');
        var header = Decode(parts[0]);
        var claims = Decode(parts[1]);
        var other = claims.GetProperty("other");
        var now = Time.GetUtcNow().ToUnixTimeSeconds();

        header.GetProperty("alg").GetString().Should().Be("HS256");
        parts[2].Should().Be(Sign(parts, "sk_emulator"));
        claims.GetProperty("sub").GetString().Should().Be("u1");
        claims.GetProperty("aud").GetString().Should().Be("tenant-emulator");
        claims.GetProperty("iat").GetInt64().Should().Be(now);
        claims.GetProperty("exp").GetInt64().Should().Be(now + 600);
        claims.GetProperty("scope").GetString().Should().Be("read:authenticators");
        other.GetProperty("tenantId").GetString().Should().Be("tenant-emulator");
        other.GetProperty("userId").GetString().Should().Be("u1");
        other.GetProperty("actionCode").GetString().Should().Be("login");
        other.GetProperty("idempotencyKey").GetString().Should().Be("k1");
    }

    [Fact]
    public async Task A_token_without_signature_or_of_another_tenant_is_refused()
    {
        var parts = (await Api.TrackAsync("u1", Ct)).Token.Split('.');
        var unsigned = $"{Base64Url.EncodeToString("""{"alg":"none"}"""u8)}.{parts[1]}.";
        var foreign = $"{parts[0]}.{parts[1]}.{Sign(parts, "sk_other")}";

        foreach (var token in new[] { unsigned, foreign })
        {
            (await Api.ValidateAsync(token, Ct)).Status.Should().Be(HttpStatusCode.BadRequest);
            (await Ui.OpenAsync(token, Ct)).Status.Should().Be(HttpStatusCode.BadRequest);
        }
    }

    private static string Sign(string[] parts, string secret) => Base64Url.EncodeToString(
        HMACSHA256.HashData(Encoding.ASCII.GetBytes(secret), Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}")));

    private static JsonElement Decode(string part) => JsonDocument.Parse(Base64Url.DecodeFromChars(part)).RootElement;
}
