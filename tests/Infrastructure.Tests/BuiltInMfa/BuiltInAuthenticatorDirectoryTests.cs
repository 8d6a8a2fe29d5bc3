using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Infrastructure.Accounts;
using CleanLogin.Infrastructure.Tests.Hosting;
using CleanLogin.Infrastructure.Tests.Mfa;
using CleanLogin.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Infrastructure.Tests.BuiltInMfa;

/// <summary>The directory of the built-in provider, as it is registered.</summary>
public abstract class BuiltInAuthenticatorDirectoryTests(ITestDatabases databases) : AuthenticatorDirectoryContract
{
    private readonly TemporaryFolder _folder = new();
    private InfrastructureHost? _host;
    private AsyncServiceScope _scope;

    private protected override IAuthenticatorDirectory Directory => _scope.ServiceProvider.GetRequiredService<IAuthenticatorDirectory>();

    public override async ValueTask InitializeAsync()
    {
        _host = await InfrastructureHost.StartAsync(databases, _folder.Path, Ct, Time);
        _scope = _host.Services.CreateAsyncScope();
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

    private protected override async Task<AuthenticatorId> EnrolAsync(Account account)
    {
        await using (var context = _host!.OpenContext())
        {
            context.Users.Add(new AccountRecord { Id = account.Id.Value, DisplayName = account.DisplayName });
            await context.SaveChangesAsync(Ct);
        }

        var store = _host.Services.GetRequiredService<ITotpAuthenticators>();
        var login = new LoginTransactionId(Guid.NewGuid());
        var secret = await store.GetOrBeginEnrolmentAsync(login, account.Id, TotpSecret.From(new byte[TotpSecret.Size]), Ct);
        var id = AuthenticatorId.Of(Guid.NewGuid());
        var challenge = new MfaChallenge("login", "enrolment", Enrol: true);
        var enrolment = new TotpEnrolment(
            new TotpAuthenticator(id, secret, 100),
            RecoveryCodeSet.Of([]),
            new PassedChallenge(login, account.Id, challenge, AuthenticationMethod.OneTimePassword, Time.GetUtcNow()),
            ChallengeToken.Parse("token of " + account.Id)!,
            Replaces: false,
            []);
        (await store.ConfirmEnrolmentAsync(enrolment, Ct)).Should().BeTrue();
        return id;
    }
}

public sealed class SqliteAuthenticatorDirectoryTests(SqliteFiles files) : BuiltInAuthenticatorDirectoryTests(files);

public sealed class PostgreSqlAuthenticatorDirectoryTests(PostgreSqlCluster cluster) : BuiltInAuthenticatorDirectoryTests(cluster);
