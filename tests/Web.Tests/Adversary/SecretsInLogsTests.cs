using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.Adversary;

/// <summary>Whatever happens in a login, at any log level: nothing that would let a reader of the log in.</summary>
public sealed class SecretsInLogsTests : IDisposable
{
    private readonly LoginServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task No_password_code_token_or_cookie_is_logged()
    {
        const string WrongPassword = "Tr0ub4dor-and-3-typed-wrongly";
        using var alice = _server.NewPerson();
        await alice.OpenAsync("/Account/Login");
        await alice.SignInAsync("alice", WrongPassword);
        await alice.SignInAsync("alice", "alice");
        var secret = alice.Document.QuerySelector("#totp-secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal).Trim();
        await alice.SubmitAsync(("Input.Code", alice.CodeOf(secret)));
        var recoveryCodes = alice.Document.QuerySelectorAll("[data-codes] li").Select(code => code.TextContent.Trim()).ToArray();
        var callback = alice.Document.QuerySelector("main a.button.primary")!.GetAttribute("href")!;
        var token = System.Web.HttpUtility.ParseQueryString(new Uri(LoginServer.Address, callback).Query)["token"]!;
        var transactionCookies = alice.Cookies.Cookies.Where(cookie => cookie.Key.Contains("tx", StringComparison.Ordinal)).ToArray();
        await alice.OpenAsync(callback);

        alice.HasSession.Should().BeTrue();
        recoveryCodes.Should().HaveCount(10);
        transactionCookies.Should().NotBeEmpty();
        string[] secrets =
        [
            WrongPassword, secret, token, alice.Cookies.Cookies["__Host-cleanlogin"],
            .. recoveryCodes, .. transactionCookies.Select(cookie => cookie.Value),
        ];
        _server.Logs.Lines.Should().NotBeEmpty();
        _server.Logs.Lines.Where(line => secrets.Any(value => line.Contains(value, StringComparison.Ordinal))).Should().BeEmpty();
    }
}
