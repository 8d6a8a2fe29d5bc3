using System.Net;

namespace CleanLogin.Authsignal.Emulator.Tests.Api;

public sealed class DeviceTests : EmulatorTest
{
    [Fact]
    public async Task A_device_that_was_tracked_is_listed_and_can_be_invalidated()
    {
        await Api.PostAsync("/v1/users/u1/actions/login", new { deviceId = "device/1" }, Ct);

        (await Api.PostAsync("/v1/users/u1/devices/device%2F1/invalidate", new { }, Ct)).Status.Should().Be(HttpStatusCode.OK);

        var device = (await Api.GetAsync("/v1/users/u1/devices", Ct)).Json.EnumerateArray().Should().ContainSingle().Subject;
        device.GetProperty("deviceId").GetString().Should().Be("device/1");
        device.GetProperty("isInvalidated").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task A_device_that_was_never_seen_is_unknown() =>
        (await Api.PostAsync("/v1/users/u1/devices/d/invalidate", new { }, Ct)).Status.Should().Be(HttpStatusCode.NotFound);

    [Fact]
    public async Task What_the_tenant_has_set_up_is_listed()
    {
        Control.Configure(knobs => knobs with { AllowedVerificationMethods = ["PASSKEY"] });

        (await Api.GetAsync("/v1/authenticators", Ct)).Json.EnumerateArray()
            .Select(one => one.GetProperty("verificationMethod").GetString()).Should().Equal("PASSKEY");
    }

    [Fact]
    public async Task Passkeys_are_taken_over_each_by_itself()
    {
        var answer = await Api.PostAsync(
            "/v1/users/authenticators",
            new
            {
                authenticators = new object[]
                {
                    new { userId = "u1", verificationMethod = "PASSKEY", credentialId = "AQID", credentialPublicKey = "BAUG", name = "Phone" },
                    new { userId = "u2", verificationMethod = "PASSKEY", credentialId = "AQID", credentialPublicKey = "BAUG" },
                    new { userId = "u3", verificationMethod = "SMS" },
                },
            },
            Ct);

        new[] { answer["total"], answer["succeeded"], answer["failed"] }.Should().Equal("3", "1", "2");
        answer.Json.GetProperty("failures").EnumerateArray().Select(one => one.GetProperty("userId").GetString()).Should().Equal("u2", "u3");
        (await Api.GetAsync("/v1/users/u1", Ct)).Flag("isEnrolled").Should().BeTrue();
    }

    [Fact]
    public async Task A_user_may_be_called_like_the_import()
    {
        await Api.PatchAsync("/v1/users/authenticators", new { displayName = "Odd" }, Ct);

        (await Api.GetAsync("/v1/users/authenticators", Ct))["displayName"].Should().Be("Odd");
    }
}
