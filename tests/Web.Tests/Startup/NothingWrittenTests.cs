using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.Startup;

/// <summary>A visitor who only looks leaves nothing in the database.</summary>
public sealed class NothingWrittenTests : IDisposable
{
    private readonly LoginServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Opening_pages_and_posting_incomplete_forms_writes_nothing()
    {
        using var visitor = _server.NewPerson();
        await visitor.OpenAsync("/Account/Login");
        var before = Writes();

        await visitor.OpenAsync("/");
        await visitor.OpenAsync("/connect/authorize?client_id=nobody");
        await visitor.OpenAsync("/Account/Login");
        await visitor.SubmitAsync(("Input.Username", ""), ("Input.Password", ""));
        await visitor.OpenAsync("/Mfa/Challenge?tx=00000000000000000000000000000000");

        Writes().Should().Be(before);
        await visitor.OpenAsync("/Account/Login");
        await visitor.SignInAsync("alice", "wrong");
        Writes().Should().BeGreaterThan(before, "the count sees writes where there are some");
    }

    private int Writes() => _server.Logs.Lines.Count(line =>
        line.Contains("DbCommand", StringComparison.Ordinal)
        && (line.Contains("INSERT", StringComparison.OrdinalIgnoreCase)
            || line.Contains("UPDATE ", StringComparison.OrdinalIgnoreCase)
            || line.Contains("DELETE ", StringComparison.OrdinalIgnoreCase)));
}
