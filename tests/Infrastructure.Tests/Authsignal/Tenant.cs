using System.Net;
using CleanLogin.Application.Login;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Infrastructure.Authsignal;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Moq;

namespace CleanLogin.Infrastructure.Tests.Authsignal;

/// <summary>The adapter as the server registers it, against a service at some address.</summary>
internal sealed class Tenant : IMfaProvider, IPasskeyProvider, IAuthenticatorDirectory, IAsyncDisposable
{
    public const string Secret = "sk_emulator";
    public const string Action = "cleanlogin-login";
    public const string PasskeyAction = "cleanlogin-passkey";

    private readonly ServiceProvider _services;

    /// <param name="api">Where the service is.</param>
    /// <param name="ui">The host, with port, to which browsers may be sent.</param>
    /// <param name="time">The adapter's clock.</param>
    /// <param name="timings">How long calls may take; absent: as in production.</param>
    /// <param name="secret">The key that is sent.</param>
    /// <param name="enrolEmail">Whether confirmed addresses are enrolled by themselves.</param>
    /// <param name="id">The tenant's id.</param>
    /// <param name="allowed">The methods that count.</param>
    public Tenant(
        Uri api,
        string ui,
        TimeProvider time,
        AuthsignalTimings? timings = null,
        string secret = Secret,
        bool enrolEmail = false,
        string? id = null,
        AllowedMethods? allowed = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Authsignal:Url"] = api.AbsoluteUri,
            ["Authsignal:Secret"] = secret,
            ["Authsignal:UiHosts:0"] = ui,
            ["Authsignal:TenantId"] = id,
            ["Authsignal:EnrolVerifiedEmail"] = enrolEmail ? "true" : "false",
        }).Build();
        var services = new ServiceCollection()
            .AddSingleton(Mock.Of<IHostEnvironment>(environment => environment.EnvironmentName == Environments.Development))
            .AddSingleton(time)
            .AddSingleton(Mock.Of<IMediator>())
            .AddSingleton(allowed ?? AllowedMethods.Parse(["otp", "email"])!)
            .AddSingleton(new ServerAddress(new Uri("https://login.example")))
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log))
            .AddAuthsignalSettings(configuration)
            .AddAuthsignal();
        if (timings is not null)
        {
            services.AddSingleton(timings);
        }

        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public CollectedLog Log { get; } = new();

    public async Task<ProviderDecision> EvaluateAsync(MfaEvaluation login, CancellationToken ct)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AuthsignalMfaProvider>().EvaluateAsync(login, ct);
    }

    public Task<ChallengeVerdict> VerifyAsync(string token, ExpectedChallenge expected, CancellationToken ct) =>
        VerifyAsync(ChallengeToken.Parse(token)!, expected, ct);

    public async Task<ChallengeVerdict> VerifyAsync(ChallengeToken token, ExpectedChallenge expected, CancellationToken ct)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AuthsignalMfaProvider>().VerifyAsync(token, expected, ct);
    }

    public PasskeyOffer Offer
    {
        get
        {
            using var scope = _services.CreateScope();
            return scope.ServiceProvider.GetRequiredService<AuthsignalPasskeyProvider>().Offer;
        }
    }

    public async Task<ChallengeVerdict> VerifyAsync(ChallengeToken token, CancellationToken ct)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AuthsignalPasskeyProvider>().VerifyAsync(token, ct);
    }

    public async Task<PasskeyEnrolmentStart> BeginEnrolmentAsync(PasskeyEnrolment enrolment, CancellationToken ct)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AuthsignalPasskeyProvider>().BeginEnrolmentAsync(enrolment, ct);
    }

    public bool OffersEnrolment
    {
        get
        {
            using var scope = _services.CreateScope();
            return scope.ServiceProvider.GetRequiredService<AuthsignalAuthenticatorDirectory>().OffersEnrolment;
        }
    }

    public async Task<AuthenticatorListing> ListAsync(UserId user, CancellationToken ct)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AuthsignalAuthenticatorDirectory>().ListAsync(user, ct);
    }

    public async Task<EnrolmentStart> BeginEnrolmentAsync(AuthenticatorEnrolment enrolment, CancellationToken ct)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AuthsignalAuthenticatorDirectory>().BeginEnrolmentAsync(enrolment, ct);
    }

    public async Task<AuthenticatorRemoval> RemoveAsync(RecentMultiFactor by, AuthenticatorId id, CancellationToken ct)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AuthsignalAuthenticatorDirectory>().RemoveAsync(by, id, ct);
    }

    public async Task<bool> IsAvailableAsync(CancellationToken ct)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AuthsignalMfaProvider>().IsAvailableAsync(ct);
    }

    /// <summary>Whether the service answers anybody.</summary>
    public async Task<bool> AnswersAsync(CancellationToken ct)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AuthsignalProbe>().AnswersAsync(ct);
    }

    /// <summary>What an operator is told about the settings.</summary>
    public async Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken ct)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IConfigurationCheck>().RunAsync(ct);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>A login of alice, unlike every other.</summary>
    public static MfaEvaluation Login(Account? account = null, IPAddress? from = null) => new(
        new LoginTransactionId(Guid.NewGuid()),
        account ?? Given.AnAccount().Build(),
        new LoginOrigin(from ?? IPAddress.Parse("203.0.113.7"), "Browser/1.0", DeviceId: null),
        new Uri("https://login.example.org/Account/Login/Callback?tx=1"));

    /// <summary>What a transaction expects after that decision.</summary>
    public static ExpectedChallenge Expect(MfaEvaluation login, ProviderDecision decision)
    {
        var challenge = decision.Should().BeOfType<ProviderDecision.Challenge>().Subject;
        return new ExpectedChallenge(
            login.Transaction,
            login.Account.Id,
            new MfaChallenge(challenge.Action, challenge.Reference, challenge.Enrol),
            Moments.Start);
    }
}
