using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Mfa;
using CleanLogin.Infrastructure.Accounts;
using CleanLogin.Infrastructure.Tests.Hosting;
using CleanLogin.Infrastructure.Tests.Mfa;
using CleanLogin.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Infrastructure.Tests.BuiltInMfa;

/// <summary>The built-in provider as it is registered. Passing is what the use cases of its pages do at their end.</summary>
public abstract class BuiltInMfaProviderContract(ITestDatabases databases) : MfaProviderContract
{
    private readonly TemporaryFolder _folder = new();
    private InfrastructureHost? _host;
    private AsyncServiceScope _scope;
    private int _tokens;

    private protected override IMfaProvider Provider => _scope.ServiceProvider.GetRequiredService<IMfaProvider>();

    private IServiceProvider Services => _host!.Services;

    public override async ValueTask InitializeAsync()
    {
        _host = await InfrastructureHost.StartAsync(databases, _folder.Path, Ct, Time);
        _scope = Services.CreateAsyncScope();
    }

    public override async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _scope.DisposeAsync();
            await _host.DisposeAsync();
        }

        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected override async Task EnrolAsync(Account account)
    {
        await using (var context = _host!.OpenContext())
        {
            context.Users.Add(new AccountRecord { Id = account.Id.Value, DisplayName = account.DisplayName });
            await context.SaveChangesAsync(Ct);
        }

        var store = Services.GetRequiredService<ITotpAuthenticators>();
        var login = ALogin(account);
        var secret = await store.GetOrBeginEnrolmentAsync(login.Transaction, account.Id, TotpSecret.From(new byte[TotpSecret.Size]), Ct);
        var challenge = new MfaChallenge("login", "enrolment", Enrol: true);
        var enrolment = new TotpEnrolment(
            new TotpAuthenticator(AuthenticatorId.Of(Guid.NewGuid()), secret, 100),
            RecoveryCodeSet.Of([]),
            new PassedChallenge(login.Transaction, account.Id, challenge, AuthenticationMethod.OneTimePassword, Time.GetUtcNow()),
            NewToken(),
            Replaces: false,
            []);
        (await store.ConfirmEnrolmentAsync(enrolment, Ct)).Should().BeTrue();
    }

    private protected override async Task<ChallengeToken> PassAsync(
        MfaEvaluation login, ProviderDecision.Challenge challenge, AuthenticationMethod method)
    {
        var token = NewToken();
        var passed = new PassedChallenge(
            login.Transaction,
            login.Account.Id,
            new MfaChallenge(challenge.Action, challenge.Reference, challenge.Enrol),
            method,
            Time.GetUtcNow());
        await Services.GetRequiredService<IPassedChallenges>().RecordAsync(passed, token, Ct);
        return token;
    }

    private ChallengeToken NewToken() => ChallengeToken.Parse($"token {++_tokens}")!;
}
