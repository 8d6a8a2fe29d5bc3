using CleanLogin.Application.Ports;
using CleanLogin.Authsignal.Emulator;
using CleanLogin.Authsignal.Emulator.Control;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Infrastructure.Authsignal;
using CleanLogin.Infrastructure.Tests.Mfa;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;

namespace CleanLogin.Infrastructure.Tests.Authsignal;

public sealed class AuthsignalPasskeyProviderTests : PasskeyProviderContract
{
    private readonly StoppedClock _time = new();
    private EmulatorHost? _service;
    private Tenant? _tenant;

    private protected override IPasskeyProvider Provider => _tenant!;

    private EmulatorControl Control => _service!.Control;

    public override async ValueTask InitializeAsync()
    {
        _service = await EmulatorHost.StartAsync(time: _time, ct: Ct);
        _tenant = Create(_service.Settings.TenantId, AllowedMethods.All);
    }

    public override async ValueTask DisposeAsync()
    {
        await _tenant!.DisposeAsync();
        await _service!.DisposeAsync();
    }

    [Fact]
    public async Task Without_a_tenant_id_none_is_asked_for()
    {
        await using var tenant = Create(id: null, AllowedMethods.All);

        tenant.Offer.Should().BeOfType<PasskeyOffer.None>();
    }

    [Fact]
    public async Task Where_passkeys_are_not_allowed_none_is_asked_for()
    {
        await using var tenant = Create("tenant", AllowedMethods.Parse(["otp", "device-bound-passkey"])!);

        tenant.Offer.Should().BeOfType<PasskeyOffer.None>();
    }

    [Fact]
    public async Task The_service_is_told_what_the_passkey_must_have_been_used_for_and_nobodys_name()
    {
        await Provider.VerifyAsync(Use(new UserId("id-of-alice")), Ct);

        Control.Requests.Should().ContainSingle(request => request.Target.EndsWith("/validate", StringComparison.Ordinal))
            .Which.Body.Should().Contain("\"action\":\"cleanlogin-passkey\"").And.NotContain("userId");
    }

    [Theory]
    [InlineData("BLOCK")]
    [InlineData("REVIEW")]
    public async Task A_rule_of_the_service_that_refuses_adding_is_heeded(string outcome)
    {
        Control.Configure(knobs => knobs with { DefaultOutcome = outcome });

        (await Provider.BeginEnrolmentAsync(Enrolment(Given.AnAccount().Build()), Ct)).Should().BeOfType<PasskeyEnrolmentStart.Refused>();
    }

    [Fact]
    public async Task The_token_may_add_and_do_nothing_else()
    {
        await Provider.BeginEnrolmentAsync(Enrolment(Given.AnAccount().Build()), Ct);

        var tracked = Control.Requests.Single(request => request.Target.EndsWith("/actions/cleanlogin-add-passkey", StringComparison.Ordinal));
        tracked.Body.Should().Contain("\"scope\":\"add:authenticators\"").And.NotContain("redirect");
    }

    // Each of them is a passkey that was used for something else, too long ago, or by nobody.
    public static TheoryData<string, DenialReason> Mismatches => new()
    {
        { "\"action\":\"add-passkey\"", DenialReason.ChallengeMismatch },
        { "\"actionCode\":\"add-passkey\"", DenialReason.ChallengeMismatch },
        { "\"action\":null,\"actionCode\":null", DenialReason.ChallengeMismatch },
        { "\"userId\":null", DenialReason.ChallengeMismatch },
        { "\"userId\":\"..\"", DenialReason.ChallengeMismatch },
        { "\"idempotencyKey\":null", DenialReason.ChallengeMismatch },
        { "\"idempotencyKey\":\"\"", DenialReason.ChallengeMismatch },
        { "\"stateUpdatedAt\":null", DenialReason.ChallengeMismatch },
        { $"\"stateUpdatedAt\":\"{Moments.Start.AddMinutes(-11):O}\"", DenialReason.ChallengeMismatch },
        { $"\"stateUpdatedAt\":\"{Moments.Start.AddMinutes(2):O}\"", DenialReason.ChallengeMismatch },
        { "\"verificationMethod\":\"AUTHENTICATOR_APP\"", DenialReason.UnsupportedMethod },
        { "\"verificationMethod\":\"SECURITY_KEY\"", DenialReason.UnsupportedMethod },
        { "\"verificationMethod\":\"EMAIL_OTP\"", DenialReason.UnsupportedMethod },
        { "\"verificationMethod\":null", DenialReason.UnsupportedMethod },
        { "\"verificationMethod\":\"SOMETHING_NEW\"", DenialReason.UnsupportedMethod },
        { "\"state\":\"BLOCK\"", DenialReason.ProviderBlocked },
        { "\"state\":\"REVIEW_REQUIRED\"", DenialReason.ProviderBlocked },
        { "\"state\":\"CHALLENGE_FAILED\"", DenialReason.ChallengeFailed },
        { "\"state\":\"SOMETHING_NEW\"", DenialReason.ChallengeFailed },
        { "\"isValid\":false", DenialReason.ChallengeFailed },
    };

    [Theory]
    [MemberData(nameof(Mismatches))]
    public void Anything_else_than_a_passkey_used_for_this_just_now_fails(string difference, DenialReason reason) =>
        Translate(difference).Should().Be(new ChallengeVerdict.Failed(reason));

    // The service's clock may be ahead of ours by a little; nothing is used in the future.
    [Theory]
    [InlineData(-9, -9)]
    [InlineData(0, 0)]
    [InlineData(0.5, 0)]
    public void A_use_is_as_old_as_the_service_says(double said, double counts) =>
        Translate($"\"stateUpdatedAt\":\"{Moments.Start.AddMinutes(said):O}\"").Should().BeOfType<ChallengeVerdict.Passed>()
            .Which.At.Should().Be(Moments.Start.AddMinutes(counts));

    [Fact]
    public void The_same_answer_without_a_difference_passes() => Translate("\"state\":\"CHALLENGE_SUCCEEDED\"").Should().BeOfType<ChallengeVerdict.Passed>();

    private protected override ChallengeToken Use(UserId user)
    {
        Control.Seed(new SeedUser { UserId = user.Value, Authenticators = [new SeedAuthenticator { VerificationMethod = "PASSKEY" }] });
        return ChallengeToken.Parse(Control.SignInByPasskey(user.Value, Tenant.PasskeyAction))!;
    }

    private protected override void TakeDown() => Control.Configure(knobs => knobs with
    {
        Faults = [new() { Status = 404, Body = "<html></html>", MediaType = "text/html" }],
    });

    private Tenant Create(string? id, AllowedMethods allowed) =>
        new(_service!.ApiAddress, _service.BaseAddress.Authority, _time, id: id, allowed: allowed);

    private static ChallengeVerdict Translate(string difference)
    {
        var answer = System.Text.Json.Nodes.JsonNode.Parse($$"""
            {
              "isValid": true, "state": "CHALLENGE_SUCCEEDED", "action": "cleanlogin-passkey", "actionCode": "cleanlogin-passkey",
              "userId": "id-of-alice", "idempotencyKey": "use-1", "stateUpdatedAt": "{{Moments.Start:O}}", "verificationMethod": "PASSKEY"
            }
            """)!.AsObject();
        foreach (var (name, value) in System.Text.Json.Nodes.JsonNode.Parse("{" + difference + "}")!.AsObject())
        {
            answer[name] = value?.DeepClone();
        }

        var response = System.Text.Json.JsonSerializer.Deserialize<ValidateResponse>(answer, System.Text.Json.JsonSerializerOptions.Web)!;
        return AuthsignalTranslation.ToPasskeyVerdict(response, Tenant.PasskeyAction, Moments.Start);
    }
}
