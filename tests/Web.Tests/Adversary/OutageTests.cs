extern alias emulator;

using System.Net;
using CleanLogin.Web.Tests.Hosting;
using emulator::CleanLogin.Authsignal.Emulator;
using emulator::CleanLogin.Authsignal.Emulator.Knobs;
using Microsoft.Extensions.Time.Testing;

namespace CleanLogin.Web.Tests.Adversary;

/// <summary>
/// The hosted provider is down, or somebody makes it look so. Alice has enrolled an app at the built-in provider before there was another;
/// bob has not.
/// </summary>
public sealed class OutageTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly string _folder = Directory.CreateTempSubdirectory("cleanlogin-outage-").FullName;
    private EmulatorHost? _mfa;
    private string? _secret;

    private EmulatorHost Mfa => _mfa!;

    public async ValueTask InitializeAsync()
    {
        _mfa = await EmulatorHost.StartAsync(time: _time, ct: TestContext.Current.CancellationToken);
        await using var before = new LoginServer(time: _time, settings: Settings("Refuse"));
        using var alice = before.NewPerson();
        _secret = await alice.EnrolAsync();

        // The code that confirmed the enrolment is used up.
        _time.Advance(TimeSpan.FromMinutes(1));
    }

    public async ValueTask DisposeAsync()
    {
        await Mfa.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task By_default_nobody_gets_in()
    {
        await using var server = Start("Refuse", Down);

        using var alice = await SignInAsync(server, "alice");

        Refused(alice);
    }

    [Fact]
    public async Task If_told_so_the_app_that_is_there_is_asked_for()
    {
        await using var server = Start("BuiltIn", Down);
        using var alice = await SignInAsync(server, "alice");
        alice.Url.AbsolutePath.Should().Be("/Mfa/Challenge");
        alice.HasSession.Should().BeFalse();

        await alice.SubmitAsync(("Input.Code", alice.CodeOf(_secret!)));

        alice.HasSession.Should().BeTrue();
    }

    [Fact]
    public async Task Who_has_no_app_there_gets_nowhere_and_enrols_none()
    {
        await using var server = Start("BuiltIn", Down);

        using var bob = await SignInAsync(server, "bob");

        Refused(bob);
        bob.Cookies.Cookies.Keys.Should().NotContain(name => name.StartsWith("__Host-cleanlogin-tx-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Neither_enrolment_nor_the_way_back_is_open_meanwhile()
    {
        await using var server = Start("BuiltIn", Down);
        using var alice = await SignInAsync(server, "alice");

        await alice.OpenAsync("/Mfa/Enrol" + alice.Url.Query);

        alice.Document.QuerySelector("#totp-secret").Should().BeNull();
        alice.HasSession.Should().BeFalse();
    }

    [Fact]
    public async Task Beside_the_hosted_provider_no_app_is_asked_for_and_none_is_enrolled()
    {
        await using var server = Start("BuiltIn");
        using var alice = await SignInAsync(server, "alice");
        var transaction = alice.Cookies.Cookies.Keys.Single(name => name.StartsWith("__Host-cleanlogin-tx-", StringComparison.Ordinal));
        var query = "?tx=" + transaction["__Host-cleanlogin-tx-".Length..];

        foreach (var page in new[] { "/Mfa/Challenge", "/Mfa/Enrol", "/Mfa/Recovery" })
        {
            await alice.OpenAsync(page + query);

            alice.Document.QuerySelector("[name='Input.Code'], #totp-secret").Should().BeNull(page);
        }

        alice.HasSession.Should().BeFalse();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(429)]
    public async Task A_refusal_of_the_service_is_no_outage(int status)
    {
        await using var server = Start("BuiltIn", Fault.Answering(status));

        using var alice = await SignInAsync(server, "alice");

        Refused(alice);
    }

    [Fact]
    public async Task A_login_that_fails_by_itself_does_not_choose_the_weaker_provider()
    {
        await using var server = Start("BuiltIn", Down with { Path = "/actions/" });

        using var alice = await SignInAsync(server, "alice");

        Refused(alice);
    }

    private static Fault Down => Fault.Answering(503);

    private Dictionary<string, string> Settings(string whenUnavailable) => new(StringComparer.Ordinal)
    {
        ["Data:Folder"] = _folder,
        ["Mfa:WhenUnavailable"] = whenUnavailable,
    };

    private LoginServer Start(string whenUnavailable, params Fault[] faults)
    {
        Mfa.Control.Configure(knobs => knobs with { Faults = faults });
        return new LoginServer(Mfa, _time, Settings(whenUnavailable));
    }

    private async Task<Person> SignInAsync(LoginServer server, string name)
    {
        var person = server.NewPerson();
        await person.OpenAsync("/Account/Login");
        var signIn = person.SignInAsync(name, name);

        // The pauses between tries are of the test's clock, which stands still.
        using var turn = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!signIn.IsCompleted)
        {
            await turn.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            _time.Advance(TimeSpan.FromMilliseconds(20));
        }

        return await signIn;
    }

    private static void Refused(Person person)
    {
        person.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        person.Url.AbsolutePath.Should().Be("/Account/Login");
        person.HasSession.Should().BeFalse();
    }
}
