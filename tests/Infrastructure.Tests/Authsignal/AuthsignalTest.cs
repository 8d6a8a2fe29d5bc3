using CleanLogin.Application.Ports;
using CleanLogin.Authsignal.Emulator;
using CleanLogin.Authsignal.Emulator.Control;
using CleanLogin.Infrastructure.Authsignal;

namespace CleanLogin.Infrastructure.Tests.Authsignal;

/// <summary>An emulator and a tenant of its own for each test, with a clock that only the test moves.</summary>
public abstract class AuthsignalTest : IAsyncLifetime
{
    /// <summary>Short, since these tests wait for them in real time.</summary>
    /// <summary>For a service that does not answer.</summary>
    private protected static AuthsignalTimings Impatient { get; } = new(
        TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(500));

    /// <summary>For a service that answers, if wrongly: no long pauses, and all the time that a busy machine needs.</summary>
    private protected static AuthsignalTimings Brisk { get; } = Impatient with
    {
        WholeCall = TimeSpan.FromSeconds(40), OneTry = TimeSpan.FromSeconds(12),
    };

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected TimeProvider Time { get; } = new StoppedClock();

    private protected EmulatorHost Service { get; private set; } = null!;

    private protected EmulatorControl Control => Service.Control;

    private protected Tenant Tenant { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Service = await EmulatorHost.StartAsync(time: Time, ct: Ct);
        Tenant = Create();
    }

    public async ValueTask DisposeAsync()
    {
        await Tenant.DisposeAsync();
        await Service.DisposeAsync();
    }

    private protected Tenant Create(AuthsignalTimings? timings = null, string secret = Tenant.Secret) =>
        new(Service.ApiAddress, Service.BaseAddress.Authority, Time, timings, secret);

    /// <summary>Alice has an authenticator app.</summary>
    private protected void Enrol(MfaEvaluation login) => Control.Seed(new SeedUser
    {
        UserId = login.Account.Id.Value,
        Authenticators = [new SeedAuthenticator { VerificationMethod = "AUTHENTICATOR_APP" }],
    });

    /// <summary>The token with which the browser would come back.</summary>
    private protected string Complete(ExpectedChallenge expected, string state = "CHALLENGE_SUCCEEDED") => Control.Complete(new CompletedAction
    {
        UserId = expected.User.Value,
        Action = expected.Challenge.Action,
        IdempotencyKey = expected.Challenge.Reference,
        State = state,
    })!;
}
