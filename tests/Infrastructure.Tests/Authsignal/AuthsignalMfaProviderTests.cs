using CleanLogin.Application.Ports;
using CleanLogin.Authsignal.Emulator;
using CleanLogin.Authsignal.Emulator.Control;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Mfa;
using CleanLogin.Infrastructure.Tests.Mfa;

namespace CleanLogin.Infrastructure.Tests.Authsignal;

public sealed class AuthsignalMfaProviderTests : RemoteMfaProviderContract
{
    private EmulatorHost? _service;
    private Tenant? _tenant;

    private protected override IMfaProvider Provider => _tenant!;

    private EmulatorControl Control => _service!.Control;

    public override async ValueTask InitializeAsync()
    {
        _service = await EmulatorHost.StartAsync(time: Time, ct: Ct);
        _tenant = new Tenant(_service.ApiAddress, _service.BaseAddress.Authority, Time);
    }

    public override async ValueTask DisposeAsync()
    {
        await _tenant!.DisposeAsync();
        await _service!.DisposeAsync();
    }

    private protected override Task EnrolAsync(Account account)
    {
        Control.Seed(new SeedUser
        {
            UserId = account.Id.Value,
            Authenticators = [new SeedAuthenticator { VerificationMethod = "AUTHENTICATOR_APP" }],
        });
        return Task.CompletedTask;
    }

    private protected override Task<ChallengeToken> PassAsync(
        MfaEvaluation login, ProviderDecision.Challenge challenge, AuthenticationMethod method) =>
        Task.FromResult(ChallengeToken.Parse(Control.Complete(new CompletedAction
        {
            UserId = login.Account.Id.Value,
            Action = challenge.Action,
            IdempotencyKey = challenge.Reference,
            State = "CHALLENGE_SUCCEEDED",
            VerificationMethod = method == AuthenticationMethod.RecoveryCode ? "RECOVERY_CODE" : "AUTHENTICATOR_APP",
        }))!);

    // Not worth repeating, so the client's circuit breaker, which runs in real time, stays closed.
    private protected override void TakeDown() => Control.Configure(knobs => knobs with
    {
        Faults = [new() { Status = 404, Body = "<html></html>", MediaType = "text/html" }],
    });

    private protected override void BringBack() => Control.Configure(knobs => knobs with { Faults = [] });
}
