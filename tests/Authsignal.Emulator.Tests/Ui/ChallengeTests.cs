using System.Net;
using System.Text.RegularExpressions;
using CleanLogin.Authsignal.Emulator.Control;

namespace CleanLogin.Authsignal.Emulator.Tests.Ui;

public sealed partial class ChallengeTests : EmulatorTest
{
    private string _secret = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _secret = Control.Seed(new SeedUser
        {
            UserId = "u1",
            Email = "u1@example.org",
            Authenticators = [new() { VerificationMethod = "AUTHENTICATOR_APP" }, new() { VerificationMethod = "EMAIL_OTP" }],
        })[0].TotpSecret!;
    }

    [Fact]
    public async Task A_code_of_the_authenticator_app_completes_the_action()
    {
        var track = await Api.TrackAsync("u1", Ct);
        var screen = await Ui.OpenAsync(new Uri(track["url"]!), Ct);

        var left = await Ui.PostAsync("/challenge/totp", track.Token, Ct, code: Code());

        screen.Name.Should().Be("challenge-totp");
        screen.Has("method-email").Should().BeTrue();
        screen.Has("totp-secret").Should().BeFalse();
        left.Status.Should().Be(HttpStatusCode.Redirect);
        (await Api.ValidateAsync(left.ReturnedToken!, Ct))["state"].Should().Be("CHALLENGE_SUCCEEDED");
    }

    [Fact]
    public async Task A_wrong_code_leaves_the_action_open()
    {
        var track = await Api.TrackAsync("u1", Ct);

        var screen = await Ui.PostAsync("/challenge/totp", track.Token, Ct, code: Totp.WrongCode(_secret, Time.GetUtcNow()));

        screen.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        screen.Has("error").Should().BeTrue();
        (await Api.ValidateAsync(track.Token, Ct))["state"].Should().Be("CHALLENGE_REQUIRED");
    }

    [Fact]
    public async Task A_code_counts_once_even_for_another_sign_in()
    {
        var first = await Api.TrackAsync("u1", Ct);
        var second = await Api.TrackAsync("u1", Ct);
        var code = Code();

        var left = await Ui.PostAsync("/challenge/totp", first.Token, Ct, code: code);
        var replayed = await Ui.PostAsync("/challenge/totp", second.Token, Ct, code: code);
        Time.Advance(TimeSpan.FromSeconds(30));
        var fresh = await Ui.PostAsync("/challenge/totp", second.Token, Ct, code: Code());

        left.Status.Should().Be(HttpStatusCode.Redirect);
        replayed.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        fresh.Status.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Parallel_posts_of_one_code_give_one_success()
    {
        var tracks = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Api.TrackAsync("u1", Ct)));
        var code = Code();

        var screens = await Task.WhenAll(tracks.Select(track => Ui.PostAsync("/challenge/totp", track.Token, Ct, code: code)));

        screens.Count(screen => screen.Status == HttpStatusCode.Redirect).Should().Be(1);
    }

    [Fact]
    public async Task A_code_by_e_mail_completes_the_action_after_switching()
    {
        var track = await Api.TrackAsync("u1", Ct);
        var screen = await Ui.OpenAsync(track.Token, Ct, "EMAIL_OTP");
        var sent = await Ui.PostAsync("/challenge/email", track.Token, Ct);
        var email = Control.LastEmail("u1")!;

        var left = await Ui.PostAsync("/challenge/email/code", track.Token, Ct, code: email.Code);

        screen.Name.Should().Be("challenge-email");
        sent.Name.Should().Be("enter-email-code");
        email.To.Should().Be("u1@example.org");
        email.Code.Should().MatchRegex("^[0-9]{6}$");
        (await Api.ValidateAsync(left.ReturnedToken!, Ct))["verificationMethod"].Should().Be("EMAIL_OTP");
    }

    [Fact]
    public async Task A_code_by_e_mail_dies_with_time_replacement_and_guessing()
    {
        var track = await Api.TrackAsync("u1", Ct);
        Control.Configure(knobs => knobs with { TokenLifetime = TimeSpan.FromHours(1) });
        track = await Api.TrackAsync("u1", Ct, key: track["idempotencyKey"]);
        var replaced = await SendAsync(track);
        var expired = await SendAsync(track);

        (await EnterAsync(track, replaced)).Should().Be(HttpStatusCode.UnprocessableEntity);
        Time.Advance(TimeSpan.FromMinutes(10));
        (await EnterAsync(track, expired)).Should().Be(HttpStatusCode.UnprocessableEntity);

        var guessed = await SendAsync(track);
        for (var guess = 0; guess < 10; guess++)
        {
            (await EnterAsync(track, "no")).Should().Be(HttpStatusCode.UnprocessableEntity);
        }

        (await EnterAsync(track, guessed)).Should().Be(HttpStatusCode.UnprocessableEntity);
        (await EnterAsync(track, await SendAsync(track))).Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_recovery_code_completes_one_action()
    {
        Control.Configure(knobs => knobs with { IssueRecoveryCodes = true });
        var enrolling = await Api.TrackAsync("u2", Ct);
        var secret = (await Ui.OpenAsync(enrolling.Token, Ct, "AUTHENTICATOR_APP")).Text("totp-secret");
        var shown = await Ui.PostAsync("/enrol/totp", enrolling.Token, Ct, code: Totp.Code(secret, Time.GetUtcNow()));
        var code = RecoveryCode().Match(shown.Html).Groups[1].Value;
        var (first, second) = (await Api.TrackAsync("u2", Ct), await Api.TrackAsync("u2", Ct));

        (await Ui.OpenAsync(first.Token, Ct)).Has("method-recovery").Should().BeTrue();
        var left = await Ui.PostAsync("/challenge/recovery", first.Token, Ct, code: code);
        var again = await Ui.PostAsync("/challenge/recovery", second.Token, Ct, code: code);

        (await Api.ValidateAsync(left.ReturnedToken!, Ct))["verificationMethod"].Should().Be("RECOVERY_CODE");
        again.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("BLOCK")]
    [InlineData("REVIEW")]
    public async Task What_is_blocked_or_under_review_cannot_be_challenged(string outcome)
    {
        Control.Configure(knobs => knobs with { DefaultOutcome = outcome });
        var track = await Api.TrackAsync("u1", Ct);

        var screen = await Ui.OpenAsync(track.Token, Ct);
        var posted = await Ui.PostAsync("/challenge/totp", track.Token, Ct, code: Code());

        screen.Name.Should().Be("finished");
        posted.Name.Should().Be("finished");
        (await Api.ValidateAsync(track.Token, Ct)).Flag("isValid").Should().BeFalse();
    }

    private string Code() => Totp.Code(_secret, Time.GetUtcNow());

    private async Task<string> SendAsync(ApiAnswer track)
    {
        await Ui.PostAsync("/challenge/email", track.Token, Ct);
        return Control.LastEmail("u1")!.Code;
    }

    private async Task<HttpStatusCode> EnterAsync(ApiAnswer track, string code) =>
        (await Ui.PostAsync("/challenge/email/code", track.Token, Ct, code: code)).Status;

    [GeneratedRegex("<li><code>([^<]*)</code>")]
    private static partial Regex RecoveryCode();
}
