using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Mfa;
using CleanLogin.Testing.Fakes;

namespace CleanLogin.Infrastructure.Tests.Mfa;

public sealed class FakeMfaProviderTests : RemoteMfaProviderContract
{
    private readonly FakeMfaProvider _provider;

    public FakeMfaProviderTests() => _provider = new FakeMfaProvider(Time);

    private protected override IMfaProvider Provider => _provider;

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private protected override Task EnrolAsync(Account account)
    {
        _provider.Enrol(account.Id);
        return Task.CompletedTask;
    }

    private protected override Task<ChallengeToken> PassAsync(
        MfaEvaluation login, ProviderDecision.Challenge challenge, AuthenticationMethod method) =>
        Task.FromResult(_provider.Pass(login.Account.Id, challenge, method));

    private protected override void TakeDown() => _provider.IsDown = true;

    private protected override void BringBack() => _provider.IsDown = false;
}
