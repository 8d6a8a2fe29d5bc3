using CleanLogin.Domain.Accounts;
using CleanLogin.Web.Commands;
using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.Commands;

public sealed class OperatorCommandsTests : IDisposable
{
    private readonly LoginServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(false, "")]
    [InlineData(false, "--urls=https://localhost:5001")]
    [InlineData(false, "--environment", "Development")]
    [InlineData(false, "/urls", "https://localhost:5001")]
    [InlineData(false, "Server:Name=Login")]
    [InlineData(true, "check")]
    [InlineData(true, "check", "--Data:Folder=data")]
    [InlineData(true, "unlock", "alice")]
    [InlineData(true, "unlokc", "alice")]
    public void A_first_word_is_a_command_and_a_setting_is_none(bool given, params string[] args) =>
        OperatorCommands.IsGiven(args).Should().Be(given);

    [Fact]
    public async Task An_operator_lets_somebody_in_again_whose_password_is_out_of_use()
    {
        using var alice = _server.NewPerson();
        await alice.OpenAsync("/Account/Login");
        for (var failures = 1; failures <= AttemptLimit.MaxFailures; failures++)
        {
            await alice.SignInAsync(password: "wrong");
            _server.Time.Advance(AttemptLimit.PauseAfter(failures));
        }

        await alice.SignInAsync();
        alice.Alert.Should().Contain("this way to sign in is closed");

        var (code, text) = await RunAsync("unlock", "alice", "--Logging:LogLevel:Default=Trace");

        code.Should().Be(0);
        text.Should().StartWith("Unlocked.");
        await alice.SignInAsync();
        alice.Document.QuerySelector("#totp-secret").Should().NotBeNull();
    }

    [Fact]
    public async Task A_name_of_nobody_is_told()
    {
        var (code, text) = await RunAsync("unlock", "carol");

        code.Should().Be(1);
        text.Should().Be("There is no account of that name.");
    }

    [Fact]
    public async Task A_disabled_account_is_told()
    {
        _ = _server.Services;
        await _server.DisableAsync("alice");

        var (code, text) = await RunAsync("unlock", "alice");

        code.Should().Be(1);
        text.Should().Contain("is disabled");
    }

    [Fact]
    public async Task A_database_that_is_not_the_servers_is_told_in_a_line()
    {
        _ = _server.Services;
        await _server.LoseAccountsAsync();

        var (code, text) = await RunAsync("unlock", "alice");

        code.Should().Be(1);
        text.Should().StartWith("The database cannot be used.").And.NotContain("   at ");
    }

    [Theory]
    [InlineData("unlokc", "alice")]
    [InlineData("unlock")]
    [InlineData("unlock", "alice", "bob")]
    public async Task What_is_no_command_gets_the_list_of_commands(params string[] args)
    {
        var (code, text) = await RunAsync(args);

        code.Should().Be(2);
        text.Should().Contain("check").And.Contain("unlock <user name>");
    }

    private async Task<(int Code, string Text)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        var code = await OperatorCommands.RunAsync(args, _server.Services, output, TestContext.Current.CancellationToken);
        return (code, output.ToString().Trim());
    }
}
