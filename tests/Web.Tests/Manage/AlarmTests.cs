using CleanLogin.Testing.Databases;
using CleanLogin.Web.Tests.Hosting;
using CleanLogin.Web.Tests.Protocol;

namespace CleanLogin.Web.Tests.Manage;

/// <summary>An owner says that something was not them: whoever else is in is out, and stays out.</summary>
public sealed class AlarmTests(SqliteFiles files) : ProtocolTest(files)
{
    private const string Fresh = "correct horse battery";

    private string _secret = string.Empty;

    [Fact]
    public async Task Everybody_is_out_here_and_in_applications()
    {
        using var thief = await SignedInAtFirstAsync();
        var stolen = await TokensAsync(thief, Web);
        using var alice = await SignedInAgainAsync();

        await RaiseAsync(alice);

        alice.Html.Should().Contain("You are signed out everywhere");
        (await Web.RefreshAsync(stolen.RefreshToken!)).Error.Should().Be("invalid_grant");
        (await Api.IntrospectAsync(stolen.AccessToken!)).IsActive.Should().BeFalse();
        (await thief.OpenAsync("/Manage")).Url.AbsolutePath.Should().Be("/Account/Login");
        (await alice.OpenAsync("/Manage")).Url.AbsolutePath.Should().Be("/Account/Login");
        (await Server.ReadMailsAsync()).Should().Contain("You said that something in your account was not you");
    }

    [Fact]
    public async Task The_next_sign_in_asks_for_a_new_password_and_no_application_gets_anything_before()
    {
        using var alice = await SignedInAtFirstAsync();
        await RaiseAsync(alice);
        var returnUrl = await BeginAsync(alice, Web.AuthorizeUrl());

        await SignInAsync(alice, "/Account/Login?ReturnUrl=" + Uri.EscapeDataString(returnUrl));

        alice.Url.AbsolutePath.Should().Be("/Manage/Password");
        alice.Html.Should().Contain("You said that something was not you.");
        (await BeginAsync(alice, returnUrl)).Should().Be(returnUrl, "going round the page leads to a sign-in once more");
        await ChangeAsync(alice, "alice");
        alice.Html.Should().Contain("That is your present password.");

        await ChangeAsync(alice, Fresh);

        alice.Document.QuerySelector("main a.button")!.GetAttribute("href").Should().Be(returnUrl);
        (await Web.RedeemAsync(Web.ReadAnswer(await alice.FetchAsideAsync(returnUrl))["code"])).IsError.Should().BeFalse();
    }

    [Fact]
    public async Task Somebody_who_is_not_signed_in_signs_in_first()
    {
        using var alice = await SignedInAtFirstAsync();
        await alice.OpenAsync("/Manage/Activity");
        await Server.EndLoginsAsync("alice");
        alice.Cookies.Set("__Host-cleanlogin", "gone");

        await alice.PressAsync("Alarm");

        alice.Url.AbsolutePath.Should().Be("/Account/Login");
    }

    private static async Task RaiseAsync(Person alice)
    {
        await alice.OpenAsync("/Manage/Activity");
        await alice.PressAsync("Alarm");
    }

    private static Task<Person> ChangeAsync(Person alice, string fresh) =>
        alice.SubmitAsync(("Input.Present", "alice"), ("Input.Fresh", fresh), ("Input.EndOthers", "true"));

    private async Task<Person> SignedInAtFirstAsync()
    {
        var person = Server.NewPerson();
        _secret = await person.EnrolAsync();
        return person;
    }

    private async Task<Person> SignedInAgainAsync()
    {
        var person = Server.NewPerson();
        await SignInAsync(person, "/Account/Login");
        return person;
    }

    // A code counts once, so the next one is needed.
    private async Task SignInAsync(Person person, string page)
    {
        Server.Time.Advance(TimeSpan.FromMinutes(1));
        await person.OpenAsync(page);
        await person.SignInAsync();
        await person.SubmitAsync(("Input.Code", person.CodeOf(_secret)));
    }
}
