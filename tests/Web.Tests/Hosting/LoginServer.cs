extern alias emulator;

using System.Data.Common;
using System.Net;
using System.Text.RegularExpressions;
using CleanLogin.Infrastructure.Mailing;
using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Testing.Databases;
using emulator::CleanLogin.Authsignal.Emulator;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace CleanLogin.Web.Tests.Hosting;

/// <summary>The real host in process: its own database file, a clock that the test moves, every log line kept.</summary>
internal sealed partial class LoginServer : WebApplicationFactory<Program>
{
    public static readonly Uri Address = new("https://localhost:5001");

    private static readonly PreparedFolder FirstStart = new(folder =>
    {
        using var first = new LoginServer(folder, keepsFolder: true);
        _ = first.Services;
    });

    private readonly string _folder;
    private readonly bool _keepsFolder;
    private readonly EmulatorHost? _mfa;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly Action<IServiceCollection> _services;

    public LoginServer(
        EmulatorHost? mfa = null,
        TimeProvider? time = null,
        IReadOnlyDictionary<string, string>? settings = null,
        Action<IServiceCollection>? services = null)
        : this(Directory.CreateTempSubdirectory("cleanlogin-web-").FullName, keepsFolder: false, mfa, time, settings, services) =>
        FirstStart.CopyTo(_folder);

    private LoginServer(
        string folder,
        bool keepsFolder,
        EmulatorHost? mfa = null,
        TimeProvider? time = null,
        IReadOnlyDictionary<string, string>? settings = null,
        Action<IServiceCollection>? services = null)
    {
        _folder = folder;
        _keepsFolder = keepsFolder;
        _mfa = mfa;
        _services = services ?? (_ => { });
        _settings = settings ?? new Dictionary<string, string>();
        Time = time as FakeTimeProvider ?? new FakeTimeProvider(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));
    }

    public FakeTimeProvider Time { get; }

    public CollectedLogs Logs { get; } = new();

    /// <summary>Starts once on a database, for copies of it.</summary>
    public static async Task StartOnceAsync(IReadOnlyDictionary<string, string> settings)
    {
        await using var server = new LoginServer(settings: settings);
        _ = server.Services;
    }

    public Person NewPerson()
    {
        var cookies = new CookieJar();
        return new Person(CreateDefaultClient(Address, cookies), cookies, this);
    }

    /// <summary>What the development's page of mails shows, once all that is due was sent.</summary>
    public async Task<string> ReadMailsAsync()
    {
        await Services.GetServices<IHostedService>().OfType<MailSender>().Single().SendDueAsync(TestContext.Current.CancellationToken);
        using var developer = NewPerson();
        return (await developer.OpenAsync("/dev/mail")).Document.QuerySelector("main")!.TextContent;
    }

    /// <summary>The first link to a new password in those mails.</summary>
    public async Task<string> ReadResetLinkAsync() => WebUtility.HtmlDecode(ResetLink().Match(await ReadMailsAsync()).Value);

    /// <summary>Links to a new password.</summary>
    [GeneratedRegex(@"https://localhost:5001/Account/ResetPassword\?token=[\w-]{43}")]
    public static partial Regex ResetLink();

    /// <summary>Puts an account out of use, as an operator would: in the database.</summary>
    public async Task DisableAsync(string username)
    {
        await using var connection = await OpenDatabaseAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """UPDATE "AspNetUsers" SET "IsActive" = false WHERE "UserName" = @name""";
        var name = command.CreateParameter();
        (name.ParameterName, name.Value) = ("@name", username);
        command.Parameters.Add(name);
        (await command.ExecuteNonQueryAsync()).Should().Be(1);
    }

    /// <summary>Ends all logins of an account from before now.</summary>
    public async Task EndLoginsAsync(string username)
    {
        var now = Time.GetUtcNow();
        await using var context = await Services.GetRequiredService<IDbContextFactory<CleanLoginDbContext>>().CreateDbContextAsync();
        (await context.Users.Where(account => account.UserName == username)
            .ExecuteUpdateAsync(change => change.SetProperty(account => account.SignedOutBefore, now))).Should().Be(1);
    }

    /// <summary>How many tokens the engine keeps.</summary>
    public async Task<long> StoredTokensAsync()
    {
        await using var connection = await OpenDatabaseAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT COUNT(*) FROM "OpenIddictTokens" """;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Makes the database one that is not this server's.</summary>
    public async Task LoseAccountsAsync()
    {
        await using var connection = await OpenDatabaseAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """ALTER TABLE "AspNetUsers" RENAME TO "Elsewhere" """;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A client of the MFA service's own API, with the tenant's key.</summary>
    public HttpClient CreateApiClient(EmulatorHost mfa)
    {
        var client = Services.GetRequiredService<IHttpClientFactory>().CreateClient("tests");
        client.BaseAddress = mfa.ApiAddress;
        var key = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(mfa.Settings.Secret + ":"));
        client.DefaultRequestHeaders.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Basic", key);
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Data:Folder", _folder);
        builder.UseSetting("Server:Issuer", Address.AbsoluteUri);
        builder.UseSetting("Logging:LogLevel:Default", "Trace");
        builder.UseSetting("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Information");
        if (_mfa is not null)
        {
            builder.UseSetting("Mfa:Provider", "Authsignal");
            builder.UseSetting("Authsignal:Url", _mfa.ApiAddress.AbsoluteUri);
            builder.UseSetting("Authsignal:Secret", _mfa.Settings.Secret);
            builder.UseSetting("Authsignal:TenantId", _mfa.Settings.TenantId);
            builder.UseSetting("Authsignal:UiHosts:0", _mfa.BaseAddress.Authority);
        }
        else
        {
            // Whoever has a tenant's key among their own secrets gets the same tests.
            builder.UseSetting("Mfa:Provider", "BuiltIn");
        }

        // Last: a test's own settings win.
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        // The console would have every line once more.
        builder.UseSetting("Logging:Console:LogLevel:Default", "None");
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
            services.AddSingleton<ILoggerProvider>(Logs);
            _services(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_folder))
        {
            SqliteConnection.ClearAllPools();
        }

        if (disposing && !_keepsFolder && Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task<DbConnection> OpenDatabaseAsync()
    {
        DbConnection connection = _settings.TryGetValue("Database:ConnectionString", out var elsewhere)
            ? new NpgsqlConnection(elsewhere)
            : new SqliteConnection($"Data Source={Path.Combine(_folder, "cleanlogin.db")}");
        await connection.OpenAsync();
        return connection;
    }
}
