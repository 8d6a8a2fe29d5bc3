using CleanLogin.Authsignal.Emulator.Hosting;

namespace CleanLogin.Authsignal.Emulator.Tests.OfficialClient;

/// <summary>
/// The proof that the emulator speaks what real clients speak: the vendor's own client for Node, unmodified, in the newest and
/// the oldest version that the lock file in the folder conformance names.
/// </summary>
public sealed class OfficialClientTests
{
    private static readonly string[] Cases =
    [
        "bad secret",
        "enroll, get, update, delete user",
        "enroll, list, delete authenticator",
        "track, validate, update and get action",
        "track without attributes",
        "token of another user or action",
        "garbage token",
        "query users",
        "query user actions",
        "enroll an authenticator app, then sign in with it",
        "sign in by e-mail",
        "quit and deny",
        "blocked",
        "the oldest client, which reads the token itself",
        "send a code, verify it, claim it for a user",
        "begin, validate, refresh and revoke sessions",
        "ids",
        "signed events",
        "bad gateway",
    ];

    [Fact]
    public async Task The_official_client_gets_what_it_expects_in_every_case()
    {
        var ct = TestContext.Current.CancellationToken;
        await NpmPackages.InstallAsync(ct);
        await using var host = await EmulatorHost.StartAsync(new EmulatorSettings(), TimeProvider.System, ct: ct);

        var run = await ProcessRun.StartAsync(
            "node",
            ["conformance.js"],
            NpmPackages.Folder,
            new Dictionary<string, string> { ["EMULATOR_URL"] = host.BaseAddress.AbsoluteUri, ["EMULATOR_SECRET"] = host.Settings.Secret },
            ct);

        run!.ExitCode.Should().Be(0, run.Error);
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().Equal(Cases.Select(name => $"ok {name}"));
        host.Control.Requests.Should().NotBeEmpty().And.OnlyContain(request => request.Headers["User-Agent"] == "authsignal-node");
    }
}
