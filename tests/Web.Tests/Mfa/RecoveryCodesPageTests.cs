using System.Net;
using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.Mfa;

/// <summary>The recovery codes after an enrolment: there until the login goes on, and never again.</summary>
public sealed class RecoveryCodesPageTests : IDisposable
{
    private readonly LoginServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task The_form_leads_to_a_page_of_their_own_which_is_there_again_after_a_reload()
    {
        using var alice = _server.NewPerson();
        var codes = await ReachCodesAsync(alice);

        await alice.OpenAsync(alice.Url.PathAndQuery);

        codes.Should().HaveCount(10);
        CodesOn(alice).Should().Equal(codes);
        alice.Response.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Fact]
    public async Task Whoever_goes_back_to_the_enrolment_finds_the_codes_and_no_other_key()
    {
        using var alice = _server.NewPerson();
        var codes = await ReachCodesAsync(alice);

        await alice.OpenAsync("/Mfa/Enrol" + alice.Url.Query);

        alice.Url.AbsolutePath.Should().Be("/Mfa/RecoveryCodes");
        CodesOn(alice).Should().Equal(codes);
    }

    [Fact]
    public async Task When_the_login_has_gone_on_they_are_never_shown_again()
    {
        using var alice = _server.NewPerson();
        await ReachCodesAsync(alice);
        var page = alice.Url.PathAndQuery;
        var kept = alice.Cookies.Cookies.ToArray();
        await alice.OpenAsync(alice.Document.QuerySelector("main a.button.primary")!.GetAttribute("href")!);
        alice.HasSession.Should().BeTrue();
        alice.Cookies.Cookies.Keys.Should().NotContain("__Host-cleanlogin-codes");

        await alice.OpenAsync(page);
        CodesOn(alice).Should().BeEmpty();
        alice.Document.QuerySelector("h1")!.TextContent.Should().Be("Your recovery codes are not shown again");

        // Nor to whoever has copied all that the browser had.
        foreach (var (name, value) in kept)
        {
            alice.Cookies.Set(name, value);
        }

        await alice.OpenAsync(page);
        CodesOn(alice).Should().BeEmpty();
    }

    [Fact]
    public async Task When_the_time_of_the_login_is_over_they_are_not_shown()
    {
        using var alice = _server.NewPerson();
        await ReachCodesAsync(alice);
        _server.Time.Advance(TimeSpan.FromMinutes(10));

        await alice.OpenAsync(alice.Url.PathAndQuery);

        CodesOn(alice).Should().BeEmpty();
    }

    [Fact]
    public async Task Their_address_is_worth_nothing_in_another_browser()
    {
        using var alice = _server.NewPerson();
        await ReachCodesAsync(alice);
        using var thief = _server.NewPerson();

        await thief.OpenAsync(alice.Url.PathAndQuery);

        CodesOn(thief).Should().BeEmpty();
        thief.Html.Should().NotContain("alice");
    }

    [Fact]
    public async Task Without_the_secret_of_the_login_what_the_browser_keeps_of_them_does_not_open()
    {
        using var alice = _server.NewPerson();
        await ReachCodesAsync(alice);
        using var thief = _server.NewPerson();
        thief.Cookies.Set("__Host-cleanlogin-codes", alice.Cookies.Cookies["__Host-cleanlogin-codes"]);

        await thief.OpenAsync(alice.Url.PathAndQuery);

        CodesOn(thief).Should().BeEmpty();
    }

    [Fact]
    public async Task They_can_be_had_as_a_file_that_names_service_account_and_date()
    {
        using var alice = _server.NewPerson();
        var codes = await ReachCodesAsync(alice);

        using var file = await alice.FetchAsideAsync(FileOn(alice));

        file.Content.Headers.ContentType!.MediaType.Should().Be("text/plain");
        file.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        file.Content.Headers.ContentDisposition.FileName.Should().Be("recovery-codes-cleanlogin-alice-2026-06-01.txt");
        file.Headers.CacheControl!.NoStore.Should().BeTrue();
        var text = await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.Should().StartWith("Recovery codes for alice at CleanLogin\r\nMade on 1 June 2026.").And.ContainAll(codes);
    }

    [Fact]
    public async Task Afterwards_there_is_no_file_either()
    {
        using var alice = _server.NewPerson();
        var codes = await ReachCodesAsync(alice);
        var file = FileOn(alice);
        await alice.OpenAsync(alice.Document.QuerySelector("main a.button.primary")!.GetAttribute("href")!);

        await alice.OpenAsync(file);

        alice.Status.Should().Be(HttpStatusCode.OK);
        alice.Html.Should().NotContainAny(codes).And.Contain("not shown again");
    }

    [Fact]
    public async Task A_code_that_was_saved_from_there_works()
    {
        using var alice = _server.NewPerson();
        var codes = await ReachCodesAsync(alice);
        await alice.OpenAsync(alice.Document.QuerySelector("main a.button.primary")!.GetAttribute("href")!);
        using var again = _server.NewPerson();
        await again.OpenAsync("/Account/Login");
        await again.SignInAsync();
        await again.OpenAsync("/Mfa/Recovery" + again.Url.Query);

        await again.SubmitAsync(("Input.Code", codes[3]));

        again.Url.AbsolutePath.Should().Be("/Mfa/Enrol");
    }

    private static async Task<string[]> ReachCodesAsync(Person person)
    {
        await person.OpenAsync("/Account/Login");
        await person.SignInAsync();
        await person.SubmitAsync(("Input.Code", person.CodeOf(person.Document.QuerySelector("#totp-secret")!.TextContent)));
        person.Url.AbsolutePath.Should().Be("/Mfa/RecoveryCodes");
        person.Url.Query.Should().NotContain("token");
        return CodesOn(person);
    }

    private static string[] CodesOn(Person person) =>
        [.. person.Document.QuerySelectorAll("[data-codes] li").Select(code => code.TextContent.Trim())];

    private static string FileOn(Person person) => person.Document.QuerySelector("a[download]")!.GetAttribute("href")!;
}
