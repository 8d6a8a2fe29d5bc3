using System.Net;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Web.Tests.Adversary;

/// <summary>Guessing is stopped, and stopping it keeps no owner out.</summary>
public sealed class LockOutTests : IDisposable
{
    private const string DeviceCookie = "__Host-cleanlogin-device";

    private readonly LoginServer _server = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task However_much_strangers_guess_the_owners_first_try_works_in_a_browser_used_before()
    {
        using var alice = await WhoHasSignedInAsync("alice");
        await ExhaustAsync("alice");

        await alice.OpenAsync("/Account/Login");
        await alice.SignInAsync();

        alice.Url.AbsolutePath.Should().Be("/Mfa/Challenge");
    }

    [Fact]
    public async Task Ten_thousand_guesses_from_a_thousand_addresses_are_a_hundred_at_the_most_and_the_owner_gets_in_at_once()
    {
        using var alice = await WhoHasSignedInAsync("alice");
        var attacker = await ManyGuesses.AgainstAsync(_server);
        var statuses = new List<int>();
        for (var round = 0; round < 20; round++)
        {
            statuses.AddRange(await Task.WhenAll(Enumerable.Range(0, 500).Select(guess =>
                Task.Run(() => attacker.GuessAsync("alice", $"198.{51 + (round % 2)}.{guess / 2}.{guess % 2}"), Ct))));
            _server.Time.Advance(TimeSpan.FromHours(1));
        }

        statuses.Should().HaveCount(10_000).And.OnlyContain(status => status == 200 || status == 429);
        statuses.Count(status => status == 200).Should().BeInRange(AttemptLimit.FreeFailures + 1, AttemptLimit.MaxFailures);

        await alice.OpenAsync("/Account/Login");
        (await alice.SignInAsync()).Url.AbsolutePath.Should().Be("/Mfa/Challenge");
    }

    [Fact]
    public async Task Whoever_tries_one_password_with_many_names_is_stopped_by_the_address_and_nobody_else_is()
    {
        var attacker = await ManyGuesses.AgainstAsync(_server);
        for (var name = 0; name < AddressLimit.DefaultWrongPasswords; name++)
        {
            (await attacker.GuessAsync($"person{name}", $"203.0.113.{name}")).Should().Be(200);
        }

        (await attacker.GuessAsync("alice", "203.0.113.250", "alice")).Should().Be(429, "right or wrong, it is not looked at");
        (await attacker.GuessAsync("alice", "203.0.114.1", "alice")).Should().Be(303);
    }

    [Fact]
    public async Task Whoever_asks_for_mails_with_many_names_is_stopped_by_the_address_and_nobody_else_is()
    {
        var attacker = await ManyGuesses.AgainstAsync(_server);
        for (var name = 0; name < AddressLimit.DefaultMails; name++)
        {
            (await attacker.AskForMailAsync($"person{name}", $"203.0.113.{name}")).Should().Be(200);
        }

        (await attacker.AskForMailAsync("alice", "203.0.113.250")).Should().Be(429);
        (await attacker.AskForMailAsync("nobody", "203.0.113.250")).Should().Be(429);
        (await attacker.AskForMailAsync("alice", "203.0.114.1")).Should().Be(200);
        (await attacker.GuessAsync("alice", "203.0.113.250", "alice")).Should().Be(303, "passwords are counted by themselves");
    }

    [Fact]
    public async Task Strangers_who_know_the_password_cannot_keep_the_owner_from_the_second_step()
    {
        using var alice = _server.NewPerson();
        var secret = await alice.EnrolAsync();
        using var thief = _server.NewPerson();
        await thief.OpenAsync("/Account/Login");
        await thief.SignInAsync();
        for (var guess = 0; guess <= AttemptLimit.FreeFailures; guess++)
        {
            await thief.SubmitAsync(("Input.Code", "000000"));
        }

        await thief.SubmitAsync(("Input.Code", "000000"));
        thief.Status.Should().Be(HttpStatusCode.TooManyRequests);

        _server.Time.Advance(TimeSpan.FromSeconds(30));
        await alice.OpenAsync("/Account/Login");
        await alice.SignInAsync();
        var session = alice.Cookies.Cookies["__Host-cleanlogin"];
        await alice.SubmitAsync(("Input.Code", alice.CodeOf(secret)));
        alice.Cookies.Cookies["__Host-cleanlogin"].Should().NotBe(session, "the code was taken");
    }

    [Fact]
    public async Task An_owner_at_a_new_browser_gets_in_by_a_new_password_while_strangers_go_on_guessing()
    {
        using var alice = _server.NewPerson();
        await alice.OpenAsync(await ResetLinkAsync("alice"));
        await alice.SubmitAsync(("Input.Password", "correct horse battery"));
        await ExhaustAsync("alice");

        await alice.OpenAsync("/Account/Login");
        await alice.SignInAsync("alice", "correct horse battery");

        alice.Document.QuerySelector("#totp-secret").Should().NotBeNull("the password was taken");
    }

    [Fact]
    public async Task Whoever_has_signed_in_as_somebody_else_is_a_stranger()
    {
        using var bob = await WhoHasSignedInAsync("bob");
        await ExhaustAsync("alice");

        await bob.OpenAsync("/Account/Login");
        await bob.SignInAsync();

        bob.Status.Should().Be(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_browser_may_be_known_to_several_people()
    {
        using var browser = await WhoHasSignedInAsync("alice");
        await browser.EnrolAsync("bob", "bob");
        await ExhaustAsync("alice");
        await ExhaustAsync("bob");

        foreach (var name in new[] { "alice", "bob" })
        {
            await browser.OpenAsync("/Account/Login");
            await browser.SignInAsync(name, name);
            browser.Url.AbsolutePath.Should().Be("/Mfa/Challenge");
        }
    }

    [Fact]
    public async Task What_a_browser_claims_of_itself_counts_for_nothing()
    {
        using var alice = await WhoHasSignedInAsync("alice");
        var cookie = alice.Cookies.Cookies[DeviceCookie];
        await ExhaustAsync("alice");

        foreach (var forged in new[] { "x", cookie[..^2] + (cookie.EndsWith("AA", StringComparison.Ordinal) ? "BB" : "AA"), cookie[..(cookie.Length / 2)] })
        {
            using var thief = _server.NewPerson();
            thief.Cookies.Set(DeviceCookie, forged);
            await thief.OpenAsync("/Account/Login");
            await thief.SignInAsync();
            thief.Status.Should().Be(HttpStatusCode.TooManyRequests);
        }
    }

    [Fact]
    public async Task Whoever_sits_at_the_owners_browser_or_has_copied_its_cookie_gets_few_guesses()
    {
        using var alice = await WhoHasSignedInAsync("alice");
        var cookie = alice.Cookies.Cookies[DeviceCookie];
        await PutOutOfUseAsync("alice");
        var checkedGuesses = 0;
        for (var guess = 0; guess < AttemptLimit.MaxFailuresOfKnownDevice + 3; guess++)
        {
            using var thief = _server.NewPerson();
            thief.Cookies.Set(DeviceCookie, cookie);
            await thief.OpenAsync("/Account/Login");
            await thief.SignInAsync("alice", "wrong");
            checkedGuesses += thief.Status == HttpStatusCode.OK ? 1 : 0;
            _server.Time.Advance(TimeSpan.FromHours(1));
        }

        checkedGuesses.Should().Be(AttemptLimit.MaxFailuresOfKnownDevice);
    }

    private async Task<Person> WhoHasSignedInAsync(string name)
    {
        var person = _server.NewPerson();
        await person.EnrolAsync(name, name);
        person.Cookies.Cookies.Should().ContainKey(DeviceCookie);
        return person;
    }

    private async Task ExhaustAsync(string name)
    {
        using var stranger = _server.NewPerson();
        await stranger.OpenAsync("/Account/Login");
        do
        {
            await stranger.SignInAsync(name, "wrong");
        }
        while (stranger.Status != HttpStatusCode.TooManyRequests);
        stranger.Response.Headers.RetryAfter.Should().NotBeNull();
        stranger.Alert.Should().Contain("a browser in which you have signed in before");
    }

    private async Task PutOutOfUseAsync(string name)
    {
        var attempts = _server.Services.GetRequiredService<IAttempts>();
        var now = _server.Time.GetUtcNow();
        for (var failures = 1; failures <= AttemptLimit.MaxFailures; failures++)
        {
            await attempts.ChargeAsync(AttemptKey.ForPassword(Username.Parse(name)!), now, Ct);
            now += AttemptLimit.PauseAfter(failures);
        }
    }

    private async Task<string> ResetLinkAsync(string name)
    {
        using var owner = _server.NewPerson();
        await owner.OpenAsync("/Account/ForgotPassword");
        await owner.SubmitAsync(("Input.Name", name));
        return await _server.ReadResetLinkAsync();
    }
}
