using System.Net;

namespace CleanLogin.Authsignal.Emulator.Tests.Api;

public sealed class ErrorTests : EmulatorTest
{
    [Theory]
    [InlineData("wrong")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_bad_secret_is_answered_with_the_service_s_own_words(string? secret)
    {
        Api.Secret = secret;

        var answer = await Api.GetAsync("/v1/users/u1", Ct);

        answer.Status.Should().Be(HttpStatusCode.Unauthorized);
        answer["error"].Should().Be("unauthorized");
        answer["errorCode"].Should().Be("unauthorized");
        answer["errorDescription"].Should().Be(
            "The request is unauthorized. Check that your API key and region base URL are correctly configured.");
    }

    [Theory]
    [InlineData("POST", "/v1/validate", "{}", HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("POST", "/v1/validate", "not json", HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("POST", "/v1/validate", "", HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("POST", "/v1/validate", "null", HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("POST", "/v1/validate", "{\"token\":1}", HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("POST", "/v1/users/u1/actions/two%20words", "{}", HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("POST", "/v1/users/u1/actions/login", "{\"redirectUrl\":\"javascript:alert(1)\"}", HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("POST", "/v1/users/u1/authenticators", "{\"verificationMethod\":\"PIGEON\"}", HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("GET", "/v1/users", null, HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("GET", "/v1/users/u1/actions/login/unknown", null, HttpStatusCode.NotFound, "not_found")]
    [InlineData("PATCH", "/v1/users/u1/actions/login/unknown", "{\"state\":\"ALLOW\"}", HttpStatusCode.NotFound, "not_found")]
    [InlineData("DELETE", "/v1/users/u1/authenticators/unknown", null, HttpStatusCode.NotFound, "not_found")]
    [InlineData("POST", "/v1/users//actions/login", "{}", HttpStatusCode.NotFound, "not_found")]
    [InlineData("GET", "/v1/nowhere", null, HttpStatusCode.NotFound, "not_found")]
    public async Task Every_refusal_carries_all_three_fields(string method, string target, string? body, HttpStatusCode status, string code)
    {
        var answer = await Api.SendAsync(method, target, body, Ct);

        answer.Status.Should().Be(status);
        answer["error"].Should().Be(code);
        answer["errorCode"].Should().Be(code);
        answer["errorDescription"].Should().NotBeNullOrWhiteSpace();
        answer.MediaType.Should().Be("application/json; charset=utf-8");
    }

    [Fact]
    public async Task A_body_that_is_not_json_by_name_is_refused()
    {
        var answer = await Api.SendAsync("POST", "/v1/validate", "{\"token\":\"x\"}", Ct, "text/plain");

        answer.Status.Should().Be(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_tenant_without_configured_authenticator_cannot_track()
    {
        Control.Configure(knobs => knobs with { AllowedVerificationMethods = [] });

        var answer = await Api.TrackAsync("u1", Ct);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer["errorCode"].Should().Be("AUTHENTICATOR_NOT_FOUND");
    }
}
