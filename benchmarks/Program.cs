using System.Diagnostics;
using CleanLogin.Benchmarks;

// Measures the login server against its budgets. `dotnet run -c Release --project benchmarks` builds and runs all of it in some minutes.
var assembly = args is [var given] ? Path.GetFullPath(given) : DefaultServer();
Console.WriteLine($"Server: {assembly}");
Table.Begin();
await ProtocolAsync();
await PasswordAsync();
await SecondStepAsync();
return 0;

static string DefaultServer() => Path.GetFullPath(Path.Combine(
    AppContext.BaseDirectory, "..", "..", "..", "..", "src", "Web", "bin", "Release", "net10.0", "CleanLogin.Web.dll"));

async Task ProtocolAsync()
{
    using var server = await ServerProcess.StartAsync(assembly, "Optional");
    Table.Write("start to first answer", $"{server.StartTime.TotalMilliseconds:0} ms", "700 ms");
    Table.Write("memory, idle", $"{server.Megabytes} MB", "100 MB");
    using var http = server.NewClient();
    var app = new Application(http);
    await Table.MeasureAsync(server, "discovery", 2000, "0.05 ms", app.DiscoverAsync);
    await Table.MeasureAsync(server, "client credentials", 1000, "0.9 ms", app.ServiceTokenAsync);

    var alice = new Visitor(http);
    await alice.OpenAsync("/Account/Login?ReturnUrl=%2F");
    await alice.SignInAsync();
    var tokens = await app.CodeFlowAsync(alice);
    var access = tokens.GetProperty("access_token").GetString()!;
    await Table.MeasureAsync(server, "userinfo", 1000, "0.5 ms", () => app.UserInfoAsync(access));
    await Table.MeasureAsync(server, "introspection", 1000, "0.5 ms", () => app.IntrospectAsync(access));
    await Table.MeasureAsync(server, "code flow, signed in", 300, "5 ms", () => app.CodeFlowAsync(alice));
    var refresh = tokens.GetProperty("refresh_token").GetString()!;
    await Table.MeasureAsync(server, "refresh, rotated", 300, "3 ms", async () =>
        refresh = (await app.RefreshAsync(refresh)).GetProperty("refresh_token").GetString()!);
    await UnderAttackAsync(server, app);
    Table.Write("memory, after load", $"{server.Megabytes} MB", "200 MB");
}

// A thousand wrong passwords at once, for as many names: hashing has a queue of its own, and services go on getting tokens.
static async Task UnderAttackAsync(ServerProcess server, Application app)
{
    const int Requests = 300;
    var idle = await SlowestOfHundredAsync(app, Requests);
    using var http = server.NewClient();
    var attacker = new Visitor(http);
    await attacker.OpenAsync("/Account/Login?ReturnUrl=%2F");
    var attack = Enumerable.Range(0, 1000)
        .Select(number => attacker.SubmitAsideAsync(("Input.Username", $"guess-{number}"), ("Input.Password", "wrong")))
        .ToArray();
    var attacked = await SlowestOfHundredAsync(app, Requests);
    await Task.WhenAll(attack);
    Table.Write("client credentials, p99, idle", $"{Table.Number(idle)} ms", string.Empty);
    Table.Write("the same under 1000 wrong passwords", $"{Table.Number(attacked)} ms", $"{Table.Number(2 * idle)} ms");
}

static async Task<double> SlowestOfHundredAsync(Application app, int requests)
{
    var times = new List<double>();
    for (var i = 0; i < requests; i++)
    {
        var clock = Stopwatch.StartNew();
        await app.ServiceTokenAsync();
        times.Add(clock.Elapsed.TotalMilliseconds);
    }

    return times.Order().ElementAt(requests * 99 / 100);
}

async Task PasswordAsync()
{
    using var server = await ServerProcess.StartAsync(assembly, "Optional");
    using var http = server.NewClient();
    await Table.MeasureAsync(server, "sign-in by password", 60, "32 ms", async () =>
    {
        var alice = new Visitor(http);
        await alice.OpenAsync("/Account/Login?ReturnUrl=%2F");
        await alice.SignInAsync();
        if (!alice.IsSignedIn)
        {
            throw new InvalidOperationException("Alice is not signed in.");
        }
    });
}

// A code counts once, so each sign-in waits for the next one. What is spent on waiting is not counted.
async Task SecondStepAsync()
{
    const int Times = 4;
    using var server = await ServerProcess.StartAsync(assembly, "Required");
    using var http = server.NewClient();
    var first = new Visitor(http);
    await first.OpenAsync("/Account/Login?ReturnUrl=%2F");
    await first.SignInAsync();
    var secret = first.Secret;
    await first.TypeCodeAsync(secret);
    var spent = TimeSpan.Zero;
    for (var i = 0; i <= Times; i++)
    {
        await Task.Delay(TimeSpan.FromSeconds(31));
        var before = server.Processor;
        var alice = new Visitor(http);
        await alice.OpenAsync("/Account/Login?ReturnUrl=%2F");
        await alice.SignInAsync();
        await alice.TypeCodeAsync(secret);
        if (!alice.IsSignedIn)
        {
            throw new InvalidOperationException("Alice is not signed in.");
        }

        // The first one warms up.
        spent += i == 0 ? TimeSpan.Zero : server.Processor - before;
    }

    Table.Write("sign-in by password and code", $"{Table.Number(spent.TotalMilliseconds / Times)} ms", "36 ms");
}
