using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Infrastructure.Throttling;
using CleanLogin.Testing;
using CleanLogin.Testing.Fakes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Net.Http.Headers;

namespace CleanLogin.Infrastructure.Tests.Throttling;

public sealed class KnownDevicesCookieTests
{
    private static readonly UserId Alice = new("id-of-alice");
    private static readonly UserId Bob = new("id-of-bob");

    private readonly EphemeralDataProtectionProvider _keys = new();
    private readonly CountingRandom _random = new();
    private readonly FakeTimeProvider _time = new(Moments.Start);

    private string? _cookie;

    [Fact]
    public void A_new_browser_is_known_to_nobody() => Recognise(Alice).Should().BeNull();

    [Fact]
    public void A_browser_is_known_to_those_who_have_signed_in_there_and_to_nobody_else()
    {
        Remember(Alice);
        var device = Recognise(Alice);

        Recognise(Bob).Should().BeNull();
        Remember(Bob);
        device.Should().NotBeNull();
        Recognise(Bob).Should().Be(device, "it is one browser");
        Recognise(Alice).Should().Be(device);
    }

    [Fact]
    public void Two_browsers_are_two()
    {
        Remember(Alice);
        var first = Recognise(Alice);
        _cookie = null;
        Remember(Alice);

        Recognise(Alice).Should().NotBe(first);
    }

    [Fact]
    public void It_is_forgotten_half_a_year_after_the_last_time()
    {
        Remember(Alice);
        _time.Advance(IKnownDevices.Memory - TimeSpan.FromSeconds(1));
        Recognise(Alice).Should().NotBeNull();
        Remember(Alice);
        _time.Advance(IKnownDevices.Memory - TimeSpan.FromSeconds(1));
        Recognise(Alice).Should().NotBeNull();

        _time.Advance(TimeSpan.FromSeconds(1));

        Recognise(Alice).Should().BeNull();
    }

    [Fact]
    public void Of_many_people_at_one_browser_the_last_ones_are_kept()
    {
        var people = Enumerable.Range(0, 12).Select(number => new UserId($"id-{number}")).ToArray();
        foreach (var person in people)
        {
            Remember(person);
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        people.Where(person => Recognise(person) is not null).Should().Equal(people[4..]);
        _cookie!.Length.Should().BeLessThan(1000);
    }

    [Fact]
    public void What_this_server_has_not_made_counts_for_nothing()
    {
        Remember(Alice);
        var elsewhere = new KnownDevicesCookieTests { _cookie = _cookie };

        elsewhere.Recognise(Alice).Should().BeNull();
        _cookie = "garbage";
        Recognise(Alice).Should().BeNull();
    }

    [Fact]
    public void Without_a_browser_at_hand_nobody_is_known()
    {
        var nowhere = new KnownDevicesCookie(new HttpContextAccessor(), _keys, _random, _time);

        nowhere.Remember(Alice);

        nowhere.Recognise(Alice).Should().BeNull();
    }

    [Fact]
    public void It_names_nobody()
    {
        Remember(Alice);

        _cookie.Should().NotContain("alice");
    }

    private KnownDevice? Recognise(UserId user) => Device(out _).Recognise(user);

    private void Remember(UserId user)
    {
        Device(out var http).Remember(user);
        var written = SetCookieHeaderValue.Parse(http.Response.Headers.SetCookie.Single()!);
        written.Name.Value.Should().StartWith("__Host-");
        (written.Secure, written.HttpOnly, written.Path.Value).Should().Be((true, true, "/"));
        _cookie = written.Value.Value;
    }

    private KnownDevicesCookie Device(out DefaultHttpContext http)
    {
        http = new DefaultHttpContext();
        if (_cookie is not null)
        {
            http.Request.Headers.Cookie = "__Host-cleanlogin-device=" + _cookie;
        }

        return new KnownDevicesCookie(new HttpContextAccessor { HttpContext = http }, _keys, _random, _time);
    }
}
