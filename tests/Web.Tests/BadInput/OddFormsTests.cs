using System.Net;
using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.BadInput;

/// <summary>Forms that no browser sends: odd bytes, far too much, the wrong type, the same field twice.</summary>
public sealed class OddFormsTests : IDisposable
{
    private const string Form = "application/x-www-form-urlencoded";

    private readonly LoginServer _server = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("Input.Username=a%00b&Input.Password=x", "damaged")]
    [InlineData("Input.Username=a%0d%0ab&Input.Password=x", "That user name holds characters")]
    [InlineData("Input.Username=%ED%A0%80&Input.Password=x", "match")]
    [InlineData("Input.Username=%FF%FE&Input.Password=%FF", "match")]
    [InlineData("Input.Username=%zz&Input.Password=%", "match")]
    [InlineData("Input.Username=alice&Input.Username=bob&Input.Password=bob", "match")]
    [InlineData("Input.Username=alice&Input.Password=a&Input.Password=alice", "match")]
    [InlineData("Input.Username=alice&Input.Password=", "Enter your password.")]
    [InlineData("Input.Username=&Input.Password=alice&Input.RememberMe=perhaps", "Enter your user name.")]
    [InlineData("Input=alice", "Enter your user name.")]
    public async Task The_login_page_answers_odd_fields(string fields, string text)
    {
        using var person = _server.NewPerson();
        await person.OpenAsync("/Account/Login");

        using var response = await person.PostAsideAsync("/Account/Login", TokenOf(person) + "&" + fields, Form);

        await response.ShouldBeCleanAsync();
        (await response.Content.ReadAsStringAsync(Ct)).Should().Contain(text);
        person.HasSession.Should().BeFalse();
    }

    [Theory]
    [InlineData("Input.Username")]
    [InlineData("Input.Password")]
    public async Task A_field_of_a_hundred_kilobytes_is_refused_with_the_form(string field)
    {
        using var person = _server.NewPerson();
        await person.OpenAsync("/Account/Login");

        await person.SubmitAsync((field, new string('7', 100 * 1024)));

        await person.Response.ShouldBeCleanAsync(HttpStatusCode.BadRequest);
        person.Alert.Should().Contain("too large");
    }

    [Theory]
    [InlineData("")]
    [InlineData("١٢٣٤٥٦")]
    [InlineData("<script>alert(1)</script>")]
    public async Task A_code_that_is_none_is_told_what_a_code_is(string code)
    {
        using var alice = await AskedForACodeAsync();

        await alice.SubmitAsync(("Input.Code", code));

        await alice.Response.ShouldBeCleanAsync(HttpStatusCode.OK);
        alice.Document.QuerySelector(".fault")!.TextContent.Should().Contain("six digits");
        alice.Html.Should().NotContain("alert(1)");
    }

    [Fact]
    public async Task A_code_of_a_hundred_kilobytes_is_refused_and_the_login_goes_on()
    {
        using var alice = await AskedForACodeAsync();

        await alice.SubmitAsync(("Input.Code", new string('7', 100 * 1024)));

        await alice.Response.ShouldBeCleanAsync(HttpStatusCode.BadRequest);
        alice.Document.QuerySelector("[name='Input.Code']").Should().NotBeNull();
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_loses_neither_the_request_nor_the_login()
    {
        using var alice = _server.NewPerson();
        await alice.OpenAsync("/Account/Login?ReturnUrl=%2Fsomewhere");

        await alice.SubmitAsync(("Input.Username", "a\0b"));

        await alice.Response.ShouldBeCleanAsync(HttpStatusCode.BadRequest);
        await alice.SignInAsync();
        alice.Document.QuerySelector("#totp-secret").Should().NotBeNull();
        await alice.SubmitAsync(("Input.Code", "\0"));

        await alice.Response.ShouldBeCleanAsync(HttpStatusCode.BadRequest);
        var secret = alice.Document.QuerySelector("#totp-secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal).Trim();
        await alice.SubmitAsync(("Input.Code", alice.CodeOf(secret)));
        await alice.OpenAsync(alice.Document.QuerySelector("main a.button.primary")!.GetAttribute("href")!);
        alice.HasSession.Should().BeTrue();
        alice.Url.AbsolutePath.Should().Be("/somewhere");
    }

    [Fact]
    public async Task A_thousand_fields_are_refused()
    {
        using var person = _server.NewPerson();
        await person.OpenAsync("/Account/Login");
        var fields = string.Join('&', Enumerable.Range(0, 1000).Select(number => $"f{number}=1"));

        using var response = await person.PostAsideAsync("/Account/Login", TokenOf(person) + "&" + fields, Form);

        await response.ShouldBeCleanAsync(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/x-www-form-urlencoded; charset=nonsense")]
    public async Task A_body_of_another_type_is_refused_with_the_form(string type)
    {
        using var person = _server.NewPerson();
        await person.OpenAsync("/Account/Login");

        using var response = await person.PostAsideAsync(
            "/Account/Login", """{"Input":{"Username":"alice","Password":"alice"}}""", type);

        await response.ShouldBeCleanAsync(HttpStatusCode.BadRequest);
        person.HasSession.Should().BeFalse();
    }

    private static string TokenOf(Person person) =>
        "__RequestVerificationToken=" + Uri.EscapeDataString(
            person.Document.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!);

    private async Task<Person> AskedForACodeAsync()
    {
        using (var first = _server.NewPerson())
        {
            await first.EnrolAsync();
        }

        var alice = _server.NewPerson();
        await alice.OpenAsync("/Account/Login");
        await alice.SignInAsync();
        alice.Document.QuerySelector("[name='Input.Code']").Should().NotBeNull();
        return alice;
    }
}
