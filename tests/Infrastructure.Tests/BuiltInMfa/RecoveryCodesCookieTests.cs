using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Infrastructure.BuiltInMfa;
using CleanLogin.Testing;
using CleanLogin.Testing.Fakes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Net.Http.Headers;

namespace CleanLogin.Infrastructure.Tests.BuiltInMfa;

public sealed class RecoveryCodesCookieTests
{
    private static readonly HandoutOccasion Login = HandoutOccasion.Of(new LoginTransactionId(Guid.NewGuid()));
    private static readonly HandoutOccasion AnotherLogin = HandoutOccasion.Of(new LoginTransactionId(Guid.NewGuid()));

    private readonly EphemeralDataProtectionProvider _keys = new();
    private readonly FakeTimeProvider _time = new(Moments.Start);
    private readonly RecoveryCode[] _codes = MakeCodes();

    private string? _cookie;

    [Fact]
    public void What_was_kept_is_found_again()
    {
        Keep();

        var found = Cookie(out _).Find(Login)!;

        found.Codes.Select(code => code.RevealOnce()).Should().Equal(_codes.Select(code => code.RevealOnce()));
        (found.User, found.At, found.Until, found.Occasion).Should().Be((new UserId("alice"), Moments.Start, Moments.After(600), Login));
        found.Token!.Reveal().Should().Be("token");
    }

    [Fact]
    public void It_opens_for_no_other_occasion()
    {
        Keep();

        Cookie(out _).Find(AnotherLogin).Should().BeNull();
    }

    [Fact]
    public void After_their_time_they_are_not_found()
    {
        Keep();
        _time.Advance(TimeSpan.FromSeconds(599));
        Cookie(out _).Find(Login).Should().NotBeNull();

        _time.Advance(TimeSpan.FromSeconds(1));

        Cookie(out _).Find(Login).Should().BeNull();
    }

    [Fact]
    public void The_cookie_is_for_this_server_alone_and_tells_nothing()
    {
        var written = Keep();

        written.Name.Value.Should().StartWith("__Host-");
        (written.Secure, written.HttpOnly, written.Path.Value, written.SameSite).Should().Be((true, true, "/", Microsoft.Net.Http.Headers.SameSiteMode.Strict));
        written.Expires.Should().Be(Moments.After(600));
        _cookie!.Length.Should().BeLessThan(2000);
        _cookie.Should().NotContainAny(_codes.Select(code => code.RevealOnce()).Append("alice"));
    }

    [Fact]
    public void What_this_server_has_not_made_counts_for_nothing()
    {
        Keep();
        new RecoveryCodesCookieTests { _cookie = _cookie }.Cookie(out _).Find(Login).Should().BeNull();

        _cookie = "garbage";

        Cookie(out _).Find(Login).Should().BeNull();
    }

    [Fact]
    public void Forgetting_takes_those_of_that_occasion_out_of_the_browser()
    {
        Keep();
        Cookie(out var untouched).Forget(AnotherLogin);
        untouched.Response.Headers.SetCookie.Should().BeEmpty();

        Cookie(out var emptied).Forget(Login);

        SetCookieHeaderValue.Parse(emptied.Response.Headers.SetCookie.Single()!).Expires.Should().Be(DateTimeOffset.UnixEpoch);
    }

    [Fact]
    public void Without_a_browser_at_hand_nothing_is_kept()
    {
        var nowhere = new RecoveryCodesCookie(new HttpContextAccessor(), _keys, _time);

        nowhere.Keep(Handout());

        nowhere.Find(Login).Should().BeNull();
    }

    private static RecoveryCode[] MakeCodes()
    {
        var random = new CountingRandom();
        return [.. Enumerable.Range(0, RecoveryCodeSet.Size).Select(_ => RecoveryCode.From(random.Next(RecoveryCode.EntropyBytes)))];
    }

    private RecoveryCodeHandout Handout() =>
        new(Login, new UserId("alice"), _codes, Moments.Start, Moments.After(600), ChallengeToken.Parse("token"));

    private SetCookieHeaderValue Keep()
    {
        Cookie(out var http).Keep(Handout());
        var written = SetCookieHeaderValue.Parse(http.Response.Headers.SetCookie.Single()!);
        _cookie = written.Value.Value;
        return written;
    }

    private RecoveryCodesCookie Cookie(out DefaultHttpContext http)
    {
        http = new DefaultHttpContext();
        if (_cookie is not null)
        {
            http.Request.Headers.Cookie = "__Host-cleanlogin-codes=" + _cookie;
        }

        return new RecoveryCodesCookie(new HttpContextAccessor { HttpContext = http }, _keys, _time);
    }
}
