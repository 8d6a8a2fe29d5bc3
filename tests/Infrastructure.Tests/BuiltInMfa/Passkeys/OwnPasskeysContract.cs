using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Infrastructure.Accounts;
using CleanLogin.Infrastructure.BuiltInMfa;
using CleanLogin.Infrastructure.BuiltInMfa.Passkeys;
using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Tests.Hosting;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using CleanLogin.Testing.Databases;
using CleanLogin.Testing.Passkeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CleanLogin.Infrastructure.Tests.BuiltInMfa.Passkeys;

/// <summary>The passkeys that this server keeps, on one database.</summary>
public abstract class OwnPasskeysContract(ITestDatabases databases) : IAsyncLifetime
{
    private static readonly LoginTransactionId Login = new(new Guid("5d0f5be0-3b86-4c35-a3a0-3a0f0c6d5a11"));
    private static readonly Account Alice = Given.AnAccount().Build();
    private static readonly Account Bob = Given.AnAccount().Named("bob").Build();
    private static readonly PasskeyAsk SignIn = new PasskeyAsk.SignIn();
    private static readonly PasskeyAsk SecondStep = new PasskeyAsk.SecondStep(Login, Alice.Id);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Moments.Start);
    private readonly SoftPasskey _passkey = new();
    private InfrastructureHost? _host;
    private AsyncServiceScope _scope;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IOwnPasskeys Passkeys => _host!.Services.GetRequiredService<IOwnPasskeys>();

    private IAuthenticatorDirectory Directory => _scope.ServiceProvider.GetRequiredService<IAuthenticatorDirectory>();

    public async ValueTask InitializeAsync()
    {
        _host = await InfrastructureHost.StartAsync(databases, _folder.Path, Ct, _time);
        _scope = _host.Services.CreateAsyncScope();
        await using var context = _host.OpenContext();
        context.Users.AddRange(
            new AccountRecord { Id = Alice.Id.Value, DisplayName = Alice.DisplayName, Email = Alice.Email, EmailConfirmed = true },
            new AccountRecord { Id = Bob.Id.Value, DisplayName = Bob.DisplayName });
        await context.SaveChangesAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_host is not null)
        {
            await _scope.DisposeAsync();
            await _host.DisposeAsync();
        }

        _passkey.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_passkey_that_was_added_is_listed_under_the_name_of_its_provider()
    {
        var id = await AddAsync(_passkey);

        var listed = (await ListAsync(Alice)).Should().ContainSingle().Subject;
        listed.Should().Be(new EnrolledAuthenticator(
            id, AuthenticationMethod.SyncedPasskey, "Google Password Manager", Moments.Start, LastUsedAt: null) { MayBeRenamed = true });
        (await Passkeys.AnyAsync(Alice.Id, Ct)).Should().BeTrue();
        (await Passkeys.AnyAsync(Bob.Id, Ct)).Should().BeFalse();
        (await EventsAsync()).Should().Equal("authenticator.enrolled");
    }

    [Fact]
    public async Task Of_a_provider_that_nobody_knows_there_is_no_name()
    {
        _passkey.Aaguid = Guid.Empty;
        await AddAsync(_passkey);

        (await ListAsync(Alice)).Should().ContainSingle().Which.Label.Should().BeNull();
    }

    [Fact]
    public async Task A_person_may_have_several_and_give_them_names()
    {
        using var another = new SoftPasskey();
        await AddAsync(_passkey);
        var id = await AddAsync(another);

        (await Passkeys.RenameAsync(Alice.Id, id, PasskeyName.Parse("My phone")!, Ct)).Should().BeTrue();
        (await Passkeys.RenameAsync(Bob.Id, id, PasskeyName.Parse("Mine")!, Ct)).Should().BeFalse();

        (await ListAsync(Alice)).Select(one => one.Label).Should().BeEquivalentTo("Google Password Manager", "My phone");
    }

    [Fact]
    public async Task One_answer_adds_one_passkey_once_even_after_it_was_removed()
    {
        var ceremony = await Passkeys.BeginAddingAsync(By(Alice), Alice, Ct);
        var answer = Token(_passkey.Make(ceremony.Options, ceremony.Ticket));
        var id = await Passkeys.AddAsync(By(Alice), answer, Ct);

        (await Passkeys.AddAsync(By(Alice), answer, Ct)).Should().BeNull();
        (await Directory.RemoveAsync(By(Alice), id!, Ct)).Should().BeOfType<AuthenticatorRemoval.Removed>();
        (await Passkeys.AddAsync(By(Alice), answer, Ct)).Should().BeNull();

        (await ListAsync(Alice)).Should().BeEmpty();
    }

    [Fact]
    public async Task What_one_person_was_asked_for_adds_nothing_to_the_account_of_another()
    {
        var ceremony = await Passkeys.BeginAddingAsync(By(Alice), Alice, Ct);
        var answer = Token(_passkey.Make(ceremony.Options, ceremony.Ticket));

        (await Passkeys.AddAsync(By(Bob), answer, Ct)).Should().BeNull();
    }

    [Fact]
    public async Task A_key_that_one_person_has_is_not_added_to_another()
    {
        await AddAsync(_passkey);
        var ceremony = await Passkeys.BeginAddingAsync(By(Bob), Bob, Ct);

        (await Passkeys.AddAsync(By(Bob), Token(_passkey.Make(ceremony.Options, ceremony.Ticket)), Ct)).Should().BeNull();
    }

    [Fact]
    public async Task A_passkey_made_on_another_page_is_not_added()
    {
        _passkey.Origin = "https://login.example.evil.example";

        var ceremony = await Passkeys.BeginAddingAsync(By(Alice), Alice, Ct);

        (await Passkeys.AddAsync(By(Alice), Token(_passkey.Make(ceremony.Options, ceremony.Ticket)), Ct)).Should().BeNull();
    }

    [Fact]
    public async Task What_is_there_already_is_named_to_the_browser_so_that_it_makes_no_second_one()
    {
        await AddAsync(_passkey);

        (await Passkeys.BeginAddingAsync(By(Alice), Alice, Ct)).Options.Should().Contain(_passkey.CredentialId);
        (await Passkeys.BeginAddingAsync(By(Bob), Bob, Ct)).Options.Should().NotContain(_passkey.CredentialId);
    }

    [Theory]
    [InlineData(true, true, "synced-passkey")]
    [InlineData(true, false, "device-bound-passkey")]
    [InlineData(false, true, "unverified-passkey")]
    [InlineData(false, false, "security-key")]
    public async Task What_a_use_proves_depends_on_that_use(bool userVerified, bool backupEligible, string method)
    {
        _passkey.IsBackupEligible = backupEligible;
        await AddAsync(_passkey);
        _passkey.IsUserVerified = userVerified;

        foreach (var ask in new[] { SignIn, SecondStep })
        {
            var accepted = (await UseAsync(ask)).Should().BeOfType<PasskeyUse.Accepted>().Subject;
            accepted.User.Should().Be(Alice.Id);
            accepted.Method.Code.Should().Be(method);
            accepted.At.Should().Be(Moments.Start);
        }
    }

    [Fact]
    public async Task When_it_was_last_used_is_kept()
    {
        await AddAsync(_passkey);
        _time.Advance(TimeSpan.FromMinutes(3));

        await UseAsync(SignIn);

        (await ListAsync(Alice)).Should().ContainSingle().Which.LastUsedAt.Should().Be(Moments.Start.AddMinutes(3));
    }

    [Fact]
    public async Task One_answer_is_accepted_once()
    {
        await AddAsync(_passkey);
        var ceremony = await Passkeys.AskAsync(SignIn, Ct);
        var answer = Token(_passkey.Use(ceremony.Options, ceremony.Ticket));

        (await Passkeys.VerifyAsync(SignIn, answer, Ct)).Should().BeOfType<PasskeyUse.Accepted>();
        (await Passkeys.VerifyAsync(SignIn, answer, Ct)).Should().BeOfType<PasskeyUse.AlreadyUsed>();
    }

    [Fact]
    public async Task Of_fifty_posts_of_one_answer_at_once_one_is_accepted_and_none_accuses_the_key()
    {
        _passkey.Counter = 4;
        await AddAsync(_passkey);
        _passkey.Counter = 5;
        var ceremony = await Passkeys.AskAsync(SignIn, Ct);
        var answer = Token(_passkey.Use(ceremony.Options, ceremony.Ticket));

        var uses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Passkeys.VerifyAsync(SignIn, answer, Ct))));

        uses.OfType<PasskeyUse.Accepted>().Should().ContainSingle();
        uses.OfType<PasskeyUse.AlreadyUsed>().Should().HaveCount(49);
    }

    [Theory]
    [InlineData(7u)]
    [InlineData(6u)]
    [InlineData(0u)]
    public async Task A_counter_that_does_not_move_on_shows_a_copy_and_is_recorded(uint counter)
    {
        _passkey.Counter = 6;
        await AddAsync(_passkey);
        _passkey.Counter = 7;
        await UseAsync(SignIn);
        _passkey.Counter = counter;

        (await UseAsync(SignIn)).Should().Be(new PasskeyUse.Suspect(Alice.Id));
        (await EventsAsync()).Should().Equal("authenticator.enrolled", "authenticator.copy_suspected");

        _passkey.Counter = 8;
        (await UseAsync(SignIn)).Should().BeOfType<PasskeyUse.Accepted>();
    }

    [Fact]
    public async Task Of_an_original_and_its_copy_at_once_one_is_accepted()
    {
        await AddAsync(_passkey);
        _passkey.Counter = 1;
        var answers = new List<ChallengeToken>();
        for (var copy = 0; copy < 20; copy++)
        {
            var ceremony = await Passkeys.AskAsync(SignIn, Ct);
            answers.Add(Token(_passkey.Use(ceremony.Options, ceremony.Ticket)));
        }

        var uses = await Task.WhenAll(answers.Select(answer => Task.Run(() => Passkeys.VerifyAsync(SignIn, answer, Ct))));

        uses.OfType<PasskeyUse.Accepted>().Should().ContainSingle();
        uses.OfType<PasskeyUse.Suspect>().Should().HaveCount(19);
    }

    [Fact]
    public async Task A_forged_signature_accuses_nobodys_key()
    {
        _passkey.Counter = 5;
        await AddAsync(_passkey);
        _passkey.LoseKey();
        _passkey.Counter = 1;

        (await UseAsync(SignIn)).Should().BeOfType<PasskeyUse.Refused>();
        (await EventsAsync()).Should().Equal("authenticator.enrolled");
    }

    [Fact]
    public async Task What_was_asked_for_one_thing_is_no_answer_to_another()
    {
        await AddAsync(_passkey);
        PasskeyAsk another = new PasskeyAsk.SecondStep(new LoginTransactionId(Guid.NewGuid()), Alice.Id);
        PasskeyAsk[] all = [SignIn, SecondStep, another];

        foreach (var asked in all)
        {
            foreach (var wanted in all.Where(ask => ask != asked))
            {
                var ceremony = await Passkeys.AskAsync(asked, Ct);
                (await Passkeys.VerifyAsync(wanted, Token(_passkey.Use(ceremony.Options, ceremony.Ticket)), Ct))
                    .Should().BeOfType<PasskeyUse.Refused>();
            }
        }
    }

    [Fact]
    public async Task A_challenge_that_this_server_did_not_make_is_none()
    {
        await AddAsync(_passkey);
        var (mine, theirs) = (await Passkeys.AskAsync(SignIn, Ct), await Passkeys.AskAsync(SignIn, Ct));

        (await Passkeys.VerifyAsync(SignIn, Token(_passkey.Use(theirs.Options, mine.Ticket)), Ct)).Should().BeOfType<PasskeyUse.Refused>();
        (await Passkeys.VerifyAsync(SignIn, Token(_passkey.Use(mine.Options, mine.Ticket + "A")), Ct)).Should().BeOfType<PasskeyUse.Refused>();
        (await Passkeys.VerifyAsync(SignIn, Token(_passkey.Use(mine.Options, "")), Ct)).Should().BeOfType<PasskeyUse.Refused>();
    }

    [Fact]
    public async Task An_answer_that_took_too_long_is_none()
    {
        await AddAsync(_passkey);
        var ceremony = await Passkeys.AskAsync(SignIn, Ct);
        var answer = Token(_passkey.Use(ceremony.Options, ceremony.Ticket));
        _time.Advance(PasskeyTickets.Lifetime);

        (await Passkeys.VerifyAsync(SignIn, answer, Ct)).Should().BeOfType<PasskeyUse.Refused>();
    }

    [Fact]
    public async Task An_answer_from_another_page_or_for_another_server_is_none()
    {
        await AddAsync(_passkey);
        foreach (var origin in new[] { "https://evil.example", "http://login.example", "https://login.example:444", "https://sub.login.example" })
        {
            _passkey.Origin = origin;
            (await UseAsync(SignIn)).Should().BeOfType<PasskeyUse.Refused>();
        }

        _passkey.Origin = "https://login.example";
        _passkey.RelyingParty = "evil.example";
        (await UseAsync(SignIn)).Should().BeOfType<PasskeyUse.Refused>();
    }

    [Fact]
    public async Task A_passkey_of_somebody_else_is_no_second_step()
    {
        using var bobs = new SoftPasskey();
        await AddAsync(_passkey);
        await AddAsync(bobs, Bob);
        var ceremony = await Passkeys.AskAsync(SecondStep, Ct);

        (await Passkeys.VerifyAsync(SecondStep, Token(bobs.Use(ceremony.Options, ceremony.Ticket)), Ct)).Should().BeOfType<PasskeyUse.Refused>();
        bobs.UserHandle = _passkey.UserHandle;
        (await Passkeys.VerifyAsync(SecondStep, Token(bobs.Use(ceremony.Options, ceremony.Ticket)), Ct)).Should().BeOfType<PasskeyUse.Refused>();
    }

    [Fact]
    public async Task A_passkey_signs_in_nobody_but_whose_it_is()
    {
        using var bobs = new SoftPasskey();
        await AddAsync(_passkey);
        await AddAsync(bobs, Bob);
        bobs.UserHandle = _passkey.UserHandle;
        var ceremony = await Passkeys.AskAsync(SignIn, Ct);

        (await Passkeys.VerifyAsync(SignIn, Token(bobs.Use(ceremony.Options, ceremony.Ticket)), Ct)).Should().BeOfType<PasskeyUse.Refused>();
    }

    [Fact]
    public async Task A_removed_passkey_proves_nothing()
    {
        var id = await AddAsync(_passkey);
        await Directory.RemoveAsync(By(Alice), id, Ct);

        (await UseAsync(SignIn)).Should().BeOfType<PasskeyUse.Refused>();
    }

    [Fact]
    public async Task That_a_key_may_be_backed_up_cannot_change()
    {
        await AddAsync(_passkey);
        _passkey.IsBackupEligible = false;

        (await UseAsync(SignIn)).Should().BeOfType<PasskeyUse.Refused>();
    }

    [Theory]
    [InlineData("AuthenticatorData")]
    [InlineData("authenticatorData")]
    public async Task Nobody_says_beside_the_signature_that_the_person_was_verified(string name)
    {
        await AddAsync(_passkey);
        _passkey.IsUserVerified = false;
        var ceremony = await Passkeys.AskAsync(SignIn, Ct);
        var answer = _passkey.Use(ceremony.Options, ceremony.Ticket);
        _passkey.IsUserVerified = true;
        var forged = $"\"{name}\":\"{_passkey.UnsignedData()}\"";

        foreach (var text in new[]
        {
            answer.Replace("\"signature\"", forged + ",\"signature\"", StringComparison.Ordinal),
            answer.Replace("\"clientDataJSON\"", forged + ",\"clientDataJSON\"", StringComparison.Ordinal),
        })
        {
            var use = await Passkeys.VerifyAsync(SignIn, Token(text), Ct);
            (use is PasskeyUse.Accepted { Method.SignsInAlone: true }).Should().BeFalse();
        }
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"ticket":null,"credential":null}""")]
    [InlineData("""{"ticket":"x","credential":{"id":"x","type":"public-key","response":{"clientDataJSON":"x"}}}""")]
    [InlineData("""{"ticket":"x","credential":{"id":"x","type":"public-key","response":{"clientDataJSON":"x","authenticatorData":"eA"}}}""")]
    public async Task Garbage_proves_nothing_and_adds_nothing(string text)
    {
        (await Passkeys.VerifyAsync(SignIn, Token(text), Ct)).Should().BeOfType<PasskeyUse.Refused>();
        (await Passkeys.AddAsync(By(Alice), Token(text), Ct)).Should().BeNull();
    }

    [Fact]
    public async Task Whoever_may_sign_in_is_asked_alike()
    {
        await AddAsync(_passkey);

        var options = (await Passkeys.AskAsync(SignIn, Ct)).Options;

        options.Should().Contain("\"allowCredentials\":[]").And.NotContain(_passkey.CredentialId);
        (await Passkeys.AskAsync(SecondStep, Ct)).Options.Should().Contain(_passkey.CredentialId);
    }

    [Fact]
    public async Task Browsers_are_told_which_ones_count()
    {
        using var another = new SoftPasskey();
        await AddAsync(_passkey);
        await Directory.RemoveAsync(By(Alice), await AddAsync(another), Ct);

        var signal = await Passkeys.DescribeAsync(Alice, Ct);

        signal.Accepted.Should().Contain(_passkey.CredentialId).And.NotContain(another.CredentialId)
            .And.Contain(_passkey.UserHandle).And.Contain("login.example");
        signal.Details.Should().Contain("\"name\":\"alice\"");
    }

    [Fact]
    public async Task Browsers_are_told_of_a_passkey_that_counts_for_nobody()
    {
        using var removed = new SoftPasskey();
        await AddAsync(_passkey);
        await Directory.RemoveAsync(By(Alice), await AddAsync(removed), Ct);
        var (mine, theirs) = (await Passkeys.AskAsync(SignIn, Ct), await Passkeys.AskAsync(SecondStep, Ct));

        (await Passkeys.DescribeUnknownAsync(Token(removed.Use(mine.Options, mine.Ticket)), Ct)).Should()
            .Be($$"""{"rpId":"login.example","credentialId":"{{removed.CredentialId}}"}""");
        (await Passkeys.DescribeUnknownAsync(Token(_passkey.Use(mine.Options, mine.Ticket)), Ct)).Should().BeNull();
        (await Passkeys.DescribeUnknownAsync(Token(removed.Use(theirs.Options, theirs.Ticket)), Ct)).Should().BeNull();
        (await Passkeys.DescribeUnknownAsync(Token("garbage"), Ct)).Should().BeNull();
    }

    [Fact]
    public async Task Who_does_not_want_to_be_asked_stays_unasked()
    {
        (await Passkeys.IsInvitationDeclinedAsync(Alice.Id, Ct)).Should().BeFalse();

        await Passkeys.DeclineInvitationAsync(Alice.Id, Ct);

        (await Passkeys.IsInvitationDeclinedAsync(Alice.Id, Ct)).Should().BeTrue();
        (await Passkeys.IsInvitationDeclinedAsync(Bob.Id, Ct)).Should().BeFalse();
    }

    [Fact]
    public async Task Whoever_has_a_passkey_alone_is_asked_for_it_and_enrols_no_first_app()
    {
        await AddAsync(_passkey);

        var decision = await _scope.ServiceProvider.GetRequiredService<IMfaProvider>().EvaluateAsync(
            new MfaEvaluation(Login, Alice, new LoginOrigin(null, null, null), new Uri("https://login.example/cb")), Ct);

        decision.Should().BeOfType<ProviderDecision.Challenge>().Which.Enrol.Should().BeFalse();
        (await ConfirmAppAsync(replaces: false)).Should().BeFalse();
        (await ConfirmAppAsync(replaces: true)).Should().BeTrue();
    }

    [Fact]
    public async Task Recovery_codes_stay_with_a_passkey_and_go_with_the_last_authenticator()
    {
        (await ConfirmAppAsync(replaces: false)).Should().BeTrue();
        var passkey = await AddAsync(_passkey);
        var app = (await ListAsync(Alice)).Single(one => one.Id != passkey).Id;

        await Directory.RemoveAsync(By(Alice), app, Ct);
        (await CodesAsync()).Should().Be(1);
        (await Directory.RemoveAsync(By(Bob), passkey, Ct)).Should().BeOfType<AuthenticatorRemoval.Unknown>();
        await Directory.RemoveAsync(By(Alice), passkey, Ct);
        (await CodesAsync()).Should().Be(0);
    }

    private static RecentMultiFactor By(Account account) =>
        RecentMultiFactor.From(account.Id, AssuranceLevel.MultiFactor, Moments.Start, Moments.Start)!;

    private static ChallengeToken Token(string text) => ChallengeToken.Parse(text)!;

    private async Task<AuthenticatorId> AddAsync(SoftPasskey passkey, Account? to = null)
    {
        var owner = to ?? Alice;
        var ceremony = await Passkeys.BeginAddingAsync(By(owner), owner, Ct);
        return (await Passkeys.AddAsync(By(owner), Token(passkey.Make(ceremony.Options, ceremony.Ticket)), Ct))!;
    }

    private async Task<PasskeyUse> UseAsync(PasskeyAsk ask)
    {
        var ceremony = await Passkeys.AskAsync(ask, Ct);
        return await Passkeys.VerifyAsync(ask, Token(_passkey.Use(ceremony.Options, ceremony.Ticket)), Ct);
    }

    private async Task<IReadOnlyList<EnrolledAuthenticator>> ListAsync(Account of) =>
        ((AuthenticatorListing.Listed)await Directory.ListAsync(of.Id, Ct)).Authenticators;

    private async Task<IReadOnlyList<string>> EventsAsync()
    {
        await using var context = _host!.OpenContext();
        return await context.Set<SecurityEventRecord>().OrderBy(row => row.Id).Select(row => row.Code).ToListAsync(Ct);
    }

    private async Task<int> CodesAsync()
    {
        await using var context = _host!.OpenContext();
        return await context.Set<RecoveryCodeRecord>().CountAsync(row => row.UserId == Alice.Id.Value, Ct);
    }

    private async Task<bool> ConfirmAppAsync(bool replaces)
    {
        var store = _host!.Services.GetRequiredService<ITotpAuthenticators>();
        var login = new LoginTransactionId(Guid.NewGuid());
        var secret = await store.GetOrBeginEnrolmentAsync(login, Alice.Id, TotpSecret.From(new byte[TotpSecret.Size]), Ct);
        return await store.ConfirmEnrolmentAsync(
            new TotpEnrolment(
                new TotpAuthenticator(AuthenticatorId.Of(Guid.NewGuid()), secret, 100),
                RecoveryCodeSet.Of([RecoveryCode.From(new byte[RecoveryCode.EntropyBytes])]),
                new PassedChallenge(
                    login, Alice.Id, new MfaChallenge("login", "enrolment", Enrol: true), AuthenticationMethod.OneTimePassword, Moments.Start),
                Token("token of " + login),
                replaces,
                []),
            Ct);
    }
}
