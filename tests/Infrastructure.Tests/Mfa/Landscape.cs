using System.Collections.Concurrent;
using CleanLogin.Application;
using CleanLogin.Application.Login.Begin;
using CleanLogin.Application.Pipeline;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Infrastructure.Accounts;
using CleanLogin.Infrastructure.Authsignal;
using CleanLogin.Infrastructure.BuiltInMfa;
using CleanLogin.Infrastructure.OpenIddict;
using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Tests.Authsignal;
using CleanLogin.Infrastructure.Tests.Hosting;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using CleanLogin.Testing.Fakes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Moq;
using OtpNet;

namespace CleanLogin.Infrastructure.Tests.Mfa;

/// <summary>
/// The use cases on a real database, with a hosted provider at some address. The password hash costs nothing; of each login
/// that succeeds the completion is kept.
/// </summary>
internal sealed class Landscape : IAsyncDisposable
{
    private static readonly TotpSecret Secret = TotpSecret.From([.. Enumerable.Range(1, TotpSecret.Size).Select(number => (byte)number)]);

    private readonly TemporaryFolder _folder = new();
    private readonly TimeProvider _time;
    private readonly ServiceProvider _services;

    private Landscape(Uri api, string ui, string whenUnavailable, AuthsignalTimings timings, TimeProvider time)
    {
        _time = time;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Folder"] = _folder.Path,
            ["Server:Issuer"] = "https://login.example",
            ["Authsignal:Url"] = api.AbsoluteUri,
            ["Authsignal:Secret"] = Tenant.Secret,
            ["Authsignal:UiHosts:0"] = ui,
            ["Mfa:WhenUnavailable"] = whenUnavailable,
        }).Build();
        var environment = Mock.Of<IHostEnvironment>(host =>
            host.EnvironmentName == Environments.Development && host.ContentRootPath == _folder.Path);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(environment)
            .AddApplication()
            .AddInfrastructure(configuration, environment, new OpenIddictEngine())
            .AddSingleton(timings)
            .Replace(ServiceDescriptor.Singleton<TimeProvider>(time))
            .Replace(ServiceDescriptor.Singleton<IPasswordHasher>(new FakePasswordHasher()))
            .Replace(ServiceDescriptor.Singleton<IHashingScheduler>(new ImmediateHashing()))
            .Replace(ServiceDescriptor.Scoped(_ => Engine()))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    /// <summary>The logins that were given a session, by the person's id.</summary>
    public ConcurrentDictionary<string, LoginCompletion> Completed { get; } = [];

    public static async Task<Landscape> StartAsync(
        Uri api, string ui, string whenUnavailable, AuthsignalTimings timings, TimeProvider time, CancellationToken ct)
    {
        var landscape = new Landscape(api, ui, whenUnavailable, timings, time);
        await landscape._services.GetServices<IHostedService>().OfType<DatabaseInitializer>().Single().StartAsync(ct);
        return landscape;
    }

    /// <summary>The code that the built-in provider expects of everybody now.</summary>
    public string Code => new Totp(Secret.Reveal().ToArray()).ComputeTotp(_time.GetUtcNow().UtcDateTime);

    public static BeginLogin Login(string name) => new(
        name, new SecretField<PlainPassword>(AccountBuilder.Password, PlainPassword.Parse), Domain.Login.ReturnUrl.Home, RememberMe: false, new LoginOrigin(null, "Browser/1.0", null));

    /// <summary>Adds people; some have an authenticator of the built-in provider.</summary>
    public async Task AddPeopleAsync(IEnumerable<(string Name, bool HasApp)> people, CancellationToken ct)
    {
        var protector = _services.GetRequiredService<SecretProtector>();
        await using var context = _services.GetRequiredService<IDbContextFactory<CleanLoginDbContext>>().CreateDbContext();
        foreach (var (name, hasApp) in people)
        {
            var id = new UserId("id-of-" + name);
            context.Users.Add(new AccountRecord
            {
                Id = id.Value,
                UserName = name,
                NormalizedUserName = name.ToUpperInvariant(),
                DisplayName = name,
                PasswordHash = Given.AnAccount().Build().Digest!.Reveal(),
            });
            if (hasApp)
            {
                context.Add(new TotpAuthenticatorRecord
                {
                    Id = Guid.NewGuid(),
                    UserId = id.Value,
                    Secret = protector.Protect(Secret, id),
                    LastAcceptedStep = 0,
                    EnrolledAt = Moments.Start,
                });
            }
        }

        await context.SaveChangesAsync(ct);
    }

    public async Task<TOutcome> SendAsync<TOutcome>(IRequest<TOutcome> request, CancellationToken ct)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, ct);
    }

    public async Task<int> CountEventsAsync(string code, CancellationToken ct)
    {
        await using var context = _services.GetRequiredService<IDbContextFactory<CleanLoginDbContext>>().CreateDbContext();
        return await context.Set<SecurityEventRecord>().CountAsync(happened => happened.Code == code, ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private IAuthorizationServer Engine()
    {
        var engine = new Mock<IAuthorizationServer>();
        engine.Setup(server => server.CompleteLoginAsync(
                It.IsAny<LoginCompletion>(), It.IsAny<AuthorizationContext?>(), It.IsAny<CancellationToken>()))
            .Callback((LoginCompletion login, AuthorizationContext? _, CancellationToken _) =>
                Completed.TryAdd(login.Ticket.User.Value, login).Should().BeTrue("a login gives one session"));
        return engine.Object;
    }
}
