extern alias emulator;

using System.Net;
using System.Text.Json;
using CleanLogin.Web.Tests.Hosting;
using emulator::CleanLogin.Authsignal.Emulator;
using emulator::CleanLogin.Authsignal.Emulator.Control;
using Microsoft.Extensions.Time.Testing;

namespace CleanLogin.Web.Tests.Manage;

/// <summary>A person looks after the authenticators that the hosted provider keeps.</summary>
public sealed class AuthenticatorsPageTests : IAsyncLifetime
{
    private const string Page = "/Manage/Authenticators";
    private const string Alice = "a11ce000-0000-4000-8000-000000000001";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));
    private EmulatorHost? _mfa;
    private LoginServer? _server;
    private string _form = string.Empty;

    private EmulatorHost Mfa => _mfa!;

    private LoginServer Server => _server!;

    public async ValueTask InitializeAsync()
    {
        _mfa = await EmulatorHost.StartAsync(time: _time, ct: TestContext.Current.CancellationToken);
        _server = new LoginServer(_mfa, _time);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Mfa.DisposeAsync();
    }

    [Fact]
    public async Task Who_is_not_signed_in_signs_in_first_and_comes_back()
    {
        Seed("AUTHENTICATOR_APP");
        using var alice = Server.NewPerson();

        await alice.OpenAsync(Page);
        alice.Url.AbsolutePath.Should().Be("/Account/Login");
        await PassAsync(alice);

        alice.Url.AbsolutePath.Should().Be(Page);
        alice.Html.Should().Contain("Authenticator app");
    }

    [Fact]
    public async Task One_of_two_is_removed_and_the_last_one_stays_even_if_asked_for_by_hand()
    {
        var seeded = Seed("AUTHENTICATOR_APP", "SMS");
        using var alice = await SignedInAsync();
        Ids(alice).Should().BeEquivalentTo(seeded.Select(one => one.UserAuthenticatorId));

        await alice.SubmitAsync(("id", seeded[0].UserAuthenticatorId));
        alice.Html.Should().Contain("The authenticator was removed.").And.NotContain("Authenticator app");
        Ids(alice).Should().BeEmpty();

        await PostByHandAsync(alice, seeded[1].UserAuthenticatorId);
        (await LeftAsync()).Should().Be(1);
    }

    [Fact]
    public async Task Fifty_removals_at_once_leave_one()
    {
        var seeded = Seed("AUTHENTICATOR_APP", "SMS");
        using var alice = await SignedInAsync();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(turn => PostByHandAsync(alice, seeded[turn % 2].UserAuthenticatorId)));

        (await LeftAsync()).Should().Be(1);
    }

    [Fact]
    public async Task Some_minutes_after_the_login_it_has_to_be_confirmed_again()
    {
        var seeded = Seed("AUTHENTICATOR_APP", "SMS");
        using var alice = await SignedInAsync();
        _time.Advance(TimeSpan.FromMinutes(10));

        await alice.OpenAsync(Page);
        Ids(alice).Should().BeEmpty();
        alice.Html.Should().Contain("Confirm that it is you");

        using var answer = await PostByHandAsync(alice, seeded[0].UserAuthenticatorId);
        answer.Headers.Location!.OriginalString.Should().StartWith("/Account/Login?ReturnUrl=");
        (await LeftAsync()).Should().Be(2);
    }

    [Fact]
    public async Task Another_one_is_added_on_the_providers_pages_which_may_do_nothing_else()
    {
        Seed("AUTHENTICATOR_APP");
        using var alice = await SignedInAsync();

        var form = alice.Document.Forms.Single(candidate => candidate.GetAttribute("action")!.Contains("Add", StringComparison.Ordinal));
        using var answer = await PostAsync(alice, form.GetAttribute("action")!, []);

        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain(Mfa.BaseAddress.Authority);
        var tracked = JsonDocument.Parse(Mfa.Control.Requests.Last(request => request.Target.Contains("/actions/", StringComparison.Ordinal)).Body).RootElement;
        tracked.GetProperty("scope").GetString().Should().Be("read:authenticators add:authenticators");
        tracked.GetProperty("redirectToSettings").GetBoolean().Should().BeTrue();
        tracked.GetProperty("redirectUrl").GetString().Should().Be(new Uri(LoginServer.Address, Page + "/Return").AbsoluteUri);
    }

    [Fact]
    public async Task The_services_report_of_a_removal_ends_other_logins_and_not_the_one_that_removed_it()
    {
        var seeded = Seed("AUTHENTICATOR_APP", "SMS");
        using var elsewhere = await SignedInAsync();
        _time.Advance(TimeSpan.FromMinutes(20));
        using var alice = await SignedInAsync();
        _time.Advance(TimeSpan.FromMinutes(5));
        await alice.SubmitAsync(("id", seeded[0].UserAuthenticatorId));

        Mfa.Control.Configure(knobs => knobs with { WebhookUrl = new Uri("https://localhost:5001/webhooks/authsignal") });
        Mfa.Control.SendWebhooksTo(Server.Server.CreateHandler());
        var delivery = await Mfa.Control.SendWebhookAsync(
            new WebhookToSend
            {
                Type = "authenticator.deleted",
                Data = JsonSerializer.SerializeToElement(new { userId = Alice, verificationMethod = "AUTHENTICATOR_APP" }),
            },
            TestContext.Current.CancellationToken);

        delivery!.Status.Should().Be(204);
        await alice.OpenAsync(Page);
        alice.Url.AbsolutePath.Should().Be(Page);
        await elsewhere.OpenAsync(Page);
        elsewhere.Url.AbsolutePath.Should().Be("/Account/Login");
    }

    [Fact]
    public async Task A_block_leads_nowhere()
    {
        Seed("AUTHENTICATOR_APP");
        using var alice = await SignedInAsync();
        Mfa.Control.Configure(knobs => knobs with { DefaultOutcome = "BLOCK" });

        await alice.OpenAsync(Page);
        var form = alice.Document.Forms.Single(candidate => candidate.GetAttribute("action")!.Contains("Add", StringComparison.Ordinal));
        using var answer = await PostAsync(alice, form.GetAttribute("action")!, []);

        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().NotContain(Mfa.BaseAddress.Authority);
    }

    [Fact]
    public async Task The_address_that_the_browser_comes_back_to_is_left_at_once_and_told_to_nobody()
    {
        Seed("AUTHENTICATOR_APP");
        using var alice = await SignedInAsync();

        using var answer = await alice.FetchAsideAsync(Page + "/Return?token=secret");

        answer.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        answer.Headers.Location!.OriginalString.Should().Be(Page);
        answer.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
    }

    [Fact]
    public async Task A_provider_that_is_down_is_no_empty_list()
    {
        Seed("AUTHENTICATOR_APP");
        using var alice = await SignedInAsync();
        Mfa.Control.Configure(knobs => knobs with { Faults = [new() { Status = 400, Body = "{}" }] });

        await alice.OpenAsync(Page);

        alice.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        alice.Html.Should().NotContain("There are none yet");
    }

    private static IEnumerable<string> Ids(Person person) =>
        person.Document.QuerySelectorAll("input[name='id']").Select(input => input.GetAttribute("value")!);

    private IReadOnlyList<SeededAuthenticator> Seed(params string[] methods) => Mfa.Control.Seed(new SeedUser
    {
        UserId = Alice,
        Authenticators = [.. methods.Select(method => new SeedAuthenticator { VerificationMethod = method, PhoneNumber = "+15550100" })],
    });

    private async Task<int> LeftAsync()
    {
        using var api = Server.CreateApiClient(Mfa);
        var body = await api.GetStringAsync(new Uri($"users/{Alice}/authenticators", UriKind.Relative), TestContext.Current.CancellationToken);
        return JsonDocument.Parse(body).RootElement.GetArrayLength();
    }

    private async Task<Person> SignedInAsync()
    {
        var alice = Server.NewPerson();
        await alice.OpenAsync(Page);
        await PassAsync(alice);
        _form = alice.Document.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        return alice;
    }

    // The password here, the second step as if it had been passed on the provider's pages.
    private async Task PassAsync(Person alice)
    {
        await alice.SignInAsync();
        var tracked = Mfa.Control.Requests.Last(request => request.Target.Contains("/actions/cleanlogin-login", StringComparison.Ordinal));
        var key = JsonDocument.Parse(tracked.Body).RootElement.GetProperty("idempotencyKey").GetString()!;
        var token = Mfa.Control.Complete(new CompletedAction { UserId = Alice, Action = "cleanlogin-login", IdempotencyKey = key })!;
        var transaction = alice.Cookies.Cookies.Keys.Single(name => name.StartsWith("__Host-cleanlogin-tx-", StringComparison.Ordinal));
        await alice.OpenAsync($"/Account/Login/Callback?tx={transaction["__Host-cleanlogin-tx-".Length..]}&token={Uri.EscapeDataString(token)}");
    }

    private Task<HttpResponseMessage> PostByHandAsync(Person person, string id) =>
        PostAsync(person, Page + "?handler=Remove", [("id", id)]);

    // With the token of a form that this browser was shown, whatever the page shows now.
    private Task<HttpResponseMessage> PostAsync(Person person, string action, (string Key, string Value)[] fields)
    {
        var typed = fields.Append(("__RequestVerificationToken", _form));
        var body = string.Join('&', typed.Select(field => $"{Uri.EscapeDataString(field.Item1)}={Uri.EscapeDataString(field.Item2)}"));
        return person.PostAsideAsync(action, body, "application/x-www-form-urlencoded");
    }
}
