using System.Globalization;
using System.Text.Json;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Domain.Tests;

public sealed class SecretsTests
{
    private const string Canary = "0123456789ABCDEFGHJKMNPQ";

    // Each secret beside every spelling that must not be seen.
    private static readonly (object Secret, string[] Spellings)[] Secrets =
    [
        (PlainPassword.Parse(Canary)!, [Canary]),
        (new PasswordDigest(Canary), [Canary]),
        (ChallengeToken.Parse(Canary)!, [Canary]),
        (TotpCode.Parse("123456")!, ["123456"]),
        (RecoveryCode.Parse(Canary)!, [Canary, "0123-4567"]),
        (TotpSecret.From(new byte[TotpSecret.Size]), ["AAAA", "0,0", "0000"]),
        (ResetToken.From(new byte[ResetToken.Size]), ["AAAA", "0,0", "0000"]),
        (BrowserSecret.From(new byte[BrowserSecret.Size]), ["AAAA", "0,0", "0000"]),
    ];

    public static TheoryData<string> Names() => [.. Secrets.Select(secret => secret.Secret.GetType().Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_secret_prints_as_its_type_name(string name)
    {
        var secret = Find(name).Secret;

        secret.ToString().Should().Be(name);
        string.Create(CultureInfo.InvariantCulture, $"{secret}").Should().Be(name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_secret_does_not_serialise(string name)
    {
        var (secret, spellings) = Find(name);

        JsonSerializer.Serialize(secret, secret.GetType()).Should().NotContainAny(spellings);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_record_that_holds_a_secret_does_not_show_it(string name)
    {
        var (secret, spellings) = Find(name);
        var holder = new Holder(secret);

        holder.ToString().Should().NotContainAny(spellings);
        JsonSerializer.Serialize(holder).Should().NotContainAny(spellings);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_secret_has_no_public_value(string name) => Find(name).Secret.GetType().GetProperties().Should().BeEmpty();

    [Fact]
    public void The_url_of_a_challenge_is_not_printed()
    {
        var challenge = new ProviderDecision.Challenge(new Uri("https://mfa.example/?token=" + Canary), "reference", "sign-in", Enrol: false);

        challenge.ToString().Should().NotContain(Canary);
        new MfaRequirement.Required(challenge).ToString().Should().NotContain(Canary);
    }

    private static (object Secret, string[] Spellings) Find(string name) =>
        Secrets.Single(secret => secret.Secret.GetType().Name == name);

    private sealed record Holder(object Secret);
}
