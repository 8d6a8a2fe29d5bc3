using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Domain.Tests.Accounts;

public sealed class PasswordPolicyTests : ICommonPasswords
{
    private static readonly Account Alice = new(
        new UserId("id-of-alice"), Username.Parse("alice.smith")!, "Alice Wonderland", "wonder@example.com", true, true, null);

    [Theory]
    [InlineData("1234567", PasswordFault.TooShort)]
    [InlineData("🔑🔑🔑🔑", PasswordFault.TooShort)]
    [InlineData("Iloveyou1", PasswordFault.Common)]
    [InlineData("alice.smith", PasswordFault.Expected)]
    [InlineData("ALICE.SMITH1!", PasswordFault.Expected)]
    [InlineData("wonder@example.com", PasswordFault.Expected)]
    [InlineData("wonderwonder22", PasswordFault.Expected)]
    [InlineData("Wonderland24", PasswordFault.Expected)]
    [InlineData("cleanlogin!!", PasswordFault.Expected)]
    public void What_is_short_common_or_expected_is_refused(string password, PasswordFault fault) =>
        Check(password).Should().Be(new NewPasswordVerdict.Refused(fault));

    [Theory]
    [InlineData("12345679")]
    [InlineData("aaaaaaaaaaa")]
    [InlineData("correct horse")]
    [InlineData("🔑🔑🔑🔑🔑🔑🔑🔑")]
    [InlineData("alice.smith and her cat")]
    public void Anything_else_is_taken_whatever_its_characters(string password) =>
        Check(password).Should().BeOfType<NewPasswordVerdict.Accepted>();

    [Fact]
    public void A_password_that_may_be_all_that_is_asked_for_has_fifteen_characters()
    {
        Check(new string('x', 14), EnrolmentRule.Optional).Should().Be(new NewPasswordVerdict.Refused(PasswordFault.TooShort));
        Check(new string('x', 15), EnrolmentRule.Optional).Should().BeOfType<NewPasswordVerdict.Accepted>();
    }

    [Fact]
    public void Two_hundred_and_fifty_six_characters_are_the_most()
    {
        Check(new string('x', 256)).Should().BeOfType<NewPasswordVerdict.Accepted>();
        Check(new string('x', 257)).Should().Be(new NewPasswordVerdict.Refused(PasswordFault.TooLong));
    }

    [Fact]
    public void A_character_counts_as_one_however_it_was_typed() =>
        Check("e\u0301e\u0301e\u0301e\u0301").Should().Be(new NewPasswordVerdict.Refused(PasswordFault.TooShort));

    public bool Contains(string password) => string.Equals(password, "iloveyou1", StringComparison.OrdinalIgnoreCase);

    private NewPasswordVerdict Check(string password, EnrolmentRule enrolment = EnrolmentRule.Required) =>
        new PasswordPolicy(enrolment, this, ["CleanLogin"]).Check(PlainPassword.Parse(password)!, Alice);
}
