using System.Net;
using CleanLogin.Domain.Accounts;
using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.Manage;

/// <summary>A person changes their password, and whoever only holds their session does not.</summary>
public sealed class PasswordPageTests : IDisposable
{
    private const string Page = "/Manage/Password";
    private const string Fresh = "correct horse battery";

    private readonly LoginServer _server = new();

    private string _secret = string.Empty;

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task The_new_one_signs_in_and_the_old_one_does_not_and_the_owner_is_told()
    {
        using var alice = await AtPageAsync();

        await ChangeAsync(alice, "alice", Fresh);

        alice.Html.Should().Contain("Your password was changed");
        using var again = _server.NewPerson();
        await again.OpenAsync("/Account/Login");
        (await again.SignInAsync("alice", "alice")).Alert.Should().NotBeNull();
        (await again.SignInAsync("alice", Fresh)).Url.AbsolutePath.Should().Be("/Mfa/Challenge");
        (await _server.ReadMailsAsync()).Should().Contain("The password of your account was changed");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Other_browsers_are_signed_out_if_wanted_and_this_one_never(bool endOthers)
    {
        using var alice = await AtPageAsync();
        _server.Time.Advance(TimeSpan.FromSeconds(30));
        using var other = _server.NewPerson();
        await other.OpenAsync("/Account/Login");
        await other.SignInAsync();
        await other.SubmitAsync(("Input.Code", other.CodeOf(_secret)));

        await ChangeAsync(alice, "alice", Fresh, endOthers);

        (await other.OpenAsync("/Manage")).Url.AbsolutePath.Should().Be(endOthers ? "/Account/Login" : "/Manage");
        (await alice.OpenAsync("/Manage")).Url.AbsolutePath.Should().Be("/Manage");
    }

    [Fact]
    public async Task Without_the_present_password_nothing_is_changed_and_guesses_are_counted_as_at_a_login()
    {
        using var thief = await AtPageAsync();
        for (var guess = 0; guess <= AttemptLimit.FreeFailures; guess++)
        {
            await ChangeAsync(thief, "wrong", Fresh);
            thief.Html.Should().Contain("not your present password");
        }

        await ChangeAsync(thief, "alice", Fresh);

        thief.Status.Should().Be(HttpStatusCode.TooManyRequests);
        thief.Response.Headers.RetryAfter.Should().NotBeNull();
        using var alice = _server.NewPerson();
        await alice.OpenAsync("/Account/Login");
        (await alice.SignInAsync("alice", Fresh)).Alert.Should().NotBeNull("it was not changed");
    }

    [Theory]
    [InlineData("", Fresh, "Enter your present password.")]
    [InlineData("alice", "", "Choose a new password.")]
    [InlineData("alice", "short", "That is too short")]
    [InlineData("alice", "password1", "guessed first")]
    public async Task What_cannot_be_done_is_said_beside_its_field(string present, string fresh, string text)
    {
        using var alice = await AtPageAsync();

        await ChangeAsync(alice, present, fresh);

        alice.Document.QuerySelector(".fault")!.TextContent.Should().Contain(text);
        alice.Html.Should().NotContain("value=\"alice\" type=\"password\"");
    }

    [Fact]
    public async Task A_weak_new_password_costs_no_attempt()
    {
        using var alice = await AtPageAsync();
        for (var attempt = 0; attempt < 3 * AttemptLimit.FreeFailures; attempt++)
        {
            await ChangeAsync(alice, "wrong", "short");
        }

        await ChangeAsync(alice, "alice", Fresh);

        alice.Html.Should().Contain("Your password was changed");
    }

    [Fact]
    public async Task Fifty_changes_at_once_change_it_once()
    {
        using var alice = await AtPageAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => alice.SubmitAsideAsync(
            ("Input.Present", "alice"), ("Input.Fresh", $"{Fresh} {number}"), ("Input.EndOthers", "true"))));

        var pages = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        pages.Count(html => html.Contains("Your password was changed", StringComparison.Ordinal)).Should().Be(1);
    }

    [Fact]
    public async Task A_password_manager_learns_whose_password_it_is()
    {
        using var alice = await AtPageAsync();

        alice.Document.QuerySelector("input[autocomplete='username']")!.GetAttribute("value").Should().Be("alice");
        alice.Document.QuerySelector("[name='Input.Present']")!.GetAttribute("autocomplete").Should().Be("current-password");
        alice.Document.QuerySelector("[name='Input.Fresh']")!.GetAttribute("autocomplete").Should().Be("new-password");
    }

    private async Task<Person> AtPageAsync()
    {
        var alice = _server.NewPerson();
        _secret = await alice.EnrolAsync();
        return await alice.OpenAsync(Page);
    }

    private static Task<Person> ChangeAsync(Person person, string present, string fresh, bool endOthers = true) => person.SubmitAsync(
        ("Input.Present", present), ("Input.Fresh", fresh), ("Input.EndOthers", endOthers ? "true" : "false"));
}
