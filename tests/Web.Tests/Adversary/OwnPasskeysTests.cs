using System.Net;
using CleanLogin.Testing.Databases;
using CleanLogin.Testing.Passkeys;
using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.Adversary;

/// <summary>The passkeys that this server keeps, at its pages, and attacks on them; on one database.</summary>
public abstract class OwnPasskeysTests(ITestDatabases databases) : IAsyncLifetime
{
    private readonly SoftPasskey _passkey = new() { Origin = "https://localhost:5001", RelyingParty = "localhost" };
    private TestDatabase? _database;
    private LoginServer? _server;

    private LoginServer Server => _server!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(databases.Missing is not null, databases.Missing ?? string.Empty);
        _database = await databases.NewAsync(LoginServer.StartOnceAsync);
        _server = new LoginServer(settings: _database.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _passkey.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
            await _database!.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_passkey_that_was_added_signs_in_by_itself_and_is_told_of_on_the_page()
    {
        using var alice = await AddAsync();
        alice.Url.AbsolutePath.Should().Be("/Manage/Authenticators");
        alice.Html.Should().Contain("The passkey was added").And.Contain("Google Password Manager");

        using var later = await ArriveAsync("/Manage/Authenticators");
        await later.SubmitAsync(("PasskeyToken", Use(later)));

        later.HasSession.Should().BeTrue();
        later.Url.AbsolutePath.Should().Be("/Manage/Authenticators");
        later.Html.Should().Contain("Add a passkey", "who signs in by passkey has just proven two factors");
    }

    [Fact]
    public async Task After_the_password_it_is_the_second_step()
    {
        using var alice = await AddAsync();
        _passkey.IsUserVerified = false;

        using var later = await ArriveAsync();
        await later.SignInAsync();
        later.Url.AbsolutePath.Should().Be("/Mfa/Challenge");
        later.HasSession.Should().BeFalse();
        await later.SubmitAsync(("PasskeyToken", Use(later)));

        later.HasSession.Should().BeTrue();
    }

    [Fact]
    public async Task Without_verification_it_is_one_factor_and_the_password_is_asked_for()
    {
        using var alice = await AddAsync();
        _passkey.IsUserVerified = false;

        using var thief = await ArriveAsync();
        await thief.SubmitAsync(("PasskeyToken", Use(thief)));

        thief.HasSession.Should().BeFalse();
        thief.Alert.Should().Contain("Enter your password as well");
        thief.Document.QuerySelector("input[name='Input.Username'][type='text']")!.GetAttribute("value").Should().Be("alice");
    }

    [Fact]
    public async Task One_use_signs_in_once()
    {
        using var alice = await AddAsync();
        using var later = await ArriveAsync();
        var token = Use(later);
        await later.SubmitAsync(("PasskeyToken", token));
        using var thief = await ArriveAsync();

        await thief.SubmitAsync(("PasskeyToken", token));

        IsRefused(thief, "has just been used");
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(9u)]
    public async Task Fifty_parallel_posts_of_one_use_give_exactly_one_session(uint counter)
    {
        using var alice = await AddAsync();
        using var later = await ArriveAsync();
        _passkey.Counter = counter;
        var token = Use(later);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => later.SubmitAsideAsync(("PasskeyToken", token))));

        answers.Count(answer => answer.Headers.TryGetValues("Set-Cookie", out var cookies)
            && cookies.Any(cookie => cookie.StartsWith("__Host-cleanlogin=", StringComparison.Ordinal)
                && !cookie.StartsWith("__Host-cleanlogin=;", StringComparison.Ordinal))).Should().Be(1);
    }

    [Fact]
    public async Task A_challenge_of_another_page_is_none()
    {
        using var alice = await AddAsync();
        using var mine = await ArriveAsync();
        using var theirs = await ArriveAsync();

        await mine.SubmitAsync(("PasskeyToken", _passkey.Use(Asked(theirs).Options, Asked(mine).Ticket)));

        IsRefused(mine);
    }

    [Fact]
    public async Task A_second_step_is_no_sign_in_and_a_sign_in_no_second_step()
    {
        using var alice = await AddAsync();
        using var atLogin = await ArriveAsync();
        using var atChallenge = await ArriveAsync();
        await atChallenge.SignInAsync();
        var (signIn, secondStep) = (Use(atLogin), Use(atChallenge));

        await atLogin.SubmitAsync(("PasskeyToken", secondStep));
        await atChallenge.SubmitAsync(("PasskeyToken", signIn));

        IsRefused(atLogin);
        atChallenge.HasSession.Should().BeFalse();
        atChallenge.Alert.Should().Contain("did not confirm");
    }

    [Fact]
    public async Task A_second_step_of_one_login_is_none_of_another()
    {
        using var alice = await AddAsync();
        using var first = await ArriveAsync();
        await first.SignInAsync();
        using var second = await ArriveAsync();
        await second.SignInAsync();

        await second.SubmitAsync(("PasskeyToken", Use(first)));

        second.HasSession.Should().BeFalse();
    }

    [Fact]
    public async Task A_passkey_used_on_another_site_signs_nobody_in()
    {
        using var alice = await AddAsync();
        using var thief = await ArriveAsync();
        _passkey.Origin = "https://localhost.evil.example:5001";

        await thief.SubmitAsync(("PasskeyToken", Use(thief)));

        IsRefused(thief);
    }

    [Fact]
    public async Task A_passkey_of_somebody_else_is_no_second_step_after_a_stolen_password()
    {
        using var alice = await AddAsync();
        using var bobs = new SoftPasskey { Origin = _passkey.Origin, RelyingParty = _passkey.RelyingParty };
        using var bob = await AddAsync(bobs, "bob");
        using var thief = await ArriveAsync();
        await thief.SignInAsync();
        var (options, ticket) = Asked(thief);

        await thief.SubmitAsync(("PasskeyToken", bobs.Use(options, ticket)));

        thief.HasSession.Should().BeFalse();
        thief.Alert.Should().Contain("did not confirm");
    }

    [Fact]
    public async Task A_copy_of_a_key_signs_nobody_in()
    {
        _passkey.Counter = 7;
        using var alice = await AddAsync();
        using var thief = await ArriveAsync();
        _passkey.Counter = 6;

        await thief.SubmitAsync(("PasskeyToken", Use(thief)));

        IsRefused(thief);
    }

    [Fact]
    public async Task An_account_that_is_out_of_use_is_refused_like_one_that_is_not_there()
    {
        using var alice = await AddAsync();
        using var stranger = new SoftPasskey { Origin = _passkey.Origin, RelyingParty = _passkey.RelyingParty, UserHandle = _passkey.UserHandle };
        await Server.DisableAsync("alice");
        using var disabled = await ArriveAsync();
        using var unknown = await ArriveAsync();

        await disabled.SubmitAsync(("PasskeyToken", Use(disabled)));
        var (options, ticket) = Asked(unknown);
        await unknown.SubmitAsync(("PasskeyToken", stranger.Use(options, ticket)));

        IsRefused(disabled);
        IsRefused(unknown);
        disabled.Alert.Should().Be(unknown.Alert);
        disabled.Status.Should().Be(unknown.Status);
    }

    [Fact]
    public async Task A_passkey_that_was_removed_is_told_of_to_the_browser_and_another_is_not()
    {
        using var alice = await AddAsync();
        using var forged = await ArriveAsync();
        var (options, ticket) = Asked(forged);
        await forged.SubmitAsync(("PasskeyToken", _passkey.Use(options, ticket).Replace("\"signature\":\"", "\"signature\":\"AAAA", StringComparison.Ordinal)));
        IsRefused(forged);
        forged.Document.QuerySelector("[data-passkey-unknown]").Should().BeNull();

        await alice.OpenAsync("/Manage/Authenticators");
        var passkey = alice.Document.QuerySelectorAll("ul.entries > li").Single(entry => entry.TextContent.Contains("Passkey", StringComparison.Ordinal));
        await alice.SubmitAsync(("id", passkey.QuerySelector("input[name='id']")!.GetAttribute("value")!));
        using var later = await ArriveAsync();
        await later.SubmitAsync(("PasskeyToken", Use(later)));

        IsRefused(later);
        later.Document.QuerySelector("[data-passkey-unknown]")!.GetAttribute("data-passkey-unknown").Should().Contain(_passkey.CredentialId);
    }

    [Fact]
    public async Task What_the_login_page_asks_for_tells_nothing_of_accounts()
    {
        using var before = await ArriveAsync();
        using var alice = await AddAsync();
        using var after = await ArriveAsync();
        await after.SubmitAsync(("Input.Username", "alice"), ("Input.Password", "wrong"));
        using var nobody = await ArriveAsync();
        await nobody.SubmitAsync(("Input.Username", "nobody"), ("Input.Password", "wrong"));

        foreach (var person in new[] { before, after, nobody })
        {
            Asked(person).Options.Should().Contain("\"allowCredentials\":[]");
        }

        Asked(after).Options.Length.Should().Be(Asked(before).Options.Length).And.Be(Asked(nobody).Options.Length);
    }

    [Fact]
    public async Task Who_has_the_password_enrols_no_first_app_past_a_passkey()
    {
        using var alice = await AddAsync();
        await alice.OpenAsync("/Manage/Authenticators");
        var app = alice.Document.QuerySelectorAll("ul.entries > li").Single(entry => entry.TextContent.Contains("Authenticator app", StringComparison.Ordinal))
            .QuerySelector("input[name='id']")!.GetAttribute("value")!;
        await alice.SubmitAsync(("id", app));
        alice.Html.Should().Contain("The authenticator was removed").And.NotContain("Authenticator app</strong>");
        alice.Document.QuerySelectorAll("input[name='id']").Should().BeEmpty("the passkey is the last second factor");

        using var thief = await ArriveAsync();
        await thief.SignInAsync();

        thief.Url.AbsolutePath.Should().Be("/Mfa/Challenge");
        var tx = thief.Url.Query;
        await thief.OpenAsync("/Mfa/Enrol" + tx);
        thief.Document.QuerySelector("#totp-secret").Should().BeNull();
        thief.HasSession.Should().BeFalse();
    }

    [Fact]
    public async Task Some_minutes_after_the_login_it_has_to_be_confirmed_again_before_one_is_added()
    {
        using var alice = Server.NewPerson();
        await alice.EnrolAsync();
        await alice.OpenAsync("/Manage/Passkeys/Add");
        var token = Make(alice);
        Server.Time.Advance(TimeSpan.FromMinutes(10));

        await alice.SubmitAsync(("PasskeyToken", token));
        alice.Url.AbsolutePath.Should().Be("/Account/Login");
        await alice.OpenAsync("/Manage/Passkeys/Add");
        alice.Url.AbsolutePath.Should().Be("/Account/Login");
    }

    [Fact]
    public async Task A_passkey_made_for_one_person_is_not_added_to_another_who_is_signed_in()
    {
        using var alice = Server.NewPerson();
        await alice.EnrolAsync();
        await alice.OpenAsync("/Manage/Passkeys/Add");
        using var bob = Server.NewPerson();
        await bob.EnrolAsync("bob", "bob");
        await bob.OpenAsync("/Manage/Passkeys/Add");

        await bob.SubmitAsync(("PasskeyToken", Make(alice)));

        bob.Status.Should().Be(HttpStatusCode.BadRequest);
        bob.Alert.Should().Contain("was not added");
    }

    [Fact]
    public async Task A_form_of_another_site_signs_nobody_in_and_adds_nothing()
    {
        using var alice = await AddAsync();
        using var later = await ArriveAsync();
        var body = "PasskeyToken=" + Uri.EscapeDataString(Use(later));

        using var signIn = await later.PostAsideAsync("/Account/Login?handler=Passkey", body, "application/x-www-form-urlencoded");
        using var add = await alice.PostAsideAsync("/Manage/Passkeys/Add", body, "application/x-www-form-urlencoded");

        signIn.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        add.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        later.HasSession.Should().BeFalse();
    }

    [Fact]
    public async Task One_gets_another_name()
    {
        using var alice = await AddAsync();
        await alice.OpenAsync(alice.Document.QuerySelector("ul.entries a")!.GetAttribute("href")!);
        alice.Document.QuerySelector("input[name='Input.Name']")!.GetAttribute("value").Should().Be("Google Password Manager");

        await alice.SubmitAsync(("Input.Name", "  "));
        alice.Html.Should().Contain("Enter a name");
        await alice.SubmitAsync(("Input.Name", "My phone"));

        alice.Url.AbsolutePath.Should().Be("/Manage/Authenticators");
        alice.Html.Should().Contain("My phone").And.NotContain("Google Password Manager");
    }

    [Fact]
    public async Task Nobody_renames_what_is_somebody_elses_or_an_app()
    {
        using var alice = await AddAsync();
        var rename = alice.Document.QuerySelector("ul.entries a")!.GetAttribute("href")!;
        using var bob = Server.NewPerson();
        await bob.EnrolAsync("bob", "bob");

        (await bob.OpenAsync(rename)).Status.Should().Be(HttpStatusCode.NotFound);
        (await alice.OpenAsync("/Manage/Passkeys/Rename?id=" + Guid.Empty.ToString("N"))).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nothing_of_a_passkey_is_in_the_log_or_in_an_address()
    {
        using var alice = await AddAsync();
        using var later = await ArriveAsync();
        var token = Use(later);
        await later.SubmitAsync(("PasskeyToken", token));

        var signature = System.Text.Json.Nodes.JsonNode.Parse(token)!["credential"]!["response"]!["signature"]!.GetValue<string>();
        string.Join("\n", Server.Logs.Lines).Should().NotContain(signature).And.NotContain(_passkey.CredentialId);
        later.Url.Query.Should().NotContain("PasskeyToken");
    }

    private static (string Options, string Ticket) Asked(Person person)
    {
        var form = person.Document.QuerySelector("form[data-passkey]")!;
        return (form.GetAttribute("data-options")!, form.GetAttribute("data-ticket")!);
    }

    private static void IsRefused(Person person, string text = "did not sign you in")
    {
        person.HasSession.Should().BeFalse();
        person.Url.AbsolutePath.Should().Be("/Account/Login");
        person.Alert.Should().Contain(text);
        person.Status.Should().Be(HttpStatusCode.BadRequest);
    }

    private string Use(Person at) => _passkey.Use(Asked(at).Options, Asked(at).Ticket);

    private string Make(Person at) => _passkey.Make(Asked(at).Options, Asked(at).Ticket);

    private async Task<Person> ArriveAsync(string returnUrl = "/") =>
        await Server.NewPerson().OpenAsync("/Account/Login?ReturnUrl=" + Uri.EscapeDataString(returnUrl));

    private Task<Person> AddAsync() => AddAsync(_passkey, "alice");

    private async Task<Person> AddAsync(SoftPasskey passkey, string username)
    {
        var person = Server.NewPerson();
        await person.EnrolAsync(username, username);
        await person.OpenAsync("/Manage/Passkeys/Add");
        await person.SubmitAsync(("PasskeyToken", passkey.Make(Asked(person).Options, Asked(person).Ticket)));
        return person;
    }
}

public sealed class SqliteOwnPasskeysTests(SqliteFiles files) : OwnPasskeysTests(files);

public sealed class PostgreSqlOwnPasskeysTests(PostgreSqlCluster cluster) : OwnPasskeysTests(cluster);
