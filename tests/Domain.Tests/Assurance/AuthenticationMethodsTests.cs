using CleanLogin.Domain.Assurance;
using CsCheck;

namespace CleanLogin.Domain.Tests.Assurance;

public sealed class AuthenticationMethodsTests
{
    private static readonly Gen<AuthenticationMethod> AnyMethod =
        Gen.Int[0, AuthenticationMethod.All.Count - 1].Select(index => AuthenticationMethod.All[index]);

    private static readonly Gen<AuthenticationMethod[]> AnyMethods = AnyMethod.Array[0, 6];

    [Theory]
    [InlineData("", "", AssuranceLevel.None)]
    [InlineData("password", "pwd", AssuranceLevel.SingleFactor)]
    [InlineData("otp", "otp", AssuranceLevel.SingleFactor)]
    [InlineData("password otp", "pwd otp mfa", AssuranceLevel.MultiFactor)]
    [InlineData("otp password", "otp pwd mfa", AssuranceLevel.MultiFactor)]
    [InlineData("password sms", "pwd sms mfa", AssuranceLevel.MultiFactor)]
    [InlineData("password push", "pwd pop mfa", AssuranceLevel.MultiFactor)]
    [InlineData("otp sms", "otp sms", AssuranceLevel.SingleFactor)]
    [InlineData("security-key", "hwk", AssuranceLevel.SingleFactor)]
    [InlineData("password security-key", "pwd hwk mfa", AssuranceLevel.PhishingResistantHardware)]
    [InlineData("unverified-passkey", "swk", AssuranceLevel.SingleFactor)]
    [InlineData("password unverified-passkey", "pwd swk mfa", AssuranceLevel.PhishingResistant)]
    [InlineData("synced-passkey", "swk user pop mfa", AssuranceLevel.PhishingResistant)]
    [InlineData("password synced-passkey", "pwd swk user pop mfa", AssuranceLevel.PhishingResistant)]
    [InlineData("device-bound-passkey", "hwk user pop mfa", AssuranceLevel.PhishingResistantHardware)]
    [InlineData("email", "urn:cleanlogin:email", AssuranceLevel.None)]
    [InlineData("password email", "pwd urn:cleanlogin:email", AssuranceLevel.MailboxConfirmed)]
    [InlineData("recovery-code", "urn:cleanlogin:recovery-code", AssuranceLevel.None)]
    [InlineData("password recovery-code", "pwd urn:cleanlogin:recovery-code", AssuranceLevel.SingleFactor)]
    [InlineData("email recovery-code", "urn:cleanlogin:email urn:cleanlogin:recovery-code", AssuranceLevel.None)]
    [InlineData("password email otp", "pwd urn:cleanlogin:email otp mfa", AssuranceLevel.MultiFactor)]
    public void Level_and_amr_follow_from_the_methods(string codes, string amr, AssuranceLevel level)
    {
        var methods = AuthenticationMethods.Of(Words(codes).Select(code => AuthenticationMethod.Find(code)!));

        methods.Level.Should().Be(level);
        methods.ToAmr().Should().Equal(Words(amr));
    }

    [Fact]
    public void Nothing_but_two_different_factors_makes_mfa() => AnyMethods.Sample(chosen =>
    {
        var factors = chosen.SelectMany(method => method.Factors).Distinct().Count();

        AuthenticationMethods.Of(chosen).ToAmr().Contains("mfa").Should().Be(factors >= 2);
    });

    [Fact]
    public void Another_method_never_lowers_the_level() =>
        Gen.Select(AnyMethods, AnyMethod).Sample((chosen, more) =>
        {
            var methods = AuthenticationMethods.Of(chosen);

            (methods.With(more).Level >= methods.Level).Should().BeTrue();
        });

    [Fact]
    public void Mailbox_and_recovery_code_never_make_mfa() => AnyMethods.Sample(chosen =>
    {
        var methods = AuthenticationMethods.Of(chosen);
        var more = methods.With(AuthenticationMethod.Email).With(AuthenticationMethod.RecoveryCode);

        (more.Level >= AssuranceLevel.MultiFactor).Should().Be(methods.Level >= AssuranceLevel.MultiFactor);
    });

    [Fact]
    public void A_method_counts_once() =>
        AuthenticationMethods.Of(AuthenticationMethod.Password, AuthenticationMethod.Password)
            .With(AuthenticationMethod.Password).Items.Should().Equal(AuthenticationMethod.Password);

    [Fact]
    public void Adding_leaves_the_original_alone()
    {
        var password = AuthenticationMethods.Of(AuthenticationMethod.Password);

        password.With(AuthenticationMethod.OneTimePassword);

        password.Items.Should().Equal(AuthenticationMethod.Password);
    }

    [Fact]
    public void An_unknown_name_is_no_method()
    {
        AuthenticationMethod.Find("magic").Should().BeNull();
        AuthenticationMethod.Find("PASSWORD").Should().BeNull();
    }

    [Fact]
    public void Every_method_is_found_by_its_own_name()
    {
        AuthenticationMethod.All.Should().OnlyHaveUniqueItems(method => method.Code);
        AuthenticationMethod.All.Should().OnlyContain(method => AuthenticationMethod.Find(method.Code) == method);
    }

    [Fact]
    public void Every_method_that_the_type_offers_is_in_the_list() =>
        typeof(AuthenticationMethod).GetProperties()
            .Where(property => property.PropertyType == typeof(AuthenticationMethod))
            .Select(property => property.GetValue(null))
            .Should().BeEquivalentTo(AuthenticationMethod.All);

    [Fact]
    public void Levels_are_ordered_from_the_weakest() =>
        Enum.GetValues<AssuranceLevel>().Should().Equal(
            AssuranceLevel.None,
            AssuranceLevel.SingleFactor,
            AssuranceLevel.MailboxConfirmed,
            AssuranceLevel.MultiFactor,
            AssuranceLevel.PhishingResistant,
            AssuranceLevel.PhishingResistantHardware);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
