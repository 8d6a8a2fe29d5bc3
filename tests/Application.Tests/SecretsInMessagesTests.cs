using System.Text.Json;
using CleanLogin.Application.Accounts.ChangePassword;
using CleanLogin.Application.Accounts.GetPasswordReset;
using CleanLogin.Application.Accounts.ResetPassword;
using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Login.Begin;
using CleanLogin.Application.Login.CompleteMfa;
using CleanLogin.Application.Login.CompletePasskey;
using CleanLogin.Application.Mfa;
using CleanLogin.Application.Mfa.BeginTotpEnrolment;
using CleanLogin.Application.Mfa.ConfirmTotpEnrolment;
using CleanLogin.Application.Mfa.GetRecoveryCodes;
using CleanLogin.Application.Mfa.RedeemRecoveryCode;
using CleanLogin.Application.Mfa.VerifyPasskey;
using CleanLogin.Application.Mfa.VerifyTotp;
using CleanLogin.Application.Passkeys.Add;
using CleanLogin.Application.Passkeys.GetUnknown;
using CleanLogin.Application.Pipeline;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Testing.Builders;

namespace CleanLogin.Application.Tests;

public sealed class SecretsInMessagesTests
{
    private static readonly LoginTransactionId Id = new(new Guid("5d0f5be0-3b86-4c35-a3a0-3a0f0c6d5a11"));
    private static readonly BrowserSecret Secret = BrowserSecret.From(Enumerable.Repeat((byte)0xFB, BrowserSecret.Size).ToArray());
    private static readonly ChallengeToken Token = ChallengeToken.Parse("canary-token")!;
    private static readonly RecoveryCode Code = RecoveryCode.Parse("CANA-RYCA-NARY-CANA-RYCA-NARY")!;
    private static readonly ResetToken Way = ResetToken.From(Enumerable.Repeat((byte)0xFB, ResetToken.Size).ToArray());
    private static readonly RecoveryCodeSheet Sheet = new(
        new ServiceName("CleanLogin"),
        Given.AnAccount().Build(),
        new RecoveryCodeHandout(HandoutOccasion.Of(Id), new UserId("alice"), [Code], DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, Token));
    private static readonly string[] Spellings = ["canary", "CANA", "918273", Secret.RevealForCookie(), "251,251"];

    private static readonly object[] Commands =
    [
        new BeginLogin("alice", Typed.Password("canary"), ReturnUrl.Home, RememberMe: false, new LoginOrigin(null, null, null)),
        new CompleteMfaChallenge(Id, Secret, Token),
        new CompletePasskeyLogin(Token, ReturnUrl.Home, RememberMe: false),
        new VerifyPasskey(Id, Secret, Token),
        new AddPasskey(Token),
        new GetUnknownPasskey(Token),
        new VerifyTotp(Id, Secret, Typed.Totp("918273")),
        new RedeemRecoveryCode(Id, Secret, Typed.Holding(Code)),
        new BeginTotpEnrolment(Id, Secret, [new EarlierLogin(Id, Secret)]),
        new ConfirmTotpEnrolment(Id, Secret, Typed.Totp("918273")),
        new GetRecoveryCodes(Id, Secret),
        new ResetPassword(Way, Typed.Password("canary")),
        new GetPasswordReset(Way),
        new ChangePassword(Typed.Password("canary"), Typed.Password("canary"), EndOtherSessions: true, new LoginOrigin(null, null, null)),
    ];

    private static readonly object[] Outcomes =
    [
        new BeginLoginOutcome.ChallengeRequired(new Uri("https://mfa.example/?t=canary"), Id, Secret, DateTimeOffset.UnixEpoch),
        new BeginLoginOutcome.SignedIn(new Continuation("https://app.example/cb?code=canary")),
        new CodeOutcome.Accepted(Token),
        new VerifyPasskeyOutcome.Passed(Token),
        new BeginTotpEnrolmentOutcome.Ready(new TotpEnrolmentView("canary", "otpauth://canary", "canary"), "alice", Replaces: false),
        new GetRecoveryCodesOutcome.Shown(Sheet, Token),
    ];

    public static TheoryData<string> CommandNames() => [.. Commands.Select(command => command.GetType().Name)];

    public static TheoryData<string> MessageNames() => [.. Commands.Concat(Outcomes).Select(message => message.GetType().Name)];

    [Theory]
    [MemberData(nameof(MessageNames))]
    public void Printing_a_message_reveals_no_secret(string name) => Find(name).ToString().Should().NotContainAny(Spellings);

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void Serialising_a_command_reveals_no_secret(string name) =>
        JsonSerializer.Serialize(Find(name), Find(name).GetType()).Should().NotContainAny(Spellings);

    [Fact]
    public void Every_request_that_carries_a_secret_is_here()
    {
        var secrets = new[] { typeof(PlainPassword), typeof(BrowserSecret), typeof(ChallengeToken), typeof(TotpCode), typeof(RecoveryCode), typeof(ResetToken) };
        var carriers = typeof(BeginLogin).Assembly.GetTypes()
            .Where(type => type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(MediatR.IRequest<>)))
            .Where(type => type.GetProperties().Any(property => secrets.Contains(SecretIn(property.PropertyType))))
            .Select(type => type.Name);

        carriers.Should().BeSubsetOf([.. Commands.Select(command => command.GetType().Name), nameof(Application.Mfa.GetChallenge.GetChallenge)]);
    }

    private static Type SecretIn(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(SecretField<>) ? type.GenericTypeArguments[0] : type;

    private static object Find(string name) => Commands.Concat(Outcomes).Single(message => message.GetType().Name == name);
}
